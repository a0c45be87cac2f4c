package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Settle;
import dev.pitboard.delivery.Waiting;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BacklogTest {
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant DUE = START.minus(Duration.ofHours(1));

    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDueAndNotThereYetWaits(boolean sqlite) {
        Database open = sqlite ? database.sqlite(folder, "") : database.open(EmbeddedServer.freshDatabase());
        Backlog backlog = new Backlog(open);
        SqlSubscriptions subscriptions = new SqlSubscriptions(open);
        for (int i = 1; i <= 3; i++) {
            subscriptions.turnOn(ChatRef.of(Platform.DISCORD, "" + i), "9", "gt4", Settings.defaults(), Instant.EPOCH);
        }
        Ledger ledger = new SqlLedger(open);
        ledger.expand(race("race-1", START), DUE);
        ledger.expand(race("race-2", START.plusSeconds(1)), DUE);
        assertEquals(Map.of(Platform.DISCORD, new Waiting(3, DUE)), backlog.at(DUE), "race 2 is not due yet");
        assertEquals(Map.of(), backlog.at(DUE.minusSeconds(1)));
        var claims = ledger.claim(Platform.DISCORD, DUE, DUE, Duration.ofMinutes(1), 2);
        assertEquals(
                Map.of(Platform.DISCORD, new Waiting(6, DUE)),
                backlog.at(DUE.plusSeconds(1)),
                "also what is being sent");
        for (var claim : claims) {
            Settle.sent(ledger, claim, "1", null, DUE);
        }
        assertEquals(
                4,
                backlog.at(DUE.plusSeconds(1))
                        .getOrDefault(Platform.DISCORD, new Waiting(0, DUE))
                        .reminders());
    }

    private static List<Reminder> race(String session, Instant at) {
        Start start = Start.of(new SessionId("gt4", 2023, "barcelona", session));
        return List.of(new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), at, at));
    }
}
