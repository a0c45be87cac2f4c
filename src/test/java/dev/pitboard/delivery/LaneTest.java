package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One turn after the other, without threads: what leaves when. */
final class LaneTest {
    private static final Instant ONE = Instant.parse("2023-09-30T13:00:00Z");
    private static final Instant TWO = Instant.parse("2023-09-30T14:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final FlakyStore ledger = new FlakyStore(store);
    private final FakeMessenger messenger = new FakeMessenger();
    private final AtomicLong ticker = new AtomicLong();
    private final List<Long> left = new ArrayList<>();

    private Lane lane(int perSecond, Executor senders) {
        Card card = Card.titled(Tone.LIVE, "Race 1").build();
        MessageCards cards = (claim, _) -> {
            left.add(ticker.get());
            return new MessageCards.Composed(card, List.of(), claim.head());
        };
        Pace pace = new Pace(perSecond, ticker::get);
        InstantSource machine = () -> ONE.plusNanos(ticker.get());
        return new Lane(
                ledger, messenger, cards, InstantSource.fixed(ONE), machine, pace, store::moved, senders, () -> {});
    }

    private void owed(int chats) {
        Settings settings = new Settings(Set.of(SessionKind.RACE), List.of(LeadTime.ofMinutes(60)), null);
        for (int i = 0; i < chats; i++) {
            store.turnOn(ChatRef.of(Platform.DISCORD, "c" + i), "space", "gt4", settings, Instant.EPOCH);
        }
        Start race = Start.of(new SessionId("gt4", 2023, "barcelona", "race-1"));
        assertEquals(chats, store.expand(new Reminder(race, SessionKind.RACE, LeadTime.ofMinutes(60), TWO, TWO), ONE));
    }

    @Test
    void neverMoreThanTheLimitInAnySecond() {
        owed(8);
        Lane lane = lane(3, Runnable::run);
        while (left.size() < 8) {
            ticker.addAndGet(lane.turn().toNanos());
        }
        for (int i = 3; i < 8; i++) {
            assertTrue(left.get(i) - left.get(i - 3) >= Duration.ofSeconds(1).toNanos(), left.toString());
        }
        assertTrue(left.getLast() <= Duration.ofMillis(2_400).toNanos(), "nor much slower: " + left);
        lane.turn();
        assertEquals(Map.of(DeliveryState.SENT, 8L), store.counts());
    }

    @Test
    void aPermitOfASlowAnswerComesBackOnlyAfterwards() {
        owed(2);
        Queue<Runnable> sends = new ArrayDeque<>();
        Lane lane = lane(1, sends::add);
        lane.turn();
        assertEquals(1, sends.size());
        ticker.addAndGet(Duration.ofSeconds(10).toNanos());
        lane.turn();
        assertEquals(1, ledger.claims.get(), "nothing is claimed that can't leave");
        sends.remove().run();
        assertEquals(Duration.ofSeconds(1), lane.turn());
        assertEquals(Map.of(DeliveryState.SENT, 1L, DeliveryState.PENDING, 1L), store.counts());
        ticker.addAndGet(Duration.ofSeconds(1).toNanos());
        lane.turn();
        assertEquals(1, sends.size());
    }

    @Test
    void onlySoManyAreInTheAirAtOnce() {
        owed(Lane.IN_FLIGHT + 10);
        Queue<Runnable> sends = new ArrayDeque<>();
        Lane lane = lane(1000, sends::add);
        for (int i = 0; i < 200; i++) {
            lane.turn();
            ticker.addAndGet(Duration.ofMillis(1).toNanos());
        }
        assertEquals(Lane.IN_FLIGHT, sends.size());
        assertEquals((long) Lane.IN_FLIGHT, store.counts().get(DeliveryState.SENDING), "no more is claimed than sent");
    }

    @Test
    void whatIsInTheAirIsNotSentAgainWhenItsLeaseEnds() {
        owed(1);
        Queue<Runnable> sends = new ArrayDeque<>();
        Lane lane = lane(10, sends::add);
        lane.turn();
        ticker.addAndGet(Duration.ofMinutes(10).toNanos());
        lane.turn();
        assertEquals(1, sends.size(), "we stood still, or the clock was set");
        sends.remove().run();
        lane.turn();
        assertEquals(Map.of(DeliveryState.SENT, 1L), store.counts());
        assertEquals(1, messenger.posts.size());
    }

    @Test
    void whatCameOfItIsSettledThoughItsLeaseHadEnded() {
        owed(1);
        messenger.next(new Outcome.Wait(Duration.ofSeconds(30), false, "busy"));
        Queue<Runnable> sends = new ArrayDeque<>();
        Lane lane = lane(10, sends::add);
        lane.turn();
        ticker.addAndGet(Duration.ofMinutes(10).toNanos());
        lane.turn();
        sends.remove().run();
        lane.turn();
        ticker.addAndGet(Duration.ofSeconds(31).toNanos());
        lane.turn();
        assertEquals(1, sends.size(), "tried again after the wait, not after another lease");
        sends.remove().run();
        lane.turn();
        assertEquals(Map.of(DeliveryState.SENT, 1L), store.counts());
    }

    @Test
    void inTroubleNothingWaitsForItsTurnToLeave() {
        owed(2);
        Queue<Runnable> sends = new ArrayDeque<>();
        Lane lane = lane(1, sends::add);
        lane.turn();
        ledger.fail(FlakyStore.Step.SETTLE);
        lane.turn();
        sends.remove().run();
        assertFalse(lane.isQuiet(), "the second has to wait");
        lane.turn();
        assertTrue(lane.isQuiet(), "and can't be claimed while the ledger doesn't answer");
    }
}
