package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that is stored of a chat, on any database. */
abstract class StoredDataContract {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "100");
    private static final ChatRef OTHERS = ChatRef.of(Platform.DISCORD, "101");
    private static final ChatRef GROUP = ChatRef.of(Platform.TELEGRAM, "-200");
    private static final ChatRef TOPIC = new ChatRef(Platform.TELEGRAM, "-200", "5");
    private static final Instant SINCE = Instant.parse("2023-09-29T00:00:00Z");
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant DUE = Instant.parse("2023-09-30T13:50:00Z");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    /** An empty database. */
    abstract Database empty();

    /** The tables that have a column of that name. */
    abstract Set<String> tablesWith(Database database, String column);

    private Database filled() {
        Database filled = empty();
        SqlSubscriptions subscriptions = new SqlSubscriptions(filled);
        for (ChatRef chat : List.of(FANS, OTHERS, GROUP, TOPIC)) {
            String space = chat.platform() == Platform.DISCORD ? "9" : chat.id();
            subscriptions.turnOn(chat, space, "gt4-european", Settings.defaults(), SINCE);
        }
        Ledger ledger = new SqlLedger(filled);
        Start start = Start.of(new SessionId("gt4-european", 2023, "barcelona", "race-1"));
        ledger.expand(new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), START, START), DUE);
        for (Claim claim : ledger.claim(Platform.DISCORD, DUE, DUE, Duration.ofMinutes(1), 10)) {
            Settle.sent(ledger, claim, "777", null, DUE);
        }
        return filled;
    }

    @Test
    void chatsAreFoundAsTheyAreWritten() {
        StoredData stored = new StoredData(filled());
        assertEquals(List.of(FANS), stored.chats(null, "100", null));
        assertEquals(List.of(), stored.chats(Platform.TELEGRAM, "100", null));
        assertEquals(List.of(GROUP, TOPIC), stored.chats(Platform.TELEGRAM, "-200", null));
        assertEquals(List.of(TOPIC), stored.chats(null, "-200", "5"));
        assertEquals(List.of(), stored.chats(null, "-200", "6"));
        assertEquals(List.of(FANS, OTHERS), stored.chatsOfServer("9"));
        assertEquals(List.of(), stored.chatsOfServer("10"));
    }

    @Test
    void everyTableWithSomethingOfAChatIsIncluded() {
        Database filled = filled();
        Set<String> known = StoredData.TABLES.keySet();
        for (String column : List.of("chat", "chat_id", "subscription_id", "message_id", "space")) {
            Set<String> there = tablesWith(filled, column);
            assertEquals(
                    List.of(), there.stream().filter(t -> !known.contains(t)).toList(), column);
        }
    }

    @Test
    void allRowsOfAChatAreThereAndReadable() {
        Map<String, List<Map<String, @Nullable Object>>> rows = new StoredData(filled()).of(FANS);
        assertEquals(List.copyOf(StoredData.TABLES.keySet()), List.copyOf(rows.keySet()));
        rows.forEach((table, found) -> assertEquals(1, found.size(), table));
        Map<String, @Nullable Object> subscription = only(rows, "subscription");
        assertEquals("9", subscription.get("space"));
        assertEquals(List.of(60L, 10L), subscription.get("leads"));
        assertEquals(true, subscription.get("active"));
        assertEquals("2023-09-29T00:00:00Z", subscription.get("since"));
        assertEquals(null, only(rows, "subscription_terms").get("valid_until"));
        assertEquals("2023-09-30T13:50:00Z", only(rows, "delivery").get("due_at"));
        assertEquals(false, only(rows, "delivery").get("quiet"));
        assertEquals("777", only(rows, "message").get("message_ref"));
        assertEquals(null, only(rows, "message").get("edit_at"), "nothing to wait for");
    }

    private static Map<String, @Nullable Object> only(
            Map<String, List<Map<String, @Nullable Object>>> rows, String table) {
        return rows.getOrDefault(table, List.of()).getFirst();
    }

    @Test
    void whatIsForgottenIsGoneFromEveryTableAndNothingElseIs() {
        Database filled = filled();
        StoredData stored = new StoredData(filled);
        Map<String, Long> ofOthers = stored.counts(OTHERS);
        new SqlSubscriptions(filled).forget(FANS);
        stored.counts(FANS).forEach((table, rows) -> assertEquals(0L, rows, table));
        assertEquals(
                Map.of("chat", 1L, "subscription", 1L, "subscription_terms", 1L, "delivery", 1L, "message", 1L),
                ofOthers);
        assertEquals(ofOthers, stored.counts(OTHERS));
        assertEquals(
                Set.of(3L),
                Set.copyOf(filled.read(
                        h -> h.createQuery("SELECT count(*) FROM chat UNION ALL SELECT count(*) FROM delivery")
                                .mapTo(Long.class)
                                .list())));
    }
}
