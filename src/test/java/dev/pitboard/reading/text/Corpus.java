package dev.pitboard.reading.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A folder of texts, each with what a careful person reads in it. */
final class Corpus {
    private static final Set<String> TRACK = Set.of("practice", "qualifying", "race", "sprint", "warmup", "test");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TextReader READER =
            new TextReader(CircuitZones.of(SeasonFiles.circuitsIn(Path.of("config"))), List.of());

    /** How one text was read. */
    record Score(
            String name,
            int there,
            int found,
            List<String> missed,
            List<String> wrong,
            @Nullable Set<String> asks,
            Draft draft) {
        /** What the questions are about. */
        Set<String> asked() {
            return draft.questions().stream().map(q -> q.about().word()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Corpus() {}

    static List<Path> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers that stand beside a text. */
    static Known known(Path text) throws IOException {
        return known(JSON.readTree(expected(text).toFile()));
    }

    private static Path expected(Path text) {
        return text.resolveSibling(String.valueOf(text.getFileName()).replace(".txt", ".expected.json"));
    }

    static Score score(Path text) throws IOException, Unreadable {
        String name = String.valueOf(text.getFileName());
        JsonNode expected = JSON.readTree(expected(text).toFile());
        Draft draft = READER.read(Files.readAllBytes(text), known(expected));
        List<String> there = new ArrayList<>();
        for (JsonNode session : expected.path("sessions")) {
            if (TRACK.contains(session.path("type").asText())) {
                there.add(line(session));
            }
        }
        List<String> read = new ArrayList<>(draft.sessions().stream()
                .filter(s -> s.kind() != SessionKind.OTHER)
                .map(Corpus::line)
                .toList());
        List<String> missed = new ArrayList<>();
        for (String one : there) {
            if (!read.remove(one)) {
                missed.add(one);
            }
        }
        return new Score(name, there.size(), there.size() - missed.size(), missed, read, asks(expected), draft);
    }

    /** What has to be asked about, where the text is there for that. */
    private static @Nullable Set<String> asks(JsonNode expected) {
        if (!expected.has("asks")) {
            return null;
        }
        Set<String> asks = new TreeSet<>();
        expected.path("asks").forEach(ask -> asks.add(ask.asText()));
        return asks;
    }

    private static String line(JsonNode session) {
        String start = session.path("startUtc").asText("");
        String utc = start.isEmpty() || start.equals("null")
                ? "no time"
                : start.replace("Z", "").substring(0, 16) + "Z";
        String status = session.path("status").asText("scheduled");
        String minutes = session.path("durationMinutes").isInt()
                ? " " + session.path("durationMinutes").asInt()
                : "";
        return utc + " " + group(session.path("type").asText()) + minutes
                + (Set.of("scheduled", "tbc").contains(status) ? "" : " " + status);
    }

    private static String line(DraftSession session) {
        String utc = session.startUtc() == null
                ? "no time"
                : session.startUtc().toString().substring(0, 16) + "Z";
        String minutes = session.minutes() == null ? "" : " " + session.minutes();
        return utc + " " + group(session.kind().word()) + minutes
                + (Set.of("scheduled", "tbc").contains(session.status().word())
                        ? ""
                        : " " + session.status().word());
    }

    /** Tests and practice, races and sprints are told apart by some sources only. */
    private static String group(String type) {
        return switch (type) {
            case "test" -> "practice";
            case "sprint" -> "race";
            default -> type;
        };
    }

    /** The answers that stand beside a text, or else what the expected sessions are known to be. */
    private static Known known(JsonNode expected) {
        JsonNode given = expected.path("known");
        if (given.isObject()) {
            return new Known(
                    text(given, "series"),
                    zone(text(given, "zone")),
                    given.path("year").isInt() ? given.path("year").asInt() : null,
                    date(text(given, "published")));
        }
        @Nullable
        LocalDate first = StreamSupport.stream(expected.path("sessions").spliterator(), false)
                .map(s -> text(s, "start"))
                .filter(s -> s != null)
                .map(s -> LocalDateTime.parse(String.valueOf(s)).toLocalDate())
                .min(LocalDate::compareTo)
                .orElse(null);
        boolean dates = expected.path("needsHuman").toString().contains("dates");
        return new Known(
                text(expected, "series"),
                zone(text(expected, "timezone")),
                first == null ? null : first.getYear(),
                dates && first != null ? first.minusDays(1) : null);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
