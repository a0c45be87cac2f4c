package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of chats. Who changes anything of a chat locks its row first. */
final class Chats {
    private final Dialect dialect;

    Chats(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A topic of a chat, with its row's id. */
    record Place(long id, String topic) {}

    /** The id of the chat's row, which is made if need be and locked. */
    long lockOrAdd(Handle handle, ChatRef chat) {
        handle.createUpdate("INSERT INTO chat (platform, chat, topic) VALUES (:platform, :chat, :topic)"
                        + " ON CONFLICT (platform, chat, topic) DO NOTHING")
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .execute();
        return lock(handle, chat).orElseThrow();
    }

    /** The id of the chat's row, locked, if there is one. */
    Optional<Long> lock(Handle handle, ChatRef chat) {
        return handle.createQuery("SELECT id FROM chat WHERE platform = :platform AND chat = :chat AND topic = :topic"
                        + dialect.lock())
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .mapTo(Long.class)
                .findOne();
    }

    /** The chat and all its topics, locked. */
    List<Place> lockAll(Handle handle, ChatRef chat) {
        return handle.createQuery("SELECT id, topic FROM chat WHERE platform = :platform AND chat = :chat ORDER BY id"
                        + dialect.lock())
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .map((rs, _) -> new Place(rs.getLong("id"), rs.getString("topic")))
                .list();
    }
}
