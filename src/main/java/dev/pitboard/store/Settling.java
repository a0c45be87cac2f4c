package dev.pitboard.store;

import dev.pitboard.delivery.ChatState;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Promise;
import dev.pitboard.delivery.Settlement;
import dev.pitboard.reminder.Reminder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** How messages and their rows end or wait. */
final class Settling {
    /** Ends after which what was left out because of a row is owed again. What is in doubt covers nothing. */
    private static final Set<DeliveryState> UNSAID =
            EnumSet.of(DeliveryState.EXPIRED, DeliveryState.FAILED, DeliveryState.SUPERSEDED, DeliveryState.IN_DOUBT);

    private static final String UNCOVER = """
            UPDATE delivery SET state = 'pending', settled_at = NULL, reason = NULL
            WHERE state = 'covered' AND expires_at > :now
            AND id IN (SELECT c.id FROM delivery o JOIN delivery c ON c.subscription_id = o.subscription_id
                AND c.start = o.start AND c.state = 'covered' AND (o.revision = 0 AND c.lead_minutes = o.lead_minutes
                    OR o.revision > 0 AND c.start_at = o.start_at) WHERE <ended>)
            AND NOT EXISTS (SELECT 1 FROM delivery k WHERE k.subscription_id = delivery.subscription_id
                AND k.start = delivery.start AND k.lead_minutes = delivery.lead_minutes AND k.revision = 0
                AND k.state IN ('sent', 'sending') AND k.said_at > delivery.due_at - :window)
            AND NOT EXISTS (SELECT 1 FROM delivery k WHERE k.subscription_id = delivery.subscription_id
                AND k.start = delivery.start AND k.start_at = delivery.start_at AND k.revision > 0
                AND k.state IN ('sent', 'sending', 'pending') AND k.due_at >= delivery.due_at)
            """;

    /** An attempt to send that has ended. */
    private record Latest(long chatId, boolean unsure) {}

    private final Dialect dialect;
    private final ShutChatRows chats;
    private final Editing edits;

    Settling(Dialect dialect) {
        this.dialect = dialect;
        this.chats = new ShutChatRows(dialect);
        this.edits = new Editing(dialect);
    }

    /** The reason beside a row whose message may have arrived, for people. */
    static String doubtful(String reason) {
        return "It may have arrived: the answer to an attempt was lost. " + reason;
    }

    void settle(Handle handle, List<Settlement> settlements, Instant now, Instant machine) {
        List<Settlement.Sent> sent = new ArrayList<>();
        for (Settlement settlement : settlements) {
            if (settlement.claim().isEdit()) {
                edits.settle(handle, settlement, machine);
                continue;
            }
            switch (settlement) {
                case Settlement.Sent s -> sent.add(s);
                case Settlement.Again again -> again(handle, again);
                case Settlement.Ended(Claim claim, DeliveryState state, String reason) ->
                    latest(handle, claim, reason).ifPresent(m -> end(handle, claim, m, state, reason, now));
                case Settlement.Denied(Claim claim, String reason) ->
                    latest(handle, claim, reason).ifPresent(message -> {
                        end(handle, claim, message, DeliveryState.FAILED, reason, now);
                        chats.denied(handle, message.chatId(), reason, machine);
                    });
                case Settlement.Shut(Claim claim, ChatState state, String reason) ->
                    latest(handle, claim, reason).ifPresent(message -> {
                        if (message.unsure()) {
                            end(handle, claim, message, DeliveryState.IN_DOUBT, reason, now);
                        } else {
                            putBack(handle, claim, now);
                        }
                        chats.shut(handle, message.chatId(), state, reason, machine);
                    });
            }
        }
        if (!sent.isEmpty()) {
            sent(handle, sent, now);
        }
    }

    private void sent(Handle handle, List<Settlement.Sent> settlements, Instant now) {
        PreparedBatch messages = handle.prepareBatch("UPDATE message SET state = 'ended', again_at = NULL,"
                + " message_ref = ?, reason = ?, shown = CASE WHEN unsure_since IS NULL AND attempts = ? THEN ? ELSE shown END"
                + " WHERE id = ? AND again_at IS NOT NULL");
        PreparedBatch rows = handle.prepareBatch("UPDATE delivery SET state = 'sent', said_at = ?, settled_at = ?,"
                + " reason = ? WHERE message_id = ? AND state = 'sending'");
        for (Settlement.Sent sent : settlements) {
            String id = sent.claim().messageId();
            messages.add(sent.messageRef(), sent.remark(), sent.claim().attempt(), sent.shown(), id);
            rows.add(now.toEpochMilli(), now.toEpochMilli(), sent.remark(), id);
        }
        messages.execute();
        rows.execute();
        chats.reached(
                handle, settlements.stream().map(s -> s.claim().messageId()).toList());
    }

