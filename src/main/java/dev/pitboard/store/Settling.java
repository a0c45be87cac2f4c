package dev.pitboard.store;

import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Promise;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How messages and their rows end or wait. */
final class Settling {
    private static final String UNCOVER = """
            UPDATE delivery SET state = 'pending', settled_at = NULL, reason = NULL
            WHERE state = 'covered' AND expires_at > :now
            AND id IN (SELECT c.id FROM delivery o JOIN delivery c ON c.subscription_id = o.subscription_id
                AND c.start = o.start AND c.lead_minutes = o.lead_minutes AND c.state = 'covered' WHERE o.id IN (<ids>))
            AND NOT EXISTS (SELECT 1 FROM delivery k WHERE k.subscription_id = delivery.subscription_id
                AND k.start = delivery.start AND k.lead_minutes = delivery.lead_minutes
                AND k.state IN ('sent', 'sending') AND k.said_at > delivery.due_at - :window)
            """;

    /** It arrived, whoever it was that sent it; when it has ended already this changes nothing. */
    void sent(Handle handle, Claim claim, Outcome.Sent sent, Instant now) {
        int open = handle.createUpdate("""
                        UPDATE message SET state = 'ended', again_at = NULL, message_ref = :ref, reason = :reason
                        WHERE id = :id AND again_at IS NOT NULL
                        """)
                .bind("ref", sent.messageRef())
                .bind("reason", sent.remark())
                .bind("id", claim.messageId())
                .execute();
        if (open == 1) {
            handle.createUpdate("""
                            UPDATE delivery SET state = 'sent', said_at = :now, settled_at = :now, reason = :reason
                            WHERE message_id = :id AND state = 'sending'
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("reason", sent.remark())
                    .bind("id", claim.messageId())
                    .execute();
        }
    }

    /** Only for the attempt that is the latest: an attempt whose lease has ended has no say any more. */
    void retryAt(Handle handle, Claim claim, Instant machineRetry, String reason) {
        handle.createUpdate("""
                        UPDATE message SET state = 'waiting', again_at = :again, reason = :reason
                        WHERE id = :id AND attempts = :attempt AND again_at IS NOT NULL
                        """)
                .bind("again", machineRetry.toEpochMilli())
                .bind("reason", reason)
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .execute();
    }

    /** Only for the attempt that is the latest, like {@link #retryAt}. */
    void leaveOut(
            Handle handle, Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        List<Long> rows = promises.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT d.id FROM delivery d JOIN message m ON m.id = d.message_id"
                                + " WHERE m.id = :id AND m.attempts = :attempt AND m.again_at IS NOT NULL"
                                + " AND d.state = 'sending' AND d.id IN (<ids>)")
                        .bind("id", claim.messageId())
                        .bind("attempt", claim.attempt())
                        .bindList(
                                "ids",
                                promises.stream().map(Promise::deliveryId).toList())
                        .mapTo(Long.class)
                        .list();
        end(handle, rows, state, reason, now);
    }

    /** Only for the attempt that is the latest, like {@link #retryAt}. */
    void giveUp(Handle handle, Claim claim, DeliveryState state, String reason, Instant now) {
        if (state == DeliveryState.PENDING || state == DeliveryState.SENDING || state == DeliveryState.SENT) {
            throw new IllegalArgumentException("nothing is given up as " + state);
        }
        int open = handle.createUpdate("""
                        UPDATE message SET state = 'ended', again_at = NULL, reason = :reason
                        WHERE id = :id AND attempts = :attempt AND again_at IS NOT NULL
                        """)
                .bind("reason", reason)
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .execute();
        if (open == 1) {
            List<Long> rows = handle.createQuery("SELECT id FROM delivery WHERE message_id = :id AND state = 'sending'")
                    .bind("id", claim.messageId())
                    .mapTo(Long.class)
                    .list();
            end(handle, rows, state, reason, now);
        }
    }

    /** The rows end unsent. What was left out because of them is owed again. */
    void end(Handle handle, List<Long> rows, DeliveryState state, @Nullable String reason, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        "UPDATE delivery SET state = :state, reason = :reason, settled_at = :now WHERE id IN (<ids>)")
                .bind("state", state.word())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bindList("ids", rows)
                .execute();
        if (state == DeliveryState.EXPIRED || state == DeliveryState.FAILED || state == DeliveryState.SUPERSEDED) {
            handle.createUpdate(UNCOVER)
                    .bind("now", now.toEpochMilli())
                    .bind("window", Ledger.SAY_AGAIN_AFTER.toMillis())
                    .bindList("ids", rows)
                    .execute();
        }
    }

    /** The message has no rows left and is not sent. */
    void drop(Handle handle, List<String> messages, String reason) {
        if (!messages.isEmpty()) {
            handle.createUpdate(
                            "UPDATE message SET state = 'ended', again_at = NULL, reason = :reason WHERE id IN (<ids>)")
                    .bind("reason", reason)
                    .bindList("ids", messages)
                    .execute();
        }
    }
}
