package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.Promise;
import dev.pitboard.delivery.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Claims and settles edits of posted messages: see {@link dev.pitboard.delivery.Ledger#claimEdits}. Whoever changes the
 * timetable only raises what a message has to show; so an edit that is on its way is waited for.
 */
final class Editing {
    /** Before a chat that refused, perhaps by mistake, is asked again. */
    private static final Duration AFTER_DENIED = Duration.ofMinutes(10);

    /** Before a message is edited again that shows less than it has to although it was just edited. */
    private static final Duration STILL_OLD = Duration.ofSeconds(1);

    /** SQL: what is there and is to be edited. */
    static final String STALE = "m.to_show > m.shown AND m.state = 'ended' AND m.message_ref IS NOT NULL";

    private final Dialect dialect;
    private final ShutChatRows chats;

    Editing(Dialect dialect) {
        this.dialect = dialect;
        this.chats = new ShutChatRows(dialect);
    }

    /** A message that is there. */
    private record Posted(
            String id, ChatRef chat, @Nullable String role, boolean quiet, Instant due, int edits, String ref) {}

    List<Claim> claim(Handle handle, Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        dialect.keepSubscriptions(handle);
        List<Posted> stale = stale(handle, platform, now, machine, limit);
        if (stale.isEmpty()) {
            return List.of();
        }
        Map<String, List<Promise>> said =
                said(handle, stale.stream().map(Posted::id).toList());
        leave(
                handle,
                stale.stream()
                        .map(Posted::id)
                        .filter(id -> !said.containsKey(id))
                        .toList());
        long head = Claiming.head(handle);
        List<Claim> claims = new ArrayList<>();
        PreparedBatch ours = handle.prepareBatch("UPDATE message SET edit_at = ?, edits = edits + 1 WHERE id = ?");
        for (Posted one : stale) {
            List<Promise> promises = said.get(one.id());
            if (promises != null) {
                ours.add(machine.plus(lease).toEpochMilli(), one.id());
                claims.add(new Claim(
                        one.id(),
                        one.chat(),
                        one.role(),
                        one.quiet(),
                        one.due(),
                        promises,
                        one.edits() + 1,
                        null,
                        head,
                        one.ref()));
            }
        }
        if (ours.size() > 0) {
            ours.execute();
        }
        return claims;
    }

    private List<Posted> stale(Handle handle, Platform platform, Instant now, Instant machine, int limit) {
        Silenced silenced = Silenced.at(handle, now);
        var query = handle.createQuery("""
                        SELECT m.id, m.role, m.quiet, m.due_at, m.edits, m.message_ref, c.platform, c.chat, c.topic
                        FROM message m JOIN chat c ON c.id = m.chat_id
                        WHERE m.platform = :platform AND m.edit_at <= :machine AND c.state = 'open' AND\s""" + STALE
                        + silenced.notSent("m") + " ORDER BY m.edit_at, m.id DESC LIMIT :limit"
                        + dialect.lockRows("m"))
                .bind("platform", platform.word())
                .bind("machine", machine.toEpochMilli())
                .bind("limit", limit);
        if (!silenced.none()) {
            query.bind("now", now.toEpochMilli());
        }
        return query.map((rs, _) -> new Posted(
                        rs.getString("id"),
                        Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                        rs.getString("role"),
                        rs.getInt("quiet") == 1,
                        Instant.ofEpochMilli(rs.getLong("due_at")),
                        rs.getInt("edits"),
                        rs.getString("message_ref")))
                .list();
    }

    /** What each of these messages said, found by the subscriptions of its chat. */
    private Map<String, List<Promise>> said(Handle handle, List<String> messages) {
        return handle
                .createQuery("""
                        SELECT d.id, d.subscription_id, d.start, d.lead_minutes, d.start_at, d.due_at, d.expires_at,
                            d.revision, d.quiet, d.message_id
                        FROM message m JOIN subscription s ON s.chat_id = m.chat_id
                        JOIN delivery d ON d.subscription_id = s.id AND d.message_id = m.id
                        WHERE d.state = 'sent' AND\s""" + dialect.among("m.id", "text") + Row.FIRST_COME)
                .bind("keys", dialect.keys(messages))
                .map((rs, _) -> Map.entry(rs.getString("message_id"), Row.promise(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Nothing is known any more of what they said. */
    private void leave(Handle handle, List<String> messages) {
        if (!messages.isEmpty()) {
            handle.createUpdate("UPDATE message SET to_show = shown WHERE " + dialect.among("id", "text"))
                    .bind("keys", dialect.keys(messages))
                    .execute();
        }
    }

    void settle(Handle handle, Settlement settlement, Instant machine) {
        switch (settlement) {
            case Settlement.Sent sent -> done(handle, sent, machine);
            case Settlement.Again(Claim claim, Instant retry, String reason, var _) ->
                again(handle, claim, retry, reason);
            case Settlement.Ended(Claim claim, var _, String reason) -> giveUp(handle, claim, reason);
            case Settlement.Denied(Claim claim, String reason) -> {
                again(handle, claim, machine.plus(AFTER_DENIED), reason);
                chats.denied(handle, chatOf(handle, claim), reason, machine);
            }
            case Settlement.Shut(Claim claim, var state, String reason) -> {
                again(handle, claim, machine, reason);
                chats.shut(handle, chatOf(handle, claim), state, reason, machine);
            }
        }
    }

    private static void done(Handle handle, Settlement.Sent sent, Instant machine) {
        handle.createUpdate("""
                        UPDATE message SET shown = CASE WHEN shown < :shown THEN :shown ELSE shown END,
                            edit_at = CASE WHEN to_show > :shown THEN :soon ELSE 0 END, edits = 0, reason = :remark
                        WHERE id = :id""")
                .bind("shown", sent.shown())
                .bind("soon", machine.plus(STILL_OLD).toEpochMilli())
                .bind("remark", sent.remark())
                .bind("id", sent.claim().messageId())
                .execute();
    }

    private static void again(Handle handle, Claim claim, Instant retry, String reason) {
        handle.createUpdate("UPDATE message SET edit_at = :retry, reason = :reason WHERE id = :id AND edits = :attempt")
                .bind("retry", retry.toEpochMilli())
                .bind("reason", reason)
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .execute();
    }

    /** Only what it had to show when it was claimed: a later revision is tried again. */
    private static void giveUp(Handle handle, Claim claim, String reason) {
        handle.createUpdate("""
                        UPDATE message SET to_show = CASE WHEN to_show <= :head THEN shown ELSE to_show END,
                            edit_at = 0, edits = 0, reason = :reason
                        WHERE id = :id AND edits = :attempt""")
                .bind("head", claim.head())
                .bind("reason", reason)
                .bind("id", claim.messageId())
                .bind("attempt", claim.attempt())
                .execute();
    }

    /** The chat may have another address since the claim. */
    private static long chatOf(Handle handle, Claim claim) {
        return handle.createQuery("SELECT chat_id FROM message WHERE id = :id")
                .bind("id", claim.messageId())
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L);
    }
}
