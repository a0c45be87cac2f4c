package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A dispatcher on the in-memory store with both clocks set by hand. Race 1 is at 14:00 and reminded of an hour before. */
final class Bench implements AutoCloseable {
    static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    static final Instant ONE = Instant.parse("2023-09-30T13:00:00Z");
    static final Instant TWO = Instant.parse("2023-09-30T14:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final InMemoryStore store = new InMemoryStore();
    final FlakyStore ledger = new FlakyStore(store);
    final FakeMessenger messenger = new FakeMessenger();
    final List<ChatRef> moves = new CopyOnWriteArrayList<>();
    volatile Instant now = ONE;
    volatile Instant machine = Instant.parse("2026-11-01T00:00:00Z");
    volatile MessageCards cards =
            (_, _) -> new MessageCards.Composed(Card.titled(Tone.LIVE, "Race 1").build(), List.of(), 0);
    final Dispatcher dispatcher;

    Bench() {
        this(new Pace(1000, System::nanoTime));
    }

    Bench(Pace pace) {
        dispatcher = new Dispatcher(
                ledger,
                messenger,
                (claim, at) -> cards.compose(claim, at),
                () -> now,
                () -> machine,
                pace,
                (from, to) -> {
                    moves.add(to);
                    store.moved(from, to);
                });
    }

    static Start start(String session) {
        return Start.of(new SessionId("gt4", 2023, "barcelona", session));
    }

    /** The chat wants to hear of races of the series an hour before. */
    Bench subscribed(ChatRef chat, String series, @Nullable String role) {
        Settings settings = new Settings(Set.of(SessionKind.RACE), List.of(LeadTime.ofMinutes(60)), role);
        store.turnOn(chat, "space", series, settings, Instant.EPOCH);
        return this;
    }

    /** Race 1 is owed to FANS. */
    Bench owed() {
        return subscribed(FANS, "gt4", null).owe(start("race-1"), TWO);
    }

    Bench owe(Start start, Instant at) {
        store.expand(new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), at, at), now);
        return this;
    }

    Bench started() {
        dispatcher.start();
        return this;
    }

    /** Something may have changed: looks, and waits until all is done. */
    Bench settled() throws InterruptedException {
        dispatcher.wake();
        assertTrue(dispatcher.awaitIdle(PATIENCE), "still busy");
        return this;
    }

    /** Machine time goes on; then as {@link #settled}. */
    Bench later(Duration time) throws InterruptedException {
        machine = machine.plus(time);
        return settled();
    }

    void until(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain: " + what);
            Thread.onSpinWait();
            Thread.sleep(1);
        }
    }

    DeliveryRecord row(ChatRef chat) {
        return store.history(chat, 1).getFirst();
    }

    DeliveryState state() {
        return row(FANS).state();
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
