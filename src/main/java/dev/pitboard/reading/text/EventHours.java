package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only race of the "24 Hours of Spa" lasts 24 hours. */
final class EventHours {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 24;

    private final Pattern name;
    private final List<Question> questions = new ArrayList<>();

    EventHours(Vocabulary words) {
        name = Pattern.compile("(?<![\\d:.,])(\\d{1,2})\\s?-?\\s?"
                + "(?:h|hrs?|hours?|stunden|std|heures|ore|horas|uur|uurs|timmars?|timmar|hores)"
                + "(\\s?-?\\s?(?:\\p{L}*rennen|race|classic)(?!\\p{L})|\\s?-?\\s?"
                + words.alternatives("hours.of") + "(?!\\p{L})(?:\\s(?:the|la|le|el|der|dem|de))?|(?=\\s\\p{L}))");
    }

    List<Question> questions() {
        return questions;
    }

    List<Found> sized(List<Found> found, List<Scanned> lines) {
        List<Found> races = found.stream()
                .filter(f -> f.kind() == SessionKind.RACE && f.moment() != null)
                .toList();
        Integer hours = hours(lines);
        if (races.size() != 1 || hours == null) {
            return found;
        }
        Found race = races.getFirst();
        Moment moment = race.moment();
        boolean open = race.length() == null
                && moment != null
                && moment.end() == null
                && race.numbers().isEmpty()
                && !race.broadcast();
        if (!open) {
            return found;
        }
        if (!name.matcher(Folding.fold(race.text())).find()) {
            questions.add(new Question(
                    race.line(),
                    Subject.END,
                    "\"" + race.name() + "\" is read as " + hours
                            + " hours long, from the name of the event. Is that right?"));
        }
        Found sized = race.withLength(new Length(0, 0, List.of(hours * 60)));
        return found.stream().map(f -> Objects.equals(f, race) ? sized : f).toList();
    }

    /** The hours in the first name of an event, or null where there is none, or several in one line. */
    private @Nullable Integer hours(List<Scanned> lines) {
        for (Scanned line : lines) {
            TreeSet<Integer> all = new TreeSet<>();
            Matcher m = name.matcher(line.text().folded());
            while (m.find()) {
                int hours = Integer.parseInt(Objects.requireNonNull(m.group(1)));
                boolean capital = m.end() + 1 < line.text().length()
                        && Character.isWhitespace(line.text().original().charAt(m.end()))
                        && Character.isUpperCase(line.text().original().charAt(m.end() + 1));
                boolean race = Objects.requireNonNull(m.group(2)).matches(".*(?:rennen|race|classic)");
                boolean time = line.clause().all(Time.class).anyMatch(t -> t.from() <= m.start() && t.to() > m.start());
                if (hours >= SHORTEST && hours <= LONGEST && (capital || race) && !time) {
                    all.add(hours);
                }
            }
            if (!all.isEmpty()) {
                return all.size() == 1 ? all.first() : null;
            }
        }
        return null;
    }
}
