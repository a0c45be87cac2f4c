package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.LedgerFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks rows of the ledger up, see {@link dev.pitboard.delivery.Ledger#find}. A chat or a message leads to subscriptions,
 * and the unique index that begins with the subscription to their rows, which are sorted. Anything else walks backwards
 * along the primary key and stops at the limit.
 */
final class Lookup {
    private static final String ROWS = """
            SELECT d.id, d.subscription_id, d.start, d.lead_minutes, d.start_at, d.due_at, d.expires_at, d.revision, d.quiet,
                d.state, d.message_id, d.settled_at, CASE d.state WHEN 'sending' THEN m.reason ELSE d.reason END AS reason,
                c.platform, c.chat, c.topic, m.message_ref
            FROM delivery d JOIN chat c ON c.id = d.chat_id LEFT JOIN message m ON m.id = d.message_id
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Lookup(LedgerFilter filter) {
        if (!filter.states().isEmpty()) {
            conditions.add("d.state IN (" + quoted(filter.states().stream().map(DeliveryState::word)) + ")");
        }
        Platform platform = filter.platform();
        if (platform != null) {
            given("d.platform = :platform", "platform", platform.word());
        }
        if (filter.chat() != null) {
            ofChat(filter);
        }
        if (filter.about() != null) {
            // As much as was given, and then nothing more of that name.
            given("substr(d.start, 1, :length) = :about", "about", filter.about());
            given(
                    "substr(d.start, :length + 1, 1) IN ('', '/', '#')",
                    "length",
                    filter.about().length());
        }
        if (filter.messageId() != null) {
            given("""
                    d.message_id = :message AND d.subscription_id IN (SELECT s.id FROM subscription s
                        JOIN message o ON o.chat_id = s.chat_id WHERE o.id = :message)""", "message", filter.messageId());
        }
    }

    private void ofChat(LedgerFilter filter) {
        Platform platform = filter.platform();
        Stream<Platform> platforms = platform == null ? Stream.of(Platform.values()) : Stream.of(platform);
        String places = "SELECT s.id FROM subscription s JOIN chat p ON p.id = s.chat_id WHERE p.platform IN ("
                + quoted(platforms.map(Platform::word)) + ") AND p.chat = :chat";
        values.put("chat", String.valueOf(filter.chat()));
        if (filter.topic() == null) {
            conditions.add("d.subscription_id IN (" + places + ")");
        } else {
            given("d.subscription_id IN (" + places + " AND p.topic = :topic)", "topic", filter.topic());
        }
    }

    private void given(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** Only for words of our own. */
    private static String quoted(Stream<String> words) {
        return words.map(w -> "'" + w + "'").collect(Collectors.joining(", "));
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    static List<DeliveryRecord> rows(Handle handle, LedgerFilter filter, int limit) {
        Lookup lookup = new Lookup(filter);
        String order = filter.isNarrow() ? " ORDER BY d.due_at DESC, d.id DESC" : " ORDER BY d.id DESC";
        return handle.createQuery(ROWS + lookup.where() + order + " LIMIT :limit")
                .bindMap(lookup.values)
                .bind("limit", limit)
                .map((rs, _) -> deliveryRecord(rs))
                .list();
    }

    static Map<DeliveryState, Long> counts(Handle handle, LedgerFilter filter) {
        Lookup lookup = new Lookup(filter);
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        handle.createQuery("SELECT d.state, count(*) AS n FROM delivery d" + lookup.where() + " GROUP BY d.state")
                .bindMap(lookup.values)
                .map((rs, _) -> Map.entry(DeliveryState.ofWord(rs.getString("state")), rs.getLong("n")))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    private static DeliveryRecord deliveryRecord(ResultSet rs) throws SQLException {
        return new DeliveryRecord(
                Row.promise(rs),
                Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                DeliveryState.ofWord(rs.getString("state")),
                rs.getString("message_id"),
                rs.getString("message_ref"),
                rs.getString("reason"),
                Row.instant(rs, "settled_at"));
    }
}
