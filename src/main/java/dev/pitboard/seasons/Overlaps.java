package dev.pitboard.seasons;

import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds sessions of one series that run at the same time. Items of the kind {@code other}, such as an autograph session, may run
 * beside anything, and what is cancelled or postponed does not run.
 */
final class Overlaps {
    private final List<Run> runs = new ArrayList<>();

    private record Run(Instant start, Instant end, Session session, At at) {}

    void add(Session session, At at) {
        Instant start = session.start();
        if (start != null && session.status().goesAhead() && session.kind() != SessionKind.OTHER) {
            Instant end = session.end();
            runs.add(new Run(start, end == null ? start : end, session, at));
        }
    }

    void report() {
        runs.sort(Comparator.comparing(Run::start));
        for (int i = 1; i < runs.size(); i++) {
            Run later = runs.get(i);
            for (int j = 0; j < i; j++) {
                Run earlier = runs.get(j);
                if (later.start().isBefore(earlier.end()) || later.start().equals(earlier.start())) {
                    later.at()
                            .key("start")
                            .error("overlaps \"" + earlier.session().name() + "\" on line "
                                    + earlier.at().key("start").line());
                    break;
                }
            }
        }
    }
}
