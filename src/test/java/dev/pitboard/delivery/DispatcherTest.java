package dev.pitboard.delivery;

import static dev.pitboard.delivery.Bench.FANS;
import static dev.pitboard.delivery.Bench.TWO;
import static dev.pitboard.delivery.Bench.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many chats, a database that comes and goes, the pace, and stopping. */
final class DispatcherTest {
    private static Bench chats(Bench bench, int many) {
        for (int i = 0; i < many; i++) {
            bench.subscribed(ChatRef.of(Platform.DISCORD, "c" + i), "gt4", null);
        }
        return bench.owe(start("race-1"), TWO);
    }

    @Test
    void manyChatsGetOneMessageEach() throws Exception {
        try (Bench bench = chats(new Bench(), 300).started().settled()) {
            bench.until(() -> bench.messenger.posts.size() >= 300, "all posts");
            bench.settled();
            assertEquals(300, bench.messenger.posts.size());
            assertEquals(
                    300,
                    bench.messenger.posts.stream().map(Post::chat).distinct().count());
            assertEquals(Map.of(DeliveryState.SENT, 300L), bench.store.counts());
        }
    }

    @Test
    void oneSlowChatHoldsNobodyElseUp() throws Exception {
        try (Bench bench = chats(new Bench(), 100)) {
            ChatRef slow = ChatRef.of(Platform.DISCORD, "c0");
            bench.messenger.hold(slow);
            bench.started();
            bench.until(() -> bench.store.counts().getOrDefault(DeliveryState.SENT, 0L) == 99, "the others are sent");
            assertEquals(DeliveryState.SENDING, bench.row(slow).state());
            assertFalse(bench.dispatcher.awaitIdle(Duration.ofMillis(1)), "one is still on its way");
            bench.messenger.release(slow);
            bench.settled();
            assertEquals(DeliveryState.SENT, bench.row(slow).state());
        }
    }

    @Test
    void sessionsThatStartTogetherMakeOneMessageAndTwoRolesMakeTwo() throws Exception {
        try (Bench bench = new Bench()
                .subscribed(FANS, "gt4", "9")
                .subscribed(FANS, "f1", "9")
                .subscribed(FANS, "nls", "8")
                .owe(start("race-1"), TWO)
                .owe(Start.of(new SessionId("f1", 2023, "suzuka", "race")), TWO)
                .owe(Start.of(new SessionId("nls", 2023, "nls6", "race")), TWO)) {
            Map<String, Integer> promises = new ConcurrentHashMap<>();
            MessageCards cards = bench.cards;
            bench.cards = (claim, now) -> {
                promises.put(String.valueOf(claim.role()), claim.promises().size());
                return cards.compose(claim, now);
            };
            bench.started().settled();
            assertEquals(
                    Set.of("9", "8"),
                    bench.messenger.posts.stream()
                            .map(p -> String.valueOf(p.role()))
                            .collect(Collectors.toSet()));
            assertEquals(2, bench.messenger.posts.size());
            assertEquals(Map.of("9", 2, "8", 1), promises);
            assertEquals(Map.of(DeliveryState.SENT, 3L), bench.store.counts());
        }
    }

    @Test
    void aDatabaseThatCantBeClaimedFromIsAskedEverMoreSeldomUntilItIsBack() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.ledger.fail(FlakyStore.Step.CLAIM);
            bench.started();
            bench.until(() -> bench.ledger.claims.get() == 1, "the first look");
            bench.settled();
            int[] pauses = {1, 2, 4, 8};
            int looks = 1;
            for (int pause : pauses) {
                bench.later(Duration.ofSeconds(pause).minusMillis(1));
                assertEquals(looks, bench.ledger.claims.get(), "not before " + pause + " s");
                bench.later(Duration.ofMillis(1));
                assertEquals(++looks, bench.ledger.claims.get(), "after " + pause + " s");
            }
            bench.ledger.recover();
            bench.later(Duration.ofSeconds(16));
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void aBugInTheLedgerIsWaitedOutToo() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.ledger.fail(FlakyStore.Step.CLAIM, new IllegalStateException("our bug"));
            bench.started().settled();
            bench.ledger.recover();
            bench.later(Duration.ofSeconds(1));
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void whatWasSentWhileTheDatabaseWasAwayIsNotSentAgain() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.ledger.fail(FlakyStore.Step.SETTLE);
            bench.started().settled();
            bench.until(() -> bench.messenger.posts.size() == 1, "the post");
            bench.settled();
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.later(Duration.ofMinutes(5));
            assertEquals(1, bench.messenger.posts.size(), "its lease has ended, but it is known to be there");
            bench.ledger.recover();
            bench.later(Duration.ofMinutes(1));
            assertEquals(DeliveryState.SENT, bench.state());
            assertEquals(1, bench.messenger.posts.size());
        }
    }

    @Test
    void aBugWhileSettlingLeavesTheMessageToTheEndOfItsLease() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.ledger.fail(FlakyStore.Step.SETTLE, new IllegalStateException("our bug"));
            bench.started().settled();
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.ledger.recover();
            bench.later(Duration.ofMinutes(1));
            assertEquals(1, bench.messenger.posts.size());
            bench.later(Duration.ofMinutes(1));
            assertEquals(2, bench.messenger.posts.size());
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void closingLetsWhatIsOnItsWaySettleAndClaimsNothingNew() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.hold(FANS);
            bench.started();
            bench.until(() -> bench.messenger.posts.size() == 1, "the post is on its way");
            Thread closing = Thread.ofPlatform().start(bench.dispatcher::close);
            bench.until(() -> closing.getState() == Thread.State.TIMED_WAITING, "closing waits");
            int looked = bench.ledger.claims.get();
            bench.subscribed(ChatRef.of(Platform.DISCORD, "2"), "gt4", null).owe(start("race-2"), TWO);
            bench.dispatcher.wake();
            bench.messenger.release(FANS);
            assertTrue(closing.join(Duration.ofSeconds(60)), "it does not wait for anything else");
            assertEquals(1, bench.messenger.posts.size());
            assertEquals(looked, bench.ledger.claims.get());
            assertEquals(
                    Map.of(DeliveryState.SENT, 1L, DeliveryState.PENDING, 2L),
                    bench.store.counts(),
                    "race 1 is sent, race 2 is left for both chats");
        }
    }

    @Test
    void closingTellsTheLedgerWhatItMissed() throws Exception {
        Bench bench = new Bench().owed();
        bench.ledger.fail(FlakyStore.Step.SETTLE);
        bench.started();
        bench.until(() -> bench.messenger.posts.size() == 1, "the post");
        bench.settled();
        bench.ledger.recover();
        bench.close();
        assertEquals(DeliveryState.SENT, bench.state());
    }
}
