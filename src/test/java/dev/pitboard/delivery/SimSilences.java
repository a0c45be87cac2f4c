package dev.pitboard.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of which series nothing may be sent when, on timetable time. */
final class SimSilences {
    private record One(
            String series, Instant since, @Nullable Instant until) {}

    private final List<One> all = new ArrayList<>();

    void begin(String series, Instant since, @Nullable Instant until) {
        all.add(new One(series, since, until));
    }

    void end(String series) {
        all.removeIf(s -> s.series.equals(series));
    }

    boolean holds(String series, Instant now) {
        return all.stream()
                .anyMatch(s ->
                        s.series.equals(series) && !s.since.isAfter(now) && (s.until == null || s.until.isAfter(now)));
    }
}
