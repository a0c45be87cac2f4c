package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything that is stored of a chat, row by row, for people who ask what that is. */
public final class StoredData {
    private static final String OF_CHAT = " WHERE chat_id = :chat ORDER BY id";

    /** The tables that hold something of a chat. A table that is added belongs here and in what forgets a chat. */
    static final Map<String, String> TABLES = tables();

    private final Database database;

    public StoredData(Database database) {
        this.database = database;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("chat", " WHERE id = :chat");
        tables.put("subscription", OF_CHAT);
        tables.put(
                "subscription_terms",
                " WHERE subscription_id IN (SELECT id FROM subscription WHERE chat_id = :chat)"
                        + " ORDER BY subscription_id, valid_from");
        tables.put(
                "delivery",
                " WHERE subscription_id IN (SELECT id FROM subscription WHERE chat_id = :chat) ORDER BY id");
        tables.put("message", OF_CHAT);
        return tables;
    }

    /**
     * The chats of which something is stored.
     *
     * @param platform null for any
     * @param id the chat's id as its platform has it
     * @param topic a topic's id; null for the chat with all its topics
     */
    public List<ChatRef> chats(@Nullable Platform platform, String id, @Nullable String topic) {
        return database
                .read(handle -> places(handle, "SELECT platform, chat, topic FROM chat WHERE chat = :id", id))
                .stream()
                .filter(chat -> platform == null || chat.platform() == platform)
                .filter(chat -> topic == null || topic.equals(chat.topic()))
                .toList();
    }

    /** The chats of a server or group, see {@link dev.pitboard.subscription.Subscription#space}. */
    public List<ChatRef> chatsOfServer(String space) {
        return database.read(handle -> places(
                handle,
                "SELECT platform, chat, topic FROM chat WHERE id IN (SELECT chat_id FROM subscription WHERE space = :id)",
                space));
    }

    private static List<ChatRef> places(Handle handle, String sql, String id) {
        return handle.createQuery(sql + " ORDER BY platform, chat, topic")
                .bind("id", id)
                .map((rs, _) -> Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")))
                .list();
    }

    /** The rows of a chat for each table, with the columns as they are named there; instants as text in UTC. */
    public Map<String, List<Map<String, @Nullable Object>>> of(ChatRef chat) {
        return database.read(handle -> {
            Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
            long id = id(handle, chat);
            TABLES.forEach((table, rows) -> found.put(
                    table,
                    handle.createQuery("SELECT * FROM " + table + rows).bind("chat", id).mapToMap().stream()
                            .map(StoredData::readable)
                            .toList()));
            return found;
        });
    }

    /** How many rows of a chat there are in each table. */
    public Map<String, Long> counts(ChatRef chat) {
        return database.read(handle -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            long id = id(handle, chat);
            TABLES.forEach((table, rows) -> counts.put(
                    table,
                    handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM " + table + rows + ") t")
                            .bind("chat", id)
                            .mapTo(Long.class)
                            .one()));
            return counts;
        });
    }

    /** The id of the chat's row; -1, which no row has, when there is none. */
    private static long id(Handle handle, ChatRef chat) {
        return handle.createQuery("SELECT id FROM chat WHERE platform = :platform AND chat = :chat AND topic = :topic")
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L);
    }

    private static Map<String, @Nullable Object> readable(Map<String, Object> row) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> readable.put(column, readable(column, value)));
        return readable;
    }

    private static @Nullable Object readable(String column, @Nullable Object value) {
        return switch (column) {
            case "since", "valid_from", "valid_until" -> instant(value);
            case "kinds" -> list(value);
            case "leads" -> list(value).stream().map(Long::valueOf).toList();
            case "active", "told", "quiet" -> value instanceof Number flag && flag.intValue() == 1;
            default -> column.endsWith("_at") || column.endsWith("_since") ? instant(value) : value;
        };
    }

    /** What has no end is null, and what has no instant is 0. */
    private static @Nullable Object instant(@Nullable Object value) {
        return value instanceof Number millis && millis.longValue() != Long.MAX_VALUE && millis.longValue() != 0
                ? Instant.ofEpochMilli(millis.longValue()).toString()
                : null;
    }

    private static List<String> list(@Nullable Object value) {
        return Arrays.stream(String.valueOf(value).split(",", -1))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
