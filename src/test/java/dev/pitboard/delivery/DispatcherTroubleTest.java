package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.MessageCards.Composed;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dispatcher on a ledger in memory that can fail, timetable time standing at 13:00 and real machine time. */
final class DispatcherTroubleTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    private static final Instant ONE = Instant.parse("2023-09-30T13:00:00Z");
    private static final Instant TWO = Instant.parse("2023-09-30T14:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InMemoryStore store = new InMemoryStore();
    private final FailingLedger failing = new FailingLedger(store);
    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final AtomicInteger looksAtTheClock = new AtomicInteger();
    private final Set<Start> untrue = ConcurrentHashMap.newKeySet();
    private Function<Post, Outcome> platform = post -> new Outcome.Sent("ref", null);
    private @Nullable Dispatcher dispatcher;

    @AfterEach
    void close() {
        if (dispatcher != null) {
            dispatcher.close();
        }
    }

    @Test
    void aPauseOfTheWholePlatformIsNotALoopAtFullSpeed() throws InterruptedException {
        owe("race-1");
        AtomicInteger attempts = new AtomicInteger();
        platform = _ -> attempts.incrementAndGet() == 1
                ? new Outcome.Wait(Duration.ofMillis(400), true, "slow down")
                : new Outcome.Sent("ref", null);

        Dispatcher started = start();
        take();
        take();
        assertTrue(started.awaitIdle(PATIENCE));

        assertTrue(looksAtTheClock.get() < 100, looksAtTheClock + " looks at the clock");
        assertEquals(Map.of("race-1", DeliveryState.SENT), states());
    }

    @Test
    void aLedgerThatIsAwayIsNotALoopAtFullSpeed() throws InterruptedException {
        owe("race-1");
        failing.failNext("claim", 1);
        Dispatcher started = start();
        started.wake();
        take();
        assertTrue(started.awaitIdle(PATIENCE));
        assertTrue(looksAtTheClock.get() < 100, looksAtTheClock + " looks at the clock");
    }

    @Test
    void whatTheLedgerCouldNotBeToldIsToldLaterAndNotSentAgain() throws InterruptedException {
        owe("race-1");
        failing.failNext("settle", 2);

        Dispatcher started = start();
        take();
        failing.awaitFailures(2);
        failing.awaitCalls("settle", 1);
        assertTrue(started.awaitIdle(PATIENCE));

        assertEquals(0, posts.size(), "sent again");
        assertEquals(Map.of("race-1", DeliveryState.SENT), states());
    }

    @Test
    void whatIsNotTrueAnyMoreIsLeftOutOfItsMessageAndNotCalledSent() throws InterruptedException {
        owe("race-1", "race-2");
        untrue.add(start("race-1"));

        Dispatcher started = start();
        take();
        assertTrue(started.awaitIdle(PATIENCE));

        assertEquals(Map.of("race-1", DeliveryState.SUPERSEDED, "race-2", DeliveryState.SENT), states());
    }

    @Test
    void nothingIsSentWhenWhatIsToBeLeftOutCannotBeWrittenDown() throws InterruptedException {
        owe("race-1", "race-2");
        untrue.add(start("race-1"));
        failing.failNext("leaveOut", 1);

        Dispatcher started = start();
        take();
        assertTrue(started.awaitIdle(PATIENCE));

        assertEquals(1, failing.failures());
        assertEquals(0, posts.size(), "sent twice");
        assertEquals(Map.of("race-1", DeliveryState.SUPERSEDED, "race-2", DeliveryState.SENT), states());
    }

    @Test
    void aMessageOfNothingTrueIsNotSent() throws InterruptedException {
        owe("race-1");
        untrue.add(start("race-1"));
        Dispatcher started = start();
        failing.awaitCalls("settle", 1);
        assertTrue(started.awaitIdle(PATIENCE));
        assertEquals(0, posts.size());
        assertEquals(Map.of("race-1", DeliveryState.SUPERSEDED), states());
    }

    private void owe(String... sessions) {
        on(FANS);
        List.of(sessions).forEach(session -> store.expand(reminder(session), ONE));
    }

    private void on(ChatRef chat) {
        Settings settings = new Settings(Set.of(SessionKind.RACE), LeadTime.parseAll("1h"), null);
        store.turnOn(chat, "space", "gt4", settings, ONE.minusSeconds(3600));
    }

    private Dispatcher start() {
        InstantSource machine = () -> {
            looksAtTheClock.incrementAndGet();
            return InstantSource.system().instant();
        };
        Dispatcher started = new Dispatcher(
                failing.ledger(), new Platforms(), this::compose, InstantSource.fixed(ONE), machine, 50, (_, _) -> {});
        dispatcher = started;
        started.start();
        return started;
    }

    private Composed compose(Claim claim, Instant now) {
        List<Promise> gone = claim.promises().stream()
                .filter(p -> untrue.contains(Reminders.of(p).start()))
                .toList();
        boolean nothing = gone.size() == claim.promises().size();
        return new Composed(nothing ? null : Card.titled(Tone.LIVE, "Race").build(), gone, 0);
    }

    private Post take() throws InterruptedException {
        Post post = posts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertTrue(post != null, "nothing was sent");
        return post;
    }

    private Map<String, DeliveryState> states() {
        return store.history(FANS, 10).stream()
                .collect(Collectors.toMap(
                        r -> Reminders.of(r.promise()).start().session().session(), DeliveryRecord::state));
    }

    private static Start start(String session) {
        return Start.of(new SessionId("gt4", 2023, "barcelona", session));
    }

    private static Reminder reminder(String session) {
        return new Reminder(start(session), SessionKind.RACE, LeadTime.ofMinutes(60), TWO, TWO);
    }

    private final class Platforms implements Messenger {
        @Override
        public Platform platform() {
            return Platform.DISCORD;
        }

        @Override
        public Outcome edit(Edit edit) {
            throw new AssertionError("nothing is edited");
        }

        @Override
        public Outcome send(Post post) {
            posts.add(post);
            return platform.apply(post);
        }

        @Override
        public List<String> missingToPost(ChatRef chat, @Nullable String role) {
            return List.of();
        }
    }
}
