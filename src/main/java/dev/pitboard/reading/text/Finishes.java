package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Found.Moment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Saturday 14:30 start of the race, Sunday 14:30 finish": the finish is the end of the race above it. */
final class Finishes {
    private static final int DAY = 1440;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 25 * 60;

    private final Pattern finish;
    private final DayBook days;

    Finishes(Vocabulary words, DayBook days) {
        finish = Pattern.compile("(?<!\\p{L})" + words.alternatives("kind.other.finish") + "(?!\\p{L})");
        this.days = days;
    }

    List<Found> ended(List<Found> found) {
        List<Found> ended = new ArrayList<>(found);
        for (int i = 1; i < ended.size(); i++) {
            Found one = ended.get(i);
            boolean finishes = one.kind() == SessionKind.OTHER
                    && finish.matcher(Folding.fold(one.name())).find();
            int race = finishes ? race(ended, i) : -1;
            Integer minutes = race < 0 ? null : minutes(ended.get(race), one);
            Moment start = race < 0 ? null : ended.get(race).moment();
            if (minutes != null && start != null && minutes >= SHORTEST && minutes <= LONGEST) {
                Moment whole = new Moment(start.start(), start.start() + minutes, start.zone(), start.elsewhere());
                ended.set(race, ended.get(race).withMoment(whole));
            }
        }
        return ended;
    }

    /** The last race before a finish, if its end is open; or -1. */
    private static int race(List<Found> found, int before) {
        for (int i = before - 1; i >= 0; i--) {
            Found one = found.get(i);
            if (one.kind() == SessionKind.RACE
                    && Tidying.compatible(one.series(), found.get(before).series())) {
                Moment moment = one.moment();
                return moment != null && moment.end() == null && one.length() == null ? i : -1;
            }
        }
        return -1;
    }

    private @Nullable Integer minutes(Found race, Found finish) {
        Moment start = race.moment();
        Moment end = finish.moment();
        LocalDate first = date(race);
        LocalDate last = date(finish);
        return start == null || end == null || first == null || last == null
                ? null
                : Integer.valueOf((int) ChronoUnit.DAYS.between(first, last) * DAY + end.start() - start.start());
    }

    private @Nullable LocalDate date(Found one) {
        return one.day() == null ? null : days.date(one.day());
    }
}
