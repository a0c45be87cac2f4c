package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leaves out television times where there are times of the track, and fills in lengths that are named elsewhere in the text. */
final class Tidying {
    /** A list of television times with more sessions than so many times those of the track is the only list there is. */
    private static final int MOST_MORE_ON_AIR = 5;

    private Tidying() {}

    static List<Found> tidy(
            List<Found> all, List<Found> facts, boolean published, int revised, List<Question> questions) {
        List<Found> found = all.stream()
                .filter(f -> !isToldWithItsDay(f, all, published) && !isRevised(f, all, revised, questions))
                .collect(Collectors.toCollection(ArrayList::new));
        found.addAll(facts.stream()
                .filter(f -> isWithoutTime(f, found))
                .map(f -> f.withStatus(DraftStatus.TBC))
                .toList());
        long aired = found.stream()
                .filter(f -> f.broadcast() && f.kind() != SessionKind.OTHER)
                .count();
        long atTrack = found.stream()
                .filter(f -> !f.broadcast() && f.kind() != SessionKind.OTHER)
                .count();
        boolean track = atTrack > 0 && atTrack * MOST_MORE_ON_AIR >= aired;
        List<Found> kept = new ArrayList<>();
        for (Found one : found) {
            if (isTimedElsewhere(one, found) || (one.broadcast() && (track || one.kind() == SessionKind.OTHER))) {
                continue;
            }
            kept.add(sized(one, facts));
        }
        return kept;
    }

    /** What is listed once more below "the new times are", and in the same words. */
    private static boolean isRevised(Found one, List<Found> all, int revised, List<Question> questions) {
        Found again = one.line() >= revised || one.moment() == null
                ? null
                : all.stream()
                        .filter(f -> f.line() > revised
                                && f.moment() != null
                                && f.kind() == one.kind()
                                && Folding.fold(f.name()).equals(Folding.fold(one.name()))
                                && compatible(f.series(), one.series())
                                && Objects.equals(f.day(), one.day()))
                        .findFirst()
                        .orElse(null);
        if (again != null) {
            questions.add(new Question(
                    again.line(),
                    Subject.TIME,
                    "\"" + one.name() + "\" is listed again here, below new times. Does it replace line " + one.line()
                            + "?"));
        }
        return again != null;
    }

    /** "Qualifying will move to Sunday morning", where a list says when it is then. */
    private static boolean isTimedElsewhere(Found one, List<Found> found) {
        return one.moment() == null
                && one.status() == DraftStatus.TBC
                && one.isSentence()
                && found.stream()
                        .anyMatch(f -> f.moment() != null
                                && f.kind() == one.kind()
                                && compatible(f.series(), one.series())
                                && sameName(one, f));
    }

    /** "The third qualifying follows on Friday and lasts an hour": a session of which only the time is missing, if it is none that has one. */
    private static boolean isWithoutTime(Found fact, List<Found> found) {
        List<Found> alike = found.stream().filter(f -> f.kind() == fact.kind()).toList();
        if (fact.day() == null || fact.kind() == SessionKind.OTHER) {
            return false;
        }
        return fact.numbers().size() == 1
                ? alike.stream().noneMatch(f -> f.numbers().equals(fact.numbers()))
                : alike.isEmpty();
    }

    /** "The races start at 15:30", where a list has a session at 15:30 with its day. */
    private static boolean isToldWithItsDay(Found one, List<Found> all, boolean published) {
        Moment moment = one.moment();
        return moment != null
                && isWithoutDay(one, published)
                && all.stream()
                        .filter(f -> !isWithoutDay(f, published) && f.kind() != SessionKind.OTHER)
                        .anyMatch(f -> f.moment() != null
                                && f.moment().start() == moment.start()
                                && compatible(f.series(), one.series())
                                && (f.kind() == one.kind() || one.isSentence()));
    }

    private static boolean isWithoutDay(Found one, boolean published) {
        Found.DayAt day = one.day();
        return day == null || (day.relative() && day.day() == null && !published);
    }

    private static Found sized(Found one, List<Found> facts) {
        Moment moment = one.moment();
        if (one.length() != null || (moment != null && moment.end() != null)) {
            return one;
        }
        return facts.stream()
                .filter(f -> f.kind() == one.kind()
                        && (f.numbers().isEmpty() || f.numbers().equals(one.numbers())))
                .filter(f -> f.series() == null || one.series() == null || Objects.equals(f.series(), one.series()))
                .findFirst()
                .map(f -> f.length() == null ? one : one.withLength(f.length()))
                .orElse(one);
    }

    /** Whether two names may stand for one session: the words of one are among those of the other. */
    static boolean sameName(Found a, Found b) {
        boolean numbers =
                a.numbers().isEmpty() || b.numbers().isEmpty() || a.numbers().equals(b.numbers());
        Set<String> one = words(a.name());
        Set<String> two = words(b.name());
        return numbers && (one.containsAll(two) || two.containsAll(one) || one.size() == 1 || two.size() == 1);
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(List.of(Folding.fold(name).split("[^\\p{L}]+")));
        words.remove("");
        return words;
    }

    static boolean compatible(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b);
    }
}
