package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths: (60 min), 2 x 20 min, 15'/15'/15', 1.5 hours. */
final class Lengths {
    private final Pattern times;
    private final Pattern together;
    private final Pattern minutes;
    private final Pattern hours;
    private final Pattern clock;
    private final Pattern named;

    Lengths(Vocabulary words) {
        String minute = "(?:''?|" + words.alternatives("unit.minute") + "(?!\\p{L}))";
        String hour = "(?:" + words.alternatives("unit.hour") + "|h)(?![\\p{L}\\d])";
        times = Pattern.compile("(\\d{1,2})\\s?[x*]\\s?(\\d{1,3})\\s?-?\\s?(?:(" + minute + ")|(" + hour + "))");
        together = Pattern.compile("(\\d{1,3})((?:\\s?[/+&]\\s?\\d{1,3})+)\\s?" + minute);
        minutes = Pattern.compile("(\\d{1,3})\\s?-?\\s?" + minute);
        hours = Pattern.compile("(\\d{1,2})(?:[.,](5|25|75))?\\s?-?\\s?" + hour
                + "(?:,?\\s?(?:and|und|et|e|y|och|en)?\\s?(\\d{1,2})\\s?" + minute + ")?(?!\\s+\\d|\\s?-?\\s?(?:"
                + words.alternatives("hours.of") + "(?!\\p{L})|\\p{L}*rennen|le mans))");
        named = Pattern.compile("\\d{1,2}\\s?-?\\s?(?:" + hour + "|heures|horas|uur)(?!\\p{L})\\s(?:"
                + words.alternatives("hours.of") + "\\s)?");
        clock = Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s?(?:std|stunden|hours|timmar)(?!\\p{L})");
    }

    /** A length in minutes that begins at {@code from}, or null. */
    @Nullable
    Length minutesAt(Text text, int from) {
        Matcher m = times.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            int each = Integer.parseInt(m.group(2)) * (m.group(3) == null ? 60 : 1);
            return new Length(
                    from, m.end(), Collections.nCopies(Math.clamp(Integer.parseInt(m.group(1)), 1, 10), each));
        }
        m = together.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            List<Integer> parts = new ArrayList<>(List.of(Integer.valueOf(m.group(1))));
            Matcher others = Pattern.compile("\\d+").matcher(m.group(2));
            others.results().forEach(r -> parts.add(Integer.valueOf(r.group())));
            return new Length(from, m.end(), List.copyOf(parts));
        }
        m = clock.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            return new Length(from, m.end(), List.of(Integer.parseInt(m.group(1)) * 60 + Integer.parseInt(m.group(2))));
        }
        return eachMinutes(text, from);
    }

    private @Nullable Length eachMinutes(Text text, int from) {
        List<Integer> parts = new ArrayList<>();
        int at = from;
        int end = from;
        while (true) {
            Matcher m = minutes.matcher(text.folded()).region(at, text.length());
            if (!m.lookingAt()) {
                break;
            }
            parts.add(Integer.valueOf(m.group(1)));
            end = m.end();
            Matcher next = Pattern.compile("\\s?[/+&]\\s?(?=\\d)")
                    .matcher(text.folded())
                    .region(end, text.length());
            if (!next.lookingAt()) {
                break;
            }
            at = next.end();
        }
        return parts.isEmpty() ? null : new Length(from, end, List.copyOf(parts));
    }

    /** "6 Heures de Spa" may name a race, where nothing else does; null where no such name begins. */
    @Nullable
    Label event(Text text, int from) {
        Matcher m = named.matcher(text.folded()).region(from, text.length());
        if (!m.lookingAt()
                || m.end() >= text.length()
                || !Character.isUpperCase(text.original().charAt(m.end()))) {
            return null;
        }
        return new Label(from, text.wordEnd(m.end()), SessionKind.RACE, List.of(), true);
    }

    /** The lengths of races in whole hours, as in "24 Hours of Spa". */
    static Set<Integer> hoursNamed(List<Line> lines) {
        Pattern named = Pattern.compile(
                "(?<![\\d:.])(\\d{1,2})\\s?-?\\s?(?:h|hrs?|hours?|stunden|std|heures|ore|horas|uur|timmars?)(?![\\p{L}\\d])");
        Set<Integer> hours = new HashSet<>();
        for (Line line : lines) {
            named.matcher(Folding.fold(line.text())).results().forEach(r -> hours.add(Integer.valueOf(r.group(1))));
        }
        return hours;
    }

    /** "24h Spa" is the name of a race. */
    private static boolean isName(Text text, Matcher m) {
        String rest = text.original().substring(m.end());
        boolean capital = m.group().endsWith("hour")
                && Character.isUpperCase(text.original().charAt(m.end() - "hour".length()));
        return (Integer.parseInt(m.group(1)) >= 3 && rest.matches("\\s+\\p{Lu}.*"))
                || (capital && Integer.parseInt(m.group(1)) > 1 && rest.matches("\\s+\\p{L}.*"));
    }

    /** A length in hours that begins at {@code from}, or null; "24 hours of" is a name and none. */
    @Nullable
    Length hoursAt(Text text, int from) {
        Matcher m = hours.matcher(text.folded()).region(from, text.length());
        if (!m.lookingAt() || isName(text, m)) {
            return null;
        }
        int total = Integer.parseInt(m.group(1)) * 60;
        String part = m.group(2);
        total += part == null ? 0 : part.length() == 1 ? 30 : Integer.parseInt(part) * 60 / 100;
        total += m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        return total == 0 || total > 48 * 60 ? null : new Length(from, m.end(), List.of(total));
    }
}
