package dev.pitboard.importing;

import dev.pitboard.command.Suggestions;
import dev.pitboard.reading.Known;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was answered to the questions of an import, by their keys. */
record Answers(Map<String, String> given) {
    static final String SERIES = "series";
    static final String ROUND = "round";
    static final String CIRCUIT = "circuit";
    static final String YEAR = "year";
    static final String ZONE = "zone";
    static final String PUBLISHED = "published";

    /** Answers that may be given up front, because they are about the whole input. */
    static final Set<String> UP_FRONT = Set.of(SERIES, ROUND, CIRCUIT, YEAR, ZONE, PUBLISHED);

    /** As it was read. */
    static final String OK = "ok";

    /** Leave it out, or as it is. */
    static final String SKIP = "skip";

    private static final Map<String, String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(z -> z.toLowerCase(Locale.ROOT), Function.identity(), (a, _) -> a));

    Answers {
        given = Map.copyOf(given);
    }

    /** What was answered; {@code ok} and {@code skip} in lower case. */
    @Nullable
    String of(String key) {
        String value = given.get(key);
        String word = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        return word.equals(OK) || word.equals(SKIP) ? word : value == null ? null : value.strip();
    }

    /** The answer that says something of its own, not just {@code ok} or {@code skip}. */
    @Nullable
    String said(String key) {
        String value = of(key);
        return value == null || value.equals(OK) || value.equals(SKIP) || value.isEmpty() ? null : value;
    }

    /** The year that was answered. */
    @Nullable
    Integer year() {
        String value = said(YEAR);
        return value != null && value.matches("(19|20)\\d\\d") ? Integer.valueOf(value) : null;
    }

    /**
     * What reading takes up front.
     *
     * @param zone of the circuit that was answered, where no zone was
     */
    Known known(@Nullable ZoneId zone) {
        String named = said(ZONE);
        ZoneId own = named == null ? null : zone(named);
        return new Known(said(SERIES), own == null ? zone : own, year(), published());
    }

    private @Nullable LocalDate published() {
        String value = said(PUBLISHED);
        return value == null ? null : date(value);
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** The IANA zone of that name, whatever its case; of fixed offsets none. */
    static @Nullable ZoneId zone(String name) {
        String id = ZONES.get(name.toLowerCase(Locale.ROOT));
        return id == null || !id.contains("/") || id.startsWith("Etc/") ? null : ZoneId.of(id);
    }

    /** A stable word of a name: 1 to 24 of {@code a-z0-9-}, cut between its words; {@code otherwise} where nothing is left. */
    static String word(String name, String otherwise) {
        String folded = Suggestions.folded(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        StringBuilder word = new StringBuilder();
        for (String part : Arrays.asList(folded.split("-", -1))) {
            int length = word.length() + (word.isEmpty() ? 0 : 1) + part.length();
            if (length > 24) {
                break;
            }
            word.append(word.isEmpty() ? "" : "-").append(part);
        }
        if (word.isEmpty() && !folded.isEmpty()) {
            return folded.substring(0, Math.min(24, folded.length()));
        }
        return word.isEmpty() ? otherwise : word.toString();
    }
}
