package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Claims messages: see {@link dev.pitboard.delivery.Ledger#claim}. */
final class Claiming {
    private final Dialect dialect;
    private final Settling settling;
    private final MessageIds ids = new MessageIds();

    Claiming(Dialect dialect, Settling settling) {
        this.dialect = dialect;
        this.settling = settling;
    }

    /** The clocks and the lease of one call, and what it settled without sending. */
    private record Moment(
            Platform platform, Instant now, Instant machine, Instant until, Map<DeliveryState, Integer> unsent) {
        void countUnsent(DeliveryState fate, int rows) {
            if (rows > 0) {
                unsent.merge(fate, rows, Integer::sum);
            }
        }
    }

    /** A message whose lease or wait has ended. */
    private record Open(
            String id, ChatRef chat, @Nullable String role, Instant due, int attempts, Instant firstTried) {}

    /** A row that is due, first come first. */
    private record Candidate(long id, long chatId, ChatRef chat) {}

    /** What makes rows one message. */
    private record Group(long chatId, @Nullable String role, Instant due) {
        static Group of(Row row) {
            return new Group(row.chatId(), row.role(), row.promise().due());
        }
    }

    /** A new message. */
    private record Made(Claim claim, Group group) {}

    Claimed claim(Handle handle, Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("lease " + lease);
        }
        Moment moment = new Moment(platform, now, machine, machine.plus(lease), new EnumMap<>(DeliveryState.class));
        expire(handle, moment);
        List<Claim> claims = new ArrayList<>();
        boolean more = true;
        while (more && claims.size() < limit) {
            more = takeAgain(handle, moment, limit - claims.size(), claims);
        }
        more = true;
        while (more && claims.size() < limit) {
            more = takeNew(handle, moment, limit - claims.size(), claims);
        }
        return new Claimed(claims, moment.unsent());
    }

    private void expire(Handle handle, Moment moment) {
        int rows = handle.createUpdate("""
                        UPDATE delivery SET state = 'expired', settled_at = :now, reason = :reason
                        WHERE id IN (SELECT d.id FROM delivery d WHERE d.platform = :platform AND d.state = 'pending'
                            AND d.expires_at <= :now""" + dialect.lockRows("d") + ")")
                .bind("platform", moment.platform().word())
                .bind("now", moment.now().toEpochMilli())
                .bind("reason", Row.TOO_LATE)
                .execute();
        moment.countUnsent(DeliveryState.EXPIRED, rows);
    }

    private boolean takeAgain(Handle handle, Moment moment, int limit, List<Claim> claims) {
        List<Open> open = open(handle, moment, limit);
        if (open.isEmpty()) {
            return false;
        }
        Map<String, List<Row>> rows = still(
                        handle,
                        moment,
                        load(
                                handle,
                                moment,
                                "d.state = 'sending' AND d.message_id IN (<keys>)",
                                open.stream().map(Open::id).toList()))
                .stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.messageId())));
        List<String> empty =
                open.stream().map(Open::id).filter(id -> !rows.containsKey(id)).toList();
        settling.drop(handle, empty, "Nothing in it was of use any more when it could be tried again.");
        PreparedBatch again = handle.prepareBatch(
                "UPDATE message SET state = 'sending', attempts = attempts + 1," + " again_at = :until WHERE id = :id");
        for (Open message : open) {
            List<Row> left = rows.get(message.id());
            if (left != null) {
                again.bind("until", moment.until().toEpochMilli())
                        .bind("id", message.id())
                        .add();
                claims.add(new Claim(
                        message.id(),
                        message.chat(),
                        message.role(),
                        message.due(),
                        left.stream().map(Row::promise).toList(),
                        message.attempts() + 1,
                        message.firstTried()));
            }
        }
        if (again.size() > 0) {
            again.execute();
        }
        return true;
    }

    private List<Open> open(Handle handle, Moment moment, int limit) {
        return handle.createQuery("""
                        SELECT m.id, m.role, m.due_at, m.attempts, m.first_tried_at, c.platform, c.chat, c.topic
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.platform = :platform AND m.again_at <= :machine
                        ORDER BY m.again_at, m.id LIMIT :limit""" + dialect.lockRows("m"))
                .bind("platform", moment.platform().word())
                .bind("machine", moment.machine().toEpochMilli())
                .bind("limit", limit)
                .map((rs, _) -> new Open(
                        rs.getString("id"),
                        Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                        rs.getString("role"),
                        Instant.ofEpochMilli(rs.getLong("due_at")),
                        rs.getInt("attempts"),
                        Instant.ofEpochMilli(rs.getLong("first_tried_at"))))
                .list();
    }

    /** Makes messages of what is due in the chats whose turn it is. @return whether there may be more */
    private boolean takeNew(Handle handle, Moment moment, int limit, List<Claim> claims) {
        List<Candidate> candidates = candidates(handle, moment, limit);
        if (candidates.isEmpty()) {
            return false;
        }
        List<Row> due = load(
                handle,
                moment,
                "d.state = 'pending' AND d.due_at <= :now AND d.chat_id IN (<keys>)",
                candidates.stream().map(Candidate::chatId).distinct().toList());
        List<Row> left = still(handle, moment, due);
        Map<Long, Group> groupOf =
                left.stream().collect(Collectors.toMap(r -> r.promise().deliveryId(), Group::of));
        Map<Group, List<Row>> groups = left.stream().collect(Collectors.groupingBy(Group::of));
        List<Made> made = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Group group = groupOf.get(candidate.id());
            List<Row> rows = group == null ? null : groups.remove(group);
            if (group != null && rows != null) {
                List<Promise> promises = rows.stream().map(Row::promise).toList();
                String id = ids.next(moment.machine());
                made.add(
                        new Made(new Claim(id, candidate.chat(), group.role(), group.due(), promises, 1, null), group));
            }
        }
        write(handle, moment, made);
        made.forEach(m -> claims.add(m.claim()));
        return !made.isEmpty() || left.size() < due.size();
    }

    private List<Candidate> candidates(Handle handle, Moment moment, int limit) {
        return handle.createQuery("""
                        SELECT d.id, d.chat_id, c.platform, c.chat, c.topic
                        FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.platform = :platform AND d.state = 'pending' AND d.due_at <= :now
                        ORDER BY d.expires_at, d.start_at, d.due_at, d.id LIMIT :limit""" + dialect.lockChats("c"))
                .bind("platform", moment.platform().word())
                .bind("now", moment.now().toEpochMilli())
                .bind("limit", limit)
                .map((rs, _) -> new Candidate(
                        rs.getLong("id"),
                        rs.getLong("chat_id"),
                        Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic"))))
                .list();
    }

    private List<Row> load(Handle handle, Moment moment, String condition, List<?> keys) {
        return handle.createQuery(Row.SELECT + condition + " ORDER BY d.expires_at, d.start_at, d.due_at, d.id"
                        + dialect.lockRows("d"))
                .bind("now", moment.now().toEpochMilli())
                .bindList("keys", keys)
                .map((rs, _) -> Row.of(rs))
                .list();
    }

    /** Settles what is not to be sent any more. @return the others */
    private List<Row> still(Handle handle, Moment moment, List<Row> rows) {
        Map<DeliveryState, List<Row>> fates =
                rows.stream().collect(Collectors.groupingBy(row -> row.fate(moment.now())));
        fates.forEach((fate, group) -> {
            if (fate != DeliveryState.SENDING) {
                settling.end(
                        handle,
                        group.stream().map(r -> r.promise().deliveryId()).toList(),
                        fate,
                        Row.why(fate),
                        moment.now());
                moment.countUnsent(fate, group.size());
            }
        });
        return fates.getOrDefault(DeliveryState.SENDING, List.of());
    }

    private static void write(Handle handle, Moment moment, List<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        PreparedBatch messages = handle.prepareBatch("""
                INSERT INTO message (id, chat_id, platform, role, due_at, state, attempts, first_tried_at, again_at)
                VALUES (?, ?, ?, ?, ?, 'sending', 1, ?, ?)""");
        PreparedBatch rows =
                handle.prepareBatch("UPDATE delivery SET state = 'sending', message_id = ?, said_at = ? WHERE id = ?");
        made.forEach(m -> {
            Claim claim = m.claim();
            Group group = m.group();
            messages.add(
                    claim.messageId(),
                    group.chatId(),
                    moment.platform().word(),
                    group.role(),
                    group.due().toEpochMilli(),
                    moment.machine().toEpochMilli(),
                    moment.until().toEpochMilli());
            claim.promises()
                    .forEach(p -> rows.add(claim.messageId(), moment.now().toEpochMilli(), p.deliveryId()));
        });
        messages.execute();
        rows.execute();
    }
}
