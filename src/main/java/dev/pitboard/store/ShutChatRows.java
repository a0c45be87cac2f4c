package dev.pitboard.store;

import dev.pitboard.delivery.ChatState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.ShutChats;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How the row of a chat changes with what comes of writing to it. Instants are machine time. */
final class ShutChatRows {
    private final Dialect dialect;

    ShutChatRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** It can't be written to; since when is kept, and whether its people know. */
    void shut(Handle handle, long chat, ChatState state, String reason, Instant machine) {
        handle.createUpdate("""
                        UPDATE chat SET state = :state, reason = :reason, look_at = :look,
                            shut_at = CASE state WHEN 'open' THEN :now ELSE shut_at END,
                            told = CASE state WHEN 'open' THEN 0 ELSE told END
                        WHERE id = :id AND state <> :state
                        """)
                .bind("state", state.word())
                .bind("reason", reason)
                .bind("look", ShutChats.nextLook(state, machine).toEpochMilli())
                .bind("now", machine.toEpochMilli())
                .bind("id", chat)
                .execute();
    }

    /** It refused, perhaps by mistake: shut when that has gone on for long enough. */
    void denied(Handle handle, long chat, String reason, Instant machine) {
        long since = handle.createQuery("UPDATE chat SET denied_since = coalesce(denied_since, :now) WHERE id = :id"
                        + " RETURNING denied_since")
                .bind("now", machine.toEpochMilli())
                .bind("id", chat)
                .mapTo(Long.class)
                .findOne()
                .orElse(machine.toEpochMilli());
        if (machine.toEpochMilli() - since >= Ledger.DENIED_FOR.toMillis()) {
            shut(handle, chat, ChatState.BLOCKED, reason, machine);
        }
    }

    /** Messages arrived: whatever was held against their chats is over. */
    void reached(Handle handle, List<String> messages) {
        handle.createUpdate("UPDATE chat SET state = 'open', denied_since = NULL, shut_at = NULL, look_at = NULL,"
                        + " reason = NULL WHERE (denied_since IS NOT NULL OR state <> 'open')"
                        + " AND id IN (SELECT m.chat_id FROM message m WHERE " + dialect.among("m.id", "text") + ")")
                .bind("keys", dialect.keys(messages))
                .execute();
    }
}
