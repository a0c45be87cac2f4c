package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.InMemoryStore;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Reminders;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscriptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same random story told to SQLite and to the store in memory ends the same at every step. */
final class StoresAgreeTest {
    private static final Instant BEGIN = Instant.parse("2023-09-30T12:00:00Z");
    private static final int STEPS = 200;

    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    /** A store with the claims it gave out, by position: the ids differ. */
    private record Side(Ledger ledger, Subscriptions subscriptions, List<Claim> claims) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void atEveryStep(long seed) {
        Database sqlite = database.sqlite(folder, "");
        InMemoryStore memory = new InMemoryStore();
        Side real = new Side(new SqlLedger(sqlite), new SqlSubscriptions(sqlite), new ArrayList<>());
        Side fake = new Side(memory, memory, new ArrayList<>());
        Random dice = new Random(seed);
        Instant now = BEGIN;
        List<String> told = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(dice.nextInt(240));
            long roll = dice.nextLong();
            String expected = tell(fake, new Random(roll), now);
            told.add(now + " " + expected);
            Supplier<@Nullable String> story = () -> "seed " + seed + "\n" + String.join("\n", told);
            assertEquals(expected, tell(real, new Random(roll), now), story);
            assertEquals(picture(fake), picture(real), story);
        }
    }

    private static String tell(Side side, Random dice, Instant now) {
        ChatRef chat = chat(dice.nextInt(5));
        int what = dice.nextInt(100);
        if (what < 12) {
            return "on " + chat + " "
                    + side.subscriptions
                            .turnOn(chat, "s", series(dice), settings(dice), now)
                            .since();
        }
        if (what < 16) {
            return "off " + chat + " "
                    + side.subscriptions.turnOff(chat, series(dice), now).isPresent();
        }
        if (what < 18) {
            return "forget " + chat + " " + side.subscriptions.forget(chat);
        }
        if (what < 20) {
            side.subscriptions.moved(chat, chat(dice.nextInt(5)));
            return "moved " + chat;
        }
        if (what < 50) {
            Reminder reminder = reminder(dice, now);
            return "expand " + reminder + " " + side.ledger.expand(reminder, now);
        }
        if (what < 56) {
            Reminder r = reminder(dice, now);
            return "supersede " + r.at() + " "
                    + side.ledger.supersede(new Ledger.PlannedStart(r.start(), r.at()), "moved", now);
        }
        if (what < 78 || side.claims.isEmpty()) {
            List<Claim> claims =
                    side
                            .ledger
                            .claim(Platform.DISCORD, now, now, Duration.ofSeconds(1 + dice.nextInt(300)), 1000)
                            .stream()
                            .sorted(Comparator.comparing(StoresAgreeTest::shown))
                            .toList();
            side.claims.addAll(claims);
            return "claim " + claims.stream().map(StoresAgreeTest::shown).toList();
        }
        Claim claim = side.claims.get(dice.nextInt(side.claims.size()));
        return settle(side.ledger, claim, dice, now);
    }

    private static String settle(Ledger ledger, Claim claim, Random dice, Instant now) {
        switch (dice.nextInt(6)) {
            case 5 ->
                ledger.leaveOut(
                        claim,
                        claim.promises()
                                .subList(0, dice.nextInt(claim.promises().size() + 1)),
                        dice.nextBoolean() ? DeliveryState.SUPERSEDED : DeliveryState.EXPIRED,
                        "gone",
                        now);
            case 0, 1 -> Settle.sent(ledger, claim, "ref", null, now);
            case 2, 3 -> Settle.again(ledger, claim, now.plusSeconds(dice.nextInt(600)), "busy");
            default ->
                Settle.end(
                        ledger,
                        claim,
                        dice.nextBoolean() ? DeliveryState.FAILED : DeliveryState.IN_DOUBT,
                        "broken",
                        now);
        }
        return "settle " + shown(claim);
    }

    private static ChatRef chat(int number) {
        return new ChatRef(Platform.DISCORD, "" + number / 2, number % 2 == 0 ? null : "t");
    }

    private static String series(Random dice) {
        return dice.nextBoolean() ? "gt4" : "f1";
    }

    private static Settings settings(Random dice) {
        List<LeadTime> leads =
                List.of(LeadTime.ofMinutes(new int[] {0, 10, 30}[dice.nextInt(3)]), LeadTime.ofMinutes(60));
        Set<SessionKind> kinds = dice.nextInt(4) == 0 ? Set.of(SessionKind.PRACTICE) : Set.of(SessionKind.values());
        return new Settings(kinds, leads, dice.nextInt(3) == 0 ? "9" : null);
    }

    /** Near now, on a coarse grid, so that stories cross. */
    private static Reminder reminder(Random dice, Instant now) {
        long tenMinutes = now.getEpochSecond() / 600 + dice.nextInt(7);
        Instant at = Instant.ofEpochSecond(tenMinutes * 600);
        Start start = Start.of(new SessionId(series(dice), 2023, "r", "s" + dice.nextInt(2)));
        LeadTime lead = LeadTime.ofMinutes(new int[] {0, 10, 30, 60}[dice.nextInt(4)]);
        return new Reminder(start, SessionKind.RACE, lead, at, lead.before().isZero() ? at.plusSeconds(600) : at);
    }

    private static String shown(Claim c) {
        return c.chat() + " " + c.role() + " " + c.due() + " " + c.attempt() + " " + c.unsureSince() + " "
                + c.promises().stream().map(p -> p.text() + " " + p.due()).toList();
    }

    private static String picture(Side side) {
        StringBuilder picture = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            side.subscriptions
                    .of(chat(i))
                    .forEach(s -> picture.append(s.chat() + " " + s.series() + " " + s.active() + "\n"));
        }
        side.ledger.find(LedgerFilter.all(), Integer.MAX_VALUE).stream()
                .map(r -> r.chat() + " " + Reminders.of(r.promise()).start() + " "
                        + Reminders.of(r.promise()).lead() + " "
                        + Reminders.of(r.promise()).at() + " " + r.state() + " " + r.settled() + " " + r.messageRef())
                .sorted()
                .forEach(line -> picture.append(line).append('\n'));
        return picture + " " + side.ledger.counts() + side.ledger.nextRetry(Platform.DISCORD, BEGIN, BEGIN)
                + side.subscriptions.demand().leads()
                + side.ledger.pendingStarts().size();
    }
}
