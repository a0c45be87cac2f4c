package dev.pitboard.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the program uses at one moment of a soak.
 *
 * @param after since the season began
 * @param delivered messages so far
 * @param heap bytes of living objects
 * @param resident bytes of memory
 * @param connections to the database
 */
record Sample(
        Duration after,
        long delivered,
        OptionalLong heap,
        OptionalLong resident,
        OptionalLong threads,
        OptionalLong files,
        OptionalLong connections) {
    static final List<String> HEADS = List.of(
            "after, s", "delivered", "living objects, MB", "resident, MB", "threads", "open files", "connections");

    /** @param database the name of the SQLite file */
    static Sample take(Duration after, long delivered, Gauge gauge, String database) throws IOException {
        // In this order: the collection gives memory back.
        return new Sample(
                after,
                delivered,
                gauge.heap(),
                gauge.resident(),
                gauge.threads(),
                gauge.files(),
                OptionalLong.of(gauge.open(database)));
    }

    List<String> row() {
        return List.of(
                Long.toString(after.toSeconds()),
                Long.toString(delivered),
                FanOut.megabytes(heap),
                FanOut.megabytes(resident),
                FanOut.whole(threads),
                FanOut.whole(files),
                FanOut.whole(connections));
    }
}
