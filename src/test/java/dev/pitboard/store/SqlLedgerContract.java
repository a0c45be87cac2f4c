package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerChangesContract;
import dev.pitboard.delivery.Settle;
import dev.pitboard.delivery.ShutChats;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.notice.Consequences;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What both databases have to stand: restarts and several at once. */
abstract class SqlLedgerContract extends LedgerChangesContract {
    private static final int CHATS = 400;

    private @Nullable Database database;
    private @Nullable Subscriptions subscriptions;
    private @Nullable ShutChats shutChats;

    /** The test's database, closed and opened again if it was open. */
    abstract Database opened(boolean empty);

    private Ledger ledgerOf(Database opened) {
        database = opened;
        subscriptions = new SqlSubscriptions(opened);
        shutChats = new SqlShutChats(opened);
        return new SqlLedger(opened);
    }

    @Override
    protected final Ledger emptyLedger() {
        return ledgerOf(opened(true));
    }

    @Override
    protected final Subscriptions subscriptionsBeside() {
        return Objects.requireNonNull(subscriptions);
    }

    @Override
    protected final ShutChats shutChats() {
        return Objects.requireNonNull(shutChats);
    }

    @Override
    protected final void follow(Consequences consequences, long number, Instant now) {
        PlainCommit.follow(current(), consequences, number, now);
    }

    @Override
    protected final void silence(String series, Instant since, @Nullable Instant until) {
        PlainCommit.silence(current(), series, since, until);
    }

    @Override
    protected final void resume(String series) {
        PlainCommit.resume(current(), series);
    }

    private Database current() {
        return Objects.requireNonNull(database);
    }

    @Test
    final void aRestartBetweenClaimAndSettlingLosesAndDoublesNothing() {
        on(FANS, "1h");
        on(CLUB, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        List<Claim> before = claim(at("13:00"));
        Ledger reopened = ledgerOf(opened(false));
        assertEquals(0, reopened.expand(race(60, TWO), at("13:01")));
        assertEquals(List.of(), reopened.claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 10));
        assertEquals(2, reopened.releaseLeases(MACHINE));
        List<Claim> after = reopened.claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 10);
        assertEquals(
                before.stream().map(Claim::messageId).sorted().toList(),
                after.stream().map(Claim::messageId).sorted().toList());
        after.forEach(c -> {
            assertEquals(MACHINE, c.unsureSince());
            Settle.sent(reopened, c, "ref", null, at("13:01"));
        });
        assertEquals(Map.of(DeliveryState.SENT, 2L), reopened.counts());
    }

    @Test
    final void whatIsSettledUnsentIsLoggedInOneLine() {
        Logger logger = (Logger) LoggerFactory.getLogger(SqlLedger.class);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            for (int i = 0; i < 3; i++) {
                on(ChatRef.of(Platform.DISCORD, "c" + i), "1h 10m");
            }
            ledger().expand(race(60, at("13:50")), at("12:50"));
            ledger().expand(race(60, TWO), at("13:00"));
            ledger().expand(race(10, TWO), at("13:50"));
            subscriptions().turnOff(ChatRef.of(Platform.DISCORD, "c2"), "gt4", at("13:49"));
            assertEquals(2, claim(at("13:50")).size());
            assertEquals(List.of(), claim(at("13:50")));
            assertEquals(
                    List.of("Discord: settled without being sent: 3 expired, 2 overtaken, 2 withdrawn"),
                    lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
        }
    }

    @Test
    final void eightAtOnceNeverGetTheSameMessage() throws Exception {
        for (int i = 0; i < CHATS; i++) {
            ChatRef chat = ChatRef.of(Platform.DISCORD, "c" + i % (CHATS / 2));
            on(chat, i < CHATS / 2 ? "gt4" : "f1", "1h", null, at("06:00"));
        }
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(f1, 60, TWO), at("13:00"));
        List<Claim> all = atOnce(8, () -> {
            List<Claim> mine = new ArrayList<>();
            List<Claim> some;
            do {
                some = ledger().claim(Platform.DISCORD, at("13:00"), MACHINE, LEASE, 7);
                some.forEach(c -> Settle.sent(ledger(), c, "ref", null, at("13:00")));
                mine.addAll(some);
            } while (!some.isEmpty());
            return mine;
        });
        all.addAll(claim(at("13:00")));
        assertEquals(CHATS / 2, all.size(), "one message for each chat");
        assertEquals(CHATS / 2, new HashSet<>(all.stream().map(Claim::messageId).toList()).size());
        assertEquals(
                CHATS,
                all.stream()
                        .flatMap(c -> c.promises().stream())
                        .map(p -> p.deliveryId())
                        .distinct()
                        .count());
    }

    @Test
    final void twoThatPlanAtOnceMakeEachRowOnce() throws Exception {
        for (int i = 0; i < CHATS; i++) {
            on(ChatRef.of(Platform.DISCORD, "c" + i), "1h");
        }
        List<Integer> made = atOnce(4, () -> List.of(ledger().expand(race(60, TWO), at("13:00"))));
        assertEquals(CHATS, made.stream().mapToInt(Integer::intValue).sum());
        assertEquals(Map.of(DeliveryState.PENDING, (long) CHATS), ledger().counts());
    }

    @Test
    final void planningMovingClaimingAndSettlingAtOnceAgree() throws Exception {
        for (int i = 0; i < CHATS; i++) {
            on(ChatRef.of(Platform.DISCORD, "c" + i), "1h");
        }
        atOnce(6, () -> {
            for (int i = 0; i < 6; i++) {
                ledger().expand(race(60, TWO), at("13:00"));
                claimSomeAndSettle();
                ledger().supersede(new Ledger.PlannedStart(RACE, TWO), "moved", at("13:00"));
            }
            return List.of();
        });
        ledger().expand(race(60, TWO), at("13:00"));
        while (claimSomeAndSettle() > 0) {
            // until all is sent
        }
        assertEquals(Map.of(DeliveryState.SENT, (long) CHATS), ledger().counts());
    }

    private int claimSomeAndSettle() {
        List<Claim> some = ledger().claim(Platform.DISCORD, at("13:00"), MACHINE, LEASE, 9);
        some.forEach(c -> Settle.sent(ledger(), c, "ref", null, at("13:00")));
        return some.size();
    }

    private static <T> List<T> atOnce(int threads, Callable<List<T>> work)
            throws ExecutionException, InterruptedException {
        List<T> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            for (Future<List<T>> future : futures) {
                all.addAll(future.get());
            }
        }
        return all;
    }
}