    private static void again(Handle handle, Settlement.Again again) {
        handle.createUpdate("""
                        UPDATE message SET state = 'waiting', again_at = :again, reason = :reason,
                            unsure_since = CASE :unsure WHEN 1 THEN coalesce(unsure_since, tried_at) ELSE unsure_since END
                        WHERE id = :id AND attempts = :attempt AND again_at IS NOT NULL
                        """)
                .bind("again", again.machineRetry().toEpochMilli())
                .bind("reason", again.reason())
                .bind("unsure", again.unsure() ? 1 : 0)
                .bind("id", again.claim().messageId())
                .bind("attempt", again.claim().attempt())
                .execute();
    }

    /** Ends the message, if it is still this attempt's. */
    private static Optional<Latest> latest(Handle handle, Claim claim, String reason) {
        return handle.createQuery("""
                        UPDATE message SET state = 'ended', again_at = NULL, to_show = shown, reason = :reason
                        WHERE id = :id AND attempts = :attempt AND again_at IS NOT NULL
                        RETURNING chat_id, unsure_since IS NOT NULL AS unsure
                        """)
                .bind("reason", reason)
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .map((rs, _) -> new Latest(rs.getLong("chat_id"), rs.getBoolean("unsure")))
                .findOne();
    }

    private void end(Handle handle, Claim claim, Latest message, DeliveryState state, String reason, Instant now) {
        boolean doubtful = message.unsure() && state != DeliveryState.IN_DOUBT;
        end(
                handle,
                sending(handle, claim),
                message.unsure() ? DeliveryState.IN_DOUBT : state,
                doubtful ? doubtful(reason) : reason,
                now);
    }

    private static List<Long> sending(Handle handle, Claim claim) {
        return handle.createQuery("SELECT id FROM delivery WHERE message_id = :id AND state = 'sending'")
                .bind("id", claim.messageId())
                .mapTo(Long.class)
                .list();
    }

    /** The rows are owed as before they were claimed. */
    private void putBack(Handle handle, Claim claim, Instant now) {
        List<Long> rows = sending(handle, claim);
        handle.createUpdate("UPDATE delivery SET state = 'pending', message_id = NULL, said_at = NULL WHERE "
                        + dialect.among("id", "bigint"))
                .bind("keys", dialect.keys(rows))
                .execute();
        uncover(handle, rows, now);
    }

    /** Only for the attempt that is the latest. */
    void leaveOut(
            Handle handle, Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        if (promises.isEmpty()) {
            return;
        }
        List<Long> rows = handle.createQuery("SELECT d.id FROM delivery d JOIN message m ON m.id = d.message_id"
                        + " WHERE m.id = :id AND m.attempts = :attempt AND m.again_at IS NOT NULL"
                        + " AND d.state = 'sending' AND " + dialect.among("d.id", "bigint"))
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .bind(
                        "keys",
                        dialect.keys(promises.stream().map(Promise::deliveryId).toList()))
                .mapTo(Long.class)
                .list();
        boolean unsure = claim.unsureSince() != null;
        end(handle, rows, unsure ? DeliveryState.IN_DOUBT : state, unsure ? doubtful(reason) : reason, now);
    }

    /** The rows end unsent. What was left out because of them is owed again. */
    void end(Handle handle, List<Long> rows, DeliveryState state, @Nullable String reason, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        handle.createUpdate("UPDATE delivery SET state = :state, reason = :reason, settled_at = :now WHERE "
                        + dialect.among("id", "bigint"))
                .bind("state", state.word())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("keys", dialect.keys(rows))
                .execute();
        if (UNSAID.contains(state)) {
            uncover(handle, rows, now);
        }
    }

    private void uncover(Handle handle, List<Long> rows, Instant now) {
        handle.createUpdate(UNCOVER.replace("<ended>", dialect.among("o.id", "bigint")))
                .bind("now", now.toEpochMilli())
                .bind("window", Reminder.SAY_AGAIN_AFTER.toMillis())
                .bind("keys", dialect.keys(rows))
                .execute();
    }

    /** The message has no rows left and is not sent. */
    void drop(Handle handle, List<String> messages, String reason) {
        if (!messages.isEmpty()) {
            handle.createUpdate(
                            "UPDATE message SET state = 'ended', again_at = NULL, to_show = shown, reason = :reason WHERE "
                                    + dialect.among("id", "text"))
                    .bind("reason", reason)
                    .bind("keys", dialect.keys(messages))
                    .execute();
        }
    }
}
