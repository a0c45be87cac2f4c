package dev.pitboard.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Deletes what ended long ago, in small steps, so that nothing else waits long for the database. The ledger is older the lower
 * its row's ids are: a step looks at the oldest rows only, however many there are.
 */
public final class Purge {
    private static final int STEP = 500;

    /** A message may wait so long until it is settled: it is kept for so much longer than its rows. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(15);

    private final Database database;

    public Purge(Database database) {
        this.database = database;
    }

    /**
     * Deletes some of what was settled before that instant: rows of the ledger, messages without rows, what was wanted until
     * then, and proposals from before that were approved or dropped. Revisions stay: they are the history.
     *
     * @return how many rows were deleted; 0 when there is no more
     */
    public int step(Instant before) {
        return database.write(handle -> deliveries(handle, before)
                + messages(handle, before)
                + terms(handle, before)
                + proposals(handle, before));
    }

    private static int deliveries(Handle handle, Instant before) {
        return handle.createUpdate("""
                        DELETE FROM delivery WHERE settled_at < :before
                        AND id IN (SELECT id FROM (SELECT id FROM delivery ORDER BY id LIMIT :step) oldest)""")
                .bind("before", before.toEpochMilli())
                .bind("step", STEP)
                .execute();
    }

    /** By the time in their ids. */
    private static int messages(Handle handle, Instant before) {
        return handle.createUpdate("""
                        DELETE FROM message WHERE again_at IS NULL AND id < :until
                        AND id IN (SELECT id FROM (SELECT id FROM message ORDER BY id LIMIT :step) oldest)""")
                .bind("until", MessageIds.time(before.minus(LONGEST_WAIT)))
                .bind("step", STEP)
                .execute();
    }

    private static int terms(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM subscription_terms WHERE valid_until < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static int proposals(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM proposal WHERE state <> 'open' AND made_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
