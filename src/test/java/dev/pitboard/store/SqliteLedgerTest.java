package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Settle;
import dev.pitboard.health.Condition;
import dev.pitboard.subscription.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest extends SqlLedgerContract {
    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase databases = new OpenDatabase();

    @Override
    Database opened(boolean empty) {
        return databases.sqlite(folder, "");
    }

    @Test
    void aFullDatabaseSaysSoAndLosesNothing() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        Database full = databases.sqlite(folder, "?max_page_count=1");
        SqlSubscriptions subscriptions = new SqlSubscriptions(full);
        String huge = "x".repeat(200_000);
        Unavailable e = assertThrows(
                Unavailable.class, () -> subscriptions.turnOn(CLUB, huge, "gt4", Settings.defaults(), TWO));
        assertTrue(String.valueOf(e.getMessage()).contains("disk is full"), e.getMessage());
        assertEquals(Condition.State.DOWN, full.check().state());
        assertEquals(List.of(), subscriptions.of(CLUB), "all or nothing");
        Settle.sent(new SqlLedger(full), claim, "ref", null, at("13:00"));
        assertEquals(Condition.up(), full.check(), "a write went well since");
        assertEquals(Map.of(DeliveryState.SENT, 1L), new SqlLedger(full).counts());
    }

    @Test
    void aLockedDatabaseSaysSoAndWorksAgainAfterwards() throws SQLException {
        Database impatient = databases.sqlite(folder, "?busy_timeout=50");
        SqlLedger ledger = new SqlLedger(impatient);
        new SqlSubscriptions(impatient).turnOn(FANS, "space", "gt4", Settings.defaults(), at("06:00"));
        try (Connection other = DriverManager.getConnection(Database.sqliteUrl(folder.resolve("test.db")));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            Unavailable e = assertThrows(Unavailable.class, () -> ledger.expand(race(60, TWO), at("13:00")));
            assertTrue(String.valueOf(e.getMessage()).contains("locked by another program"), e.getMessage());
            statement.execute("ROLLBACK");
        }
        assertEquals(1, ledger.expand(race(60, TWO), at("13:00")));
    }

    @Test
    void manyWritersAllHaveTheirTurn() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                ChatRef chat = ChatRef.of(Platform.DISCORD, "w" + i);
                writes.add(writers.submit(() -> on(chat, "1h")));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertEquals(400, subscriptions().countActive());
    }
}
