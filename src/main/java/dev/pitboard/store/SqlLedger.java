package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Promise;
import dev.pitboard.delivery.Settlement;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger in SQL. Instants are kept to the millisecond. Several processes may share one PostgreSQL. */
public final class SqlLedger implements Ledger {
    private static final Logger log = LoggerFactory.getLogger(SqlLedger.class);

    private final Database database;
    private final DeliveryEvents events;
    private final Claiming claiming;
    private final Settling settling;
    private final Editing editing;

    /** One that nobody watches. */
    public SqlLedger(Database database) {
        this(database, DeliveryEvents.NONE);
    }

    /** @param events told of what becomes of rows by themselves: owed, expired, overtaken and the like */
    public SqlLedger(Database database, DeliveryEvents events) {
        this.database = database;
        this.events = events;
        this.settling = new Settling(database.dialect());
        this.editing = new Editing(database.dialect());
        this.claiming = new Claiming(database.dialect(), settling);
    }

    @Override
    public int expand(List<Reminder> reminders, Instant now) {
        Written written = database.write(handle -> {
            Written rows = new Written();
            Expansion expansion = new Expansion(handle, database.dialect());
            reminders.forEach(reminder -> expansion.run(reminder, now, rows));
            return rows;
        });
        if (written.hasEnded()) {
            log.info("ended as soon as they were planned: {}", written.endedText());
        }
        written.tell(events);
        return written.pending();
    }

    @Override
    public Set<PlannedStart> pendingStarts() {
        return database.read(handle -> handle.createQuery(
                        "SELECT DISTINCT start, start_at FROM delivery WHERE state = 'pending' AND revision = 0")
                .map((rs, _) -> new PlannedStart(
                        Start.parse(rs.getString("start")), Instant.ofEpochMilli(rs.getLong("start_at"))))
                .set());
    }

    @Override
    public int supersede(PlannedStart stale, String reason, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET state = 'superseded', reason = :reason, settled_at = :now
                        WHERE state = 'pending' AND revision = 0 AND start = :start AND start_at = :at
                        """)
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("start", stale.start().toString())
                .bind("at", stale.at().toEpochMilli())
                .execute());
    }

    @Override
    public List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        Claimed claimed = database.write(handle -> claiming.claim(handle, platform, now, machine, lease, limit));
        if (!claimed.unsent().isEmpty()) {
            log.info("{}: settled without being sent: {}", platform.label(), claimed.unsentText());
            claimed.unsent().forEach((state, rows) -> events.unsent(platform, state, rows));
        }
        return claimed.claims();
    }

    @Override
    public List<Claim> claimEdits(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        return database.write(handle -> editing.claim(handle, platform, now, machine, lease, limit));
    }

    @Override
    public boolean isSilenced(Claim claim, Instant now) {
        Silenced silenced = database.read(handle -> Silenced.at(handle, now));
        return claim.promises().stream().map(Promise::series).anyMatch(silenced.series()::contains);
    }

    @Override
    public Optional<Instant> nextRetry(Platform platform, Instant now, Instant machine) {
        return database.read(handle -> NextRetry.of(handle, platform, now, machine));
    }

    @Override
    public void leaveOut(Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        database.write(handle -> {
            settling.leaveOut(handle, claim, promises, state, reason, now);
            return null;
        });
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now, Instant machine) {
        database.write(handle -> {
            settling.settle(handle, settlements, now, machine);
            return null;
        });
    }

    @Override
    public int releaseLeases(Instant machine) {
        return database.write(handle -> handle.execute(
                "UPDATE message SET again_at = ? WHERE again_at IS NOT NULL AND state = 'sending'",
                machine.toEpochMilli()));
    }

    @Override
    public List<DeliveryRecord> find(LedgerFilter filter, int limit) {
        return database.read(handle -> Lookup.rows(handle, filter, limit));
    }

    @Override
    public Map<DeliveryState, Long> counts(LedgerFilter filter) {
        return database.read(handle -> Lookup.counts(handle, filter));
    }
}
