package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Promise;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger in SQL. Instants are kept to the millisecond. Several processes may share one PostgreSQL. */
public final class SqlLedger implements Ledger {
    private final Database database;
    private final Claiming claiming;
    private final Settling settling = new Settling();

    public SqlLedger(Database database) {
        this.database = database;
        this.claiming = new Claiming(database.dialect(), settling);
    }

    @Override
    public int expand(List<Reminder> reminders, Instant now) {
        return database.write(handle -> {
            int pending = 0;
            for (Reminder reminder : reminders) {
                pending += Expansion.run(handle, database.dialect(), reminder, now);
            }
            return pending;
        });
    }

    @Override
    public Set<PlannedStart> pendingStarts() {
        return database.read(handle -> handle.createQuery(
                        "SELECT DISTINCT start, start_at FROM delivery WHERE state = 'pending'")
                .map((rs, _) -> new PlannedStart(
                        Start.parse(rs.getString("start")), Instant.ofEpochMilli(rs.getLong("start_at"))))
                .set());
    }

    @Override
    public int supersede(PlannedStart stale, String reason, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET state = 'superseded', reason = :reason, settled_at = :now
                        WHERE state = 'pending' AND start = :start AND start_at = :at
                        """)
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("start", stale.start().toString())
                .bind("at", stale.at().toEpochMilli())
                .execute());
    }

    @Override
    public List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        return database.write(handle -> claiming.claim(handle, platform, now, machine, lease, limit));
    }

    @Override
    public Optional<Instant> nextRetry(Platform platform) {
        return database.read(handle -> handle.createQuery(
                                "SELECT min(again_at) FROM message WHERE platform = :platform AND again_at IS NOT NULL")
                        .bind("platform", platform.word())
                        .mapTo(Long.class)
                        .findOne())
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void leaveOut(Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        database.write(handle -> {
            settling.leaveOut(handle, claim, promises, state, reason, now);
            return null;
        });
    }

    @Override
    public void sent(Claim claim, Outcome.Sent sent, Instant now) {
        database.write(handle -> {
            settling.sent(handle, claim, sent, now);
            return null;
        });
    }

    @Override
    public void retryAt(Claim claim, Instant machineRetry, String reason) {
        database.write(handle -> {
            settling.retryAt(handle, claim, machineRetry, reason);
            return null;
        });
    }

    @Override
    public void giveUp(Claim claim, DeliveryState state, String reason, Instant now) {
        database.write(handle -> {
            settling.giveUp(handle, claim, state, reason, now);
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
    public List<DeliveryRecord> history(ChatRef chat, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.*, c.platform, c.chat, c.topic, m.message_ref
                        FROM chat c JOIN subscription s ON s.chat_id = c.id JOIN delivery d ON d.subscription_id = s.id
                        LEFT JOIN message m ON m.id = d.message_id
                        WHERE c.platform = :platform AND c.chat = :chat AND c.topic = :topic
                        ORDER BY d.due_at DESC, d.id DESC LIMIT :limit
                        """)
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .bind("limit", limit)
                .map((rs, _) -> deliveryRecord(rs))
                .list());
    }

    private static DeliveryRecord deliveryRecord(ResultSet rs) throws SQLException {
        return new DeliveryRecord(
                Row.promise(rs),
                Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                DeliveryState.ofWord(rs.getString("state")),
                rs.getString("message_id"),
                rs.getString("message_ref"),
                rs.getString("reason"),
                instant(rs, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public Map<DeliveryState, Long> counts() {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        database.read(handle -> handle.createQuery("SELECT state, count(*) AS n FROM delivery GROUP BY state")
                        .map((rs, _) -> Map.entry(DeliveryState.ofWord(rs.getString("state")), rs.getLong("n")))
                        .list())
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
