package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.ChatState;
import dev.pitboard.delivery.ShutChats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The chats that can't be written to, in SQL. */
public final class SqlShutChats implements ShutChats {
    private static final String ROWS =
            "SELECT platform, chat, topic, state, shut_at, reason, told FROM chat WHERE platform = :platform AND state <> 'open'";

    private static final String ONE = " WHERE platform = :platform AND chat = :chat AND topic = :topic";

    /** Of a place, by what subscriptions say. */
    private static final String OF_SPACE = "SELECT c.id FROM chat c JOIN subscription s ON s.chat_id = c.id"
            + " WHERE c.platform = :platform AND s.space = :space";

    private final Database database;
    private final ShutChatRows rows;

    public SqlShutChats(Database database) {
        this.database = database;
        this.rows = new ShutChatRows(database.dialect());
    }

    @Override
    public List<ShutChat> toLookAt(Platform platform, Instant machine, int limit) {
        return database.read(
                handle -> handle.createQuery(ROWS + " AND look_at <= :now ORDER BY look_at, id LIMIT :limit")
                        .bind("platform", platform.word())
                        .bind("now", machine.toEpochMilli())
                        .bind("limit", limit)
                        .map((rs, _) -> shutChat(rs))
                        .list());
    }

    @Override
    public List<ShutChat> untold(Platform platform, int limit) {
        return database.read(handle -> handle.createQuery(ROWS + " AND told = 0 ORDER BY id LIMIT :limit")
                .bind("platform", platform.word())
                .bind("limit", limit)
                .map((rs, _) -> shutChat(rs))
                .list());
    }

    private static ShutChat shutChat(ResultSet rs) throws SQLException {
        return new ShutChat(
                Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                ChatState.ofWord(rs.getString("state")),
                Objects.requireNonNull(Row.instant(rs, "shut_at")),
                String.valueOf(rs.getString("reason")),
                rs.getInt("told") == 1);
    }

    @Override
    public void told(ChatRef chat) {
        update("UPDATE chat SET told = 1" + ONE, chat);
    }

    @Override
    public void lookAgainAt(ChatRef chat, Instant next) {
        update("UPDATE chat SET look_at = " + next.toEpochMilli() + ONE + " AND state <> 'open'", chat);
    }

    @Override
    public void open(ChatRef chat) {
        update(
                "UPDATE chat SET state = 'open', denied_since = NULL, shut_at = NULL, look_at = NULL, reason = NULL"
                        + ONE,
                chat);
    }

    private void update(String sql, ChatRef chat) {
        database.write(handle -> handle.createUpdate(sql)
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .execute());
    }

    @Override
    public int lookAgain(Platform platform, String space, Instant machine) {
        return database.write(handle -> handle.createUpdate(
                        "UPDATE chat SET look_at = :now WHERE state <> 'open' AND id IN (" + OF_SPACE + ")")
                .bind("platform", platform.word())
                .bind("space", space)
                .bind("now", machine.toEpochMilli())
                .execute());
    }

    @Override
    public int gone(Platform platform, String space, String reason, Instant machine) {
        return database.write(handle -> {
            Set<Long> ids = handle.createQuery(OF_SPACE + " AND c.state <> 'gone'")
                    .bind("platform", platform.word())
                    .bind("space", space)
                    .mapTo(Long.class)
                    .set();
            ids.forEach(id -> rows.shut(handle, id, ChatState.GONE, reason, machine));
            return ids.size();
        });
    }

    @Override
    public void gone(ChatRef chat, String reason, Instant machine) {
        database.write(handle -> {
            handle.createQuery("SELECT id FROM chat" + ONE)
                    .bind("platform", chat.platform().word())
                    .bind("chat", chat.id())
                    .bind("topic", Text.topic(chat.topic()))
                    .mapTo(Long.class)
                    .findOne()
                    .ifPresent(id -> rows.shut(handle, id, ChatState.GONE, reason, machine));
            return null;
        });
    }

    @Override
    public Map<ChatState, Long> shutCounts() {
        Map<ChatState, Long> counts = new EnumMap<>(ChatState.class);
        database.read(handle -> handle.createQuery(
                                "SELECT state, count(*) AS n FROM chat WHERE state <> 'open' GROUP BY state")
                        .map((rs, _) -> Map.entry(ChatState.ofWord(rs.getString("state")), rs.getLong("n")))
                        .list())
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
