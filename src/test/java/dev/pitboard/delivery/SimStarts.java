package dev.pitboard.delivery;

import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When which start was at which instant, on timetable time. */
final class SimStarts {
    /** From an instant on a start was at another, or at none. */
    private record Started(Instant from, Instant at) {}

    private final InstantSource timetableTime;
    private final SimSeason season;
    private final Map<Start, List<Started>> starts = new HashMap<>();

    SimStarts(InstantSource timetableTime, SimSeason season) {
        this.timetableTime = timetableTime;
        this.season = season;
        changed();
    }

    /** The timetable or the clock changed: what starts when is remembered with the instant. */
    void changed() {
        season.items()
                .forEach(item -> starts.computeIfAbsent(item.start, _ -> new ArrayList<>())
                        .add(new Started(
                                timetableTime.instant(), item.startsAt().orElse(Instant.MIN))));
    }

    /** Whether the start was not at that instant at some moment shortly before. */
    boolean wasElsewhere(SimPromise key, Instant settled) {
        return wasElsewhere(key, settled, settled.minus(SimOracle.CLOCK_SLACK));
    }

    boolean wasElsewhere(SimPromise key, Instant last, Instant first) {
        List<Started> all = starts.getOrDefault(key.start(), List.of());
        for (int i = 0; i < all.size(); i++) {
            Instant until = i + 1 < all.size() ? all.get(i + 1).from : Instant.MAX;
            boolean then = !all.get(i).from.minusMillis(1).isAfter(last) && !until.isBefore(first);
            if (then && !all.get(i).at.equals(key.at())) {
                return true;
            }
        }
        return false;
    }
}
