package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Zone;
import dev.pitboard.reading.text.Vocabulary.Match;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds zone labels: CEST, MESZ, ET, GMT+11, ora italiana, local time, Europe/Madrid. */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:gmt|utc)\\s?([+-])\\s?(\\d{1,2})(?::?([0-5]\\d))?(?!\\d)");
    private static final Pattern IANA = Pattern.compile("[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[_/][A-Z][A-Za-z]+)*");
    private static final int LONGEST_ABBREVIATION = 4;

    private final Map<String, ZoneLabel> byName = new HashMap<>();
    /** Places that are a zone right behind a time: "7:30 in Italy". */
    private final Map<String, ZoneLabel> beside = new HashMap<>();

    private final Vocabulary words;

    Zones(Vocabulary words) {
        for (WordFile.Entry entry : WordFile.read("zones")) {
            String[] key = entry.key().split(" ", 2);
            Map<String, ZoneLabel> names = key[1].equals("beside") ? beside : byName;
            for (String phrase : entry.phrases()) {
                names.put(Folding.fold(phrase), label(phrase, key[0], key[1]));
            }
        }
        byName.keySet().forEach(phrase -> words.add(phrase, new Meaning("zone", "zones")));
        beside.keySet().forEach(phrase -> words.add(phrase, new Meaning("place", "zones")));
        this.words = words;
    }

    private static ZoneLabel label(String written, String zone, String half) {
        return switch (half) {
            case "fixed" -> new ZoneLabel.Fixed(written, ZoneOffset.UTC);
            case "standard" -> new ZoneLabel.Named(written, ZoneId.of(zone), false);
            case "daylight" -> new ZoneLabel.Named(written, ZoneId.of(zone), true);
            case "any", "beside" -> new ZoneLabel.Named(written, ZoneId.of(zone), null);
            default -> throw new IllegalStateException("zones.words: " + half);
        };
    }

    /** The label that begins at {@code from}, or null. Abbreviations count in capitals only: "et" is a word in French. */
    @Nullable
    Zone at(Text text, int from) {
        if (!text.wordBegins(from)) {
            return null;
        }
        Matcher m = OFFSET.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            int hours = Integer.parseInt(m.group(2));
            int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            if (hours <= 14) {
                int seconds = (hours * 60 + minutes) * 60 * (m.group(1).equals("-") ? -1 : 1);
                return new Zone(
                        from,
                        m.end(),
                        new ZoneLabel.Fixed(
                                text.original().substring(from, m.end()), ZoneOffset.ofTotalSeconds(seconds)));
            }
        }
        m = IANA.matcher(text.original()).region(from, text.length());
        if (m.lookingAt()) {
            ZoneId zone = zone(m.group());
            return zone == null ? null : new Zone(from, m.end(), new ZoneLabel.Iana(m.group(), zone));
        }
        Match match = words.at(text, from, meaning -> meaning.is("zone") || meaning.is("local"));
        if (match == null) {
            return null;
        }
        String written = text.original().substring(from, match.to());
        ZoneLabel label = byName.get(text.folded().substring(from, match.to()));
        if (label == null) {
            return match.of("local") == null ? null : new Zone(from, match.to(), new ZoneLabel.Local(written));
        }
        boolean capitals = written.chars().noneMatch(Character::isLowerCase);
        if (written.length() <= LONGEST_ABBREVIATION && !capitals) {
            return null;
        }
        return new Zone(from, match.to(), written(label, written));
    }

    /** The zone of a place that is named right behind a time, or null. */
    @Nullable
    Zone behindTime(Text text, int from) {
        Match match = words.at(text, from, meaning -> meaning.is("place"));
        ZoneLabel label = match == null ? null : beside.get(text.folded().substring(from, match.to()));
        return match == null || label == null
                ? null
                : new Zone(from, match.to(), written(label, text.original().substring(from, match.to())));
    }

    private static ZoneLabel written(ZoneLabel label, String written) {
        return switch (label) {
            case ZoneLabel.Named named -> new ZoneLabel.Named(written, named.rules(), named.daylight());
            case ZoneLabel.Fixed fixed -> new ZoneLabel.Fixed(written, fixed.offset());
            case ZoneLabel.Local _ -> new ZoneLabel.Local(written);
            case ZoneLabel.Iana iana -> iana;
        };
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Z, +02:00 or +0200. */
    static ZoneLabel offset(String written) {
        return new ZoneLabel.Fixed(
                written,
                ZoneOffset.of(
                        written.equals("Z")
                                ? "Z"
                                : written.length() == 5
                                        ? written.substring(0, 3) + ":" + written.substring(3)
                                        : written));
    }
}
