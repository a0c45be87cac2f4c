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
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
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

    /** The clocks and the lease of one call, what holds then, and what it settled without sending. */
    private record Moment(
            Platform platform,
            Instant now,
            Instant machine,
            Instant until,
            Silenced silenced,
            long head,
            Map<DeliveryState, Integer> unsent) {
        void countUnsent(DeliveryState fate, int rows) {
            if (rows > 0) {
                unsent.merge(fate, rows, Integer::sum);
            }
        }
    }

    /** A message whose lease or wait has ended. */
    private record Open(
            String id,
            ChatRef chat,
            @Nullable String role,
            boolean quiet,
            Instant due,
            int attempts,
            @Nullable Instant unsureSince,
            long shown) {}

    /** A row that is due, first come first. */
    private record Candidate(long id, long chatId, ChatRef chat) {}

    /** What makes rows one message. */
    private record Group(long chatId, @Nullable String role, Instant due, boolean notices) {
        static Group of(Row row) {
            return new Group(row.chatId(), row.role(), row.promise().due(), row.promise() instanceof Promise.OfNotice);
        }
    }

    /** A new message. */
    private record Made(Claim claim, Group group) {}

    Claimed claim(Handle handle, Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("lease " + lease);
        }
        dialect.keepSubscriptions(handle);
        Moment moment = new Moment(
                platform,
                now,
                machine,
                machine.plus(lease),
                Silenced.at(handle, now),
                head(handle),
                new EnumMap<>(DeliveryState.class));
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

    /** The number of the newest revision of the timetable, 0 for none. */
    static long head(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM revision")
                .mapTo(Long.class)
                .one();
    }

    /** What became useless while its chat could not be written to has failed; the rest came too late. */
    private void expire(Handle handle, Moment moment) {
        handle.createQuery("""
                        UPDATE delivery SET settled_at = :now,
                            state = CASE WHEN EXISTS (SELECT 1 FROM chat c WHERE c.id = delivery.chat_id
                                AND c.state <> 'open') THEN 'failed' ELSE 'expired' END,
                            reason = coalesce((SELECT c.reason FROM chat c WHERE c.id = delivery.chat_id
                                AND c.state <> 'open'), :reason)
                        WHERE id IN (SELECT d.id FROM delivery d WHERE d.platform = :platform AND d.state = 'pending'
                            AND d.expires_at <= :now""" + dialect.lockRows("d") + ") RETURNING state")
                .bind("platform", moment.platform().word())
                .bind("now", moment.now().toEpochMilli())
                .bind("reason", Row.TOO_LATE)
                .mapTo(String.class)
                .list()
                .forEach(state -> moment.countUnsent(DeliveryState.ofWord(state), 1));
    }

    private boolean takeAgain(Handle handle, Moment moment, int limit, List<Claim> claims) {
        List<Open> open = open(handle, moment, limit);
        if (open.isEmpty()) {
            return false;
        }
        String ofThese = "d.state = 'sending' AND " + dialect.among("d.message_id", "text");
        List<Row> sending =
                load(handle, moment, ofThese, open.stream().map(Open::id).toList());
        Set<String> unsure =
                open.stream().filter(m -> m.unsureSince() != null).map(Open::id).collect(Collectors.toSet());
        Map<String, List<Row>> rows = still(handle, moment, sending, unsure).stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.messageId())));
        List<String> empty =
                open.stream().map(Open::id).filter(id -> !rows.containsKey(id)).toList();
        settling.drop(handle, empty, "Nothing in it was of use any more when it could be tried again.");
        PreparedBatch again = handle.prepareBatch("UPDATE message SET state = 'sending', attempts = attempts + 1,"
                + " again_at = :until, tried_at = :machine, unsure_since = :unsure, shown = :shown WHERE id = :id");
        for (Open message : open) {
            List<Row> left = rows.get(message.id());
            if (left != null) {
                Instant unsureSince = message.unsureSince();
                again.bind("until", moment.until().toEpochMilli())
                        .bind("machine", moment.machine().toEpochMilli())
                        .bind("unsure", unsureSince == null ? null : unsureSince.toEpochMilli())
                        .bind("shown", unsureSince == null ? moment.head() : message.shown())
                        .bind("id", message.id())
                        .add();
                claims.add(new Claim(
                        message.id(),
                        message.chat(),
                        message.role(),
                        message.quiet(),
                        message.due(),
                        left.stream().map(Row::promise).toList(),
                        message.attempts() + 1,
                        unsureSince,
                        moment.head(),
                        null));
            }
        }
        if (again.size() > 0) {
            again.execute();
        }
        return true;
    }

    private List<Open> open(Handle handle, Moment moment, int limit) {
        return silenceable(
                        handle.createQuery("""
                        SELECT m.id, m.role, m.quiet, m.due_at, m.attempts, m.shown, c.platform, c.chat, c.topic,
                            coalesce(m.unsure_since, CASE m.state WHEN 'sending' THEN m.tried_at END) AS unsure
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.platform = :platform AND m.again_at <= :machine"""
                                + moment.silenced().notUnsent("m") + " ORDER BY m.again_at, m.id LIMIT :limit"
                                + dialect.lockRows("m")),
                        moment)
                .bind("platform", moment.platform().word())
                .bind("machine", moment.machine().toEpochMilli())
                .bind("limit", limit)
                .map((rs, _) -> new Open(
                        rs.getString("id"),
                        Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                        rs.getString("role"),
                        rs.getInt("quiet") == 1,
                        Instant.ofEpochMilli(rs.getLong("due_at")),
                        rs.getInt("attempts"),
                        Row.instant(rs, "unsure"),
                        rs.getLong("shown")))
                .list();
    }

    /** A query that has a part only where there is a silence. */
    private static Query silenceable(Query query, Moment moment) {
        return moment.silenced().none() ? query : query.bind("now", moment.now().toEpochMilli());
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
                "d.state = 'pending' AND " + dialect.among("d.chat_id", "bigint"),
                candidates.stream().map(Candidate::chatId).distinct().toList());
        List<Row> left = still(handle, moment, due, Set.of()).stream()
                .filter(r -> !moment.silenced().series().contains(r.promise().series()))
                .toList();
        Map<Long, Group> groupOf =
                left.stream().collect(Collectors.toMap(r -> r.promise().deliveryId(), Group::of));
        Map<Group, List<Row>> groups = left.stream().collect(Collectors.groupingBy(Group::of));
        List<Made> made = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Group group = groupOf.get(candidate.id());
            List<Row> rows = group == null ? null : groups.remove(group);
            if (group != null && rows != null) {
                made.add(new Made(message(moment, candidate.chat(), group, rows), group));
            }
        }
        write(handle, moment, made);
        made.forEach(m -> claims.add(m.claim()));
        return !made.isEmpty() || left.size() < due.size();
    }

    private Claim message(Moment moment, ChatRef chat, Group group, List<Row> rows) {
        List<Promise> promises = rows.stream().map(Row::promise).toList();
        boolean quiet = promises.stream().allMatch(p -> p instanceof Promise.OfNotice notice && notice.quiet());
        return new Claim(
                ids.next(moment.machine()),
                chat,
                quiet ? null : group.role(),
                quiet,
                group.due(),
                promises,
                1,
                null,
                moment.head(),
                null);
    }

    private List<Candidate> candidates(Handle handle, Moment moment, int limit) {
        return silenceable(
                        handle.createQuery("""
                        SELECT d.id, d.chat_id, c.platform, c.chat, c.topic
                        FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.platform = :platform AND d.state = 'pending' AND c.state = 'open'"""
                                + moment.silenced().notRow("d") + Row.FIRST_COME + " LIMIT :limit"
                                + dialect.lockChats("c")),
                        moment)
                .bind("platform", moment.platform().word())
                .bind("limit", limit)
                .map((rs, _) -> new Candidate(
                        rs.getLong("id"),
                        rs.getLong("chat_id"),
                        Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic"))))
                .list();
    }

    private List<Row> load(Handle handle, Moment moment, String condition, List<?> keys) {
        return handle.createQuery(Row.SELECT + condition + Row.FIRST_COME + dialect.lockRows("d"))
                .bind("now", moment.now().toEpochMilli())
                .bind("keys", dialect.keys(keys))
                .map((rs, _) -> Row.of(rs))
                .list();
    }

    /** Settles what is not to be sent any more: in doubt where its message may have arrived. @return the others */
    private List<Row> still(Handle handle, Moment moment, List<Row> rows, Set<String> unsure) {
        Map<DeliveryState, List<Row>> fates =
                rows.stream().collect(Collectors.groupingBy(row -> row.fate(moment.now())));
        fates.forEach((fate, group) -> {
            if (fate != DeliveryState.SENDING) {
                Map<Boolean, List<Long>> ids = group.stream()
                        .collect(Collectors.partitioningBy(
                                r -> unsure.contains(String.valueOf(r.messageId())),
                                Collectors.mapping(r -> r.promise().deliveryId(), Collectors.toList())));
                List<Long> doubtful = ids.getOrDefault(true, List.of());
                List<Long> unsent = ids.getOrDefault(false, List.of());
                String why = String.valueOf(Row.why(fate));
                settling.end(handle, doubtful, DeliveryState.IN_DOUBT, Settling.doubtful(why), moment.now());
                settling.end(handle, unsent, fate, why, moment.now());
                moment.countUnsent(DeliveryState.IN_DOUBT, doubtful.size());
                moment.countUnsent(fate, unsent.size());
            }
        });
        return fates.getOrDefault(DeliveryState.SENDING, List.of());
    }

    private static void write(Handle handle, Moment moment, List<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        PreparedBatch messages = handle.prepareBatch("""
                INSERT INTO message (id, chat_id, platform, role, quiet, due_at, state, attempts, tried_at, again_at, shown)
                VALUES (?, ?, ?, ?, ?, ?, 'sending', 1, ?, ?, ?)""");
        PreparedBatch rows =
                handle.prepareBatch("UPDATE delivery SET state = 'sending', message_id = ?, said_at = ? WHERE id = ?");
        made.forEach(m -> {
            Claim claim = m.claim();
            Group group = m.group();
            messages.add(
                    claim.messageId(),
                    group.chatId(),
                    moment.platform().word(),
                    claim.role(),
                    claim.quiet() ? 1 : 0,
                    group.due().toEpochMilli(),
                    moment.machine().toEpochMilli(),
                    moment.until().toEpochMilli(),
                    moment.head());
            claim.promises()
                    .forEach(p -> rows.add(claim.messageId(), moment.now().toEpochMilli(), p.deliveryId()));
        });
        messages.execute();
        rows.execute();
    }
}
