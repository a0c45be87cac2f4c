package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.revision.Proposal;
import dev.pitboard.revision.Proposals;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PurgeTest {
    private static final Instant LONG_AGO = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant NOW = Instant.parse("2026-09-30T14:50:00Z");
    private static final ChatRef CHAT = ChatRef.of(Platform.DISCORD, "1");

    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatEndedLongAgoGoesAndNothingElse(boolean sqlite) {
        Database open = sqlite ? database.sqlite(folder, "") : database.open(EmbeddedServer.freshDatabase());
        SqlSubscriptions subscriptions = new SqlSubscriptions(open);
        subscriptions.turnOn(CHAT, "9", "gt4", Settings.defaults(), Instant.EPOCH);
        Ledger ledger = new SqlLedger(open);
        remind(ledger, "race-1", LONG_AGO);
        subscriptions.turnOff(CHAT, "gt4", LONG_AGO.plusSeconds(1));
        subscriptions.turnOn(CHAT, "9", "gt4", Settings.defaults(), LONG_AGO.plusSeconds(2));
        remind(ledger, "race-2", NOW);
        ledger.expand(race("race-3", NOW), NOW.minus(Duration.ofHours(1)));
        Purge purge = new Purge(open);
        assertEquals(0, purge.step(LONG_AGO.minus(Duration.ofDays(1))));
        assertEquals(3, purge.step(NOW.minus(Duration.ofDays(400))), "a row, its message, and what was wanted then");
        assertEquals(0, purge.step(NOW.minus(Duration.ofDays(400))));
        assertEquals(
                List.of(DeliveryState.PENDING, DeliveryState.SENT),
                ledger.find(LedgerFilter.all(), 10).stream().map(r -> r.state()).toList());
        assertEquals(
                List.of(1, 1),
                open.read(h -> h.createQuery(
                                "SELECT count(*) FROM message UNION ALL SELECT count(*) FROM subscription_terms")
                        .mapTo(Integer.class)
                        .list()));
        assertEquals(1, subscriptions.countActive());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasProposedLongAgoGoesUnlessItWaits(boolean sqlite) {
        Database open = sqlite ? database.sqlite(folder, "") : database.open(EmbeddedServer.freshDatabase());
        Proposals proposals = new SqlProposals(open);
        List<Long> ids = Stream.of(LONG_AGO, LONG_AGO, NOW)
                .map(at -> proposals
                        .add(Proposal.Kind.IMPORT, "x", new byte[] {1}, Map.of(), "terminal", at)
                        .id())
                .toList();
        proposals.end(ids.get(0), Proposal.State.DROPPED);
        proposals.end(ids.get(2), Proposal.State.APPROVED);
        Purge purge = new Purge(open);
        assertEquals(0, purge.step(LONG_AGO));
        assertEquals(1, purge.step(NOW));
        assertEquals(
                ids.subList(1, 3),
                ids.stream().filter(id -> proposals.find(id).isPresent()).toList());
    }

    /** Sent in time. */
    private static void remind(Ledger ledger, String session, Instant start) {
        Instant due = start.minus(Duration.ofHours(1));
        ledger.expand(race(session, start), due);
        Claim claim = ledger.claim(Platform.DISCORD, due, due, Duration.ofMinutes(1), 1)
                .getFirst();
        Settle.sent(ledger, claim, "777", null, due);
    }

    private static Reminder race(String session, Instant at) {
        Start start = Start.of(new SessionId("gt4", 2023, "barcelona", session));
        return new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), at, at);
    }
}
