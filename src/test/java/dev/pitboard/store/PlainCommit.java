package dev.pitboard.store;

import dev.pitboard.notice.Consequences;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of a timetable that is not in the database, and silences: for tests of what comes of them in the ledger. */
public final class PlainCommit {
    private PlainCommit() {}

    /** The timetable changed with the revision of that number. */
    public static void follow(Database database, Consequences consequences, long number, Instant now) {
        database.write(handle -> {
            database.dialect().changeSubscriptions(handle);
            handle.execute(
                    "INSERT INTO revision (number, series, year, made_at, origin, who, why, changes)"
                            + " VALUES (?, 'gt4', 2023, ?, 'hand', 'terminal', 'test', '[]')",
                    number,
                    now.toEpochMilli());
            new Aftermath(handle, database.dialect(), number, now).follow(consequences);
            return null;
        });
    }

    /** Nothing of the series is sent from then on. */
    public static void silence(Database database, String series, Instant since, @Nullable Instant until) {
        database.write(handle -> handle.execute(
                "INSERT INTO silence (series, who, since, ends_at) VALUES (?, 'terminal', ?, ?)",
                series,
                since.toEpochMilli(),
                until == null ? null : until.toEpochMilli()));
    }

    /** The silence of a series is over. */
    public static void resume(Database database, String series) {
        database.write(handle -> handle.execute("DELETE FROM silence WHERE series = ?", series));
    }
}
