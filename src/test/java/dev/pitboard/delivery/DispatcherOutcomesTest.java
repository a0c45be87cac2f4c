package dev.pitboard.delivery;

import static dev.pitboard.delivery.Bench.FANS;
import static dev.pitboard.delivery.Bench.TWO;
import static dev.pitboard.delivery.Bench.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message after each way an attempt can go. */
final class DispatcherOutcomesTest {
    private static final ChatRef CLUB = ChatRef.of(Platform.DISCORD, "2");

    @Test
    void sentWithARemark() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Sent("77", "the role is gone"));
            bench.started().settled();
            assertEquals(DeliveryState.SENT, bench.state());
            assertEquals("77", bench.row(FANS).messageRef());
            assertEquals("the role is gone", bench.row(FANS).reason());
            assertEquals(1, bench.messenger.posts.getFirst().attempt());
            assertNull(bench.messenger.posts.getFirst().unsureSince());
            bench.later(Duration.ofHours(1));
            assertEquals(1, bench.messenger.posts.size());
        }
    }

    @Test
    void aChatThatHasToWaitHoldsNobodyElseBack() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Wait(Duration.ofSeconds(30), false, "slow mode"));
            bench.started().settled();
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.subscribed(CLUB, "gt4", null).owe(start("race-1"), TWO).settled();
            assertEquals(DeliveryState.SENT, bench.row(CLUB).state());
            bench.later(Duration.ofSeconds(29));
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.later(Duration.ofSeconds(1));
            assertEquals(DeliveryState.SENT, bench.state());
            Post again = bench.messenger.posts.getLast();
            assertEquals(bench.messenger.posts.getFirst().messageId(), again.messageId());
            assertEquals(2, again.attempt());
            assertNull(again.unsureSince(), "a plain refusal leaves no doubt");
        }
    }

    @Test
    void aPlatformThatHasToWaitIsLeftAloneWithoutLooking() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Wait(Duration.ofSeconds(30), true, "global limit"));
            bench.started().settled();
            bench.subscribed(CLUB, "gt4", null).owe(start("race-1"), TWO);
            int looked = bench.ledger.claims.get();
            bench.later(Duration.ofSeconds(29));
            assertEquals(DeliveryState.PENDING, bench.row(CLUB).state());
            assertEquals(looked, bench.ledger.claims.get(), "the ledger is not asked meanwhile");
            bench.later(Duration.ofSeconds(1));
            assertEquals(DeliveryState.SENT, bench.row(CLUB).state());
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void aPauseIsSleptThroughAfterAWake() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Refused("token revoked"));
            bench.started().settled();
            bench.settled();
            bench.settled();
            assertTrue(bench.dispatcher.awaitIdle(Duration.ZERO), "it sleeps: it is idle at every moment");
            Thread loop = Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().equals("dispatch-discord"))
                    .findFirst()
                    .orElseThrow();
            bench.until(() -> loop.getState() == Thread.State.TIMED_WAITING, "the loop sleeps");
        }
    }

    @Test
    void unsureIsTriedAgainWithTheSameIdEverMoreSlowly() throws Exception {
        try (Bench bench = new Bench().owed()) {
            for (int i = 0; i < 3; i++) {
                bench.messenger.next(new Outcome.Unsure("timeout"));
            }
            bench.started().settled();
            int[] waits = {1, 2, 4};
            for (int wait : waits) {
                int sent = bench.messenger.posts.size();
                bench.later(Duration.ofSeconds(wait).minusMillis(1));
                assertEquals(sent, bench.messenger.posts.size(), "not before " + wait + " s");
                bench.later(Duration.ofMillis(1));
                assertEquals(sent + 1, bench.messenger.posts.size(), "after " + wait + " s");
            }
            assertEquals(DeliveryState.SENT, bench.state());
            assertEquals(
                    1,
                    bench.messenger.posts.stream()
                            .map(Post::messageId)
                            .distinct()
                            .count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "denied"})
    void whatWillNotWorkIsGivenUpWithItsReason(String how) throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(
                    how.equals("failed") ? new Outcome.Failed("it is " + how) : new Outcome.Denied("it is " + how));
            bench.started().settled().later(Duration.ofMinutes(10));
            assertEquals(DeliveryState.FAILED, bench.state());
            assertEquals("it is " + how, bench.row(FANS).reason());
            assertEquals(1, bench.messenger.posts.size());
        }
    }

    @Test
    void aMovedChatIsFollowedAtOnce() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Moved(CLUB));
            bench.started().settled();
            bench.until(() -> bench.messenger.posts.size() == 2, "the second attempt");
            bench.settled();
            assertEquals(List.of(CLUB), bench.moves);
            assertEquals(
                    List.of(FANS, CLUB),
                    bench.messenger.posts.stream().map(Post::chat).toList());
            assertEquals(DeliveryState.SENT, bench.row(CLUB).state());
        }
    }

    @Test
    void aChatThatIsSentOnAgainAndAgainIsNotChasedAtFullSpeed() throws Exception {
        try (Bench bench = new Bench().owed()) {
            for (int i = 0; i < 50; i++) {
                bench.messenger.next(post -> new Outcome.Moved(post.chat().equals(FANS) ? CLUB : FANS));
            }
            bench.started().settled();
            bench.until(() -> bench.messenger.posts.size() == 2, "the second attempt");
            bench.settled().settled();
            assertEquals(2, bench.messenger.posts.size());
        }
    }

    @Test
    void aPlatformThatRefusesUsIsLeftAloneForMinutes() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Refused("the token was revoked"));
            bench.started().settled().later(Duration.ofMinutes(4));
            assertEquals(1, bench.messenger.posts.size());
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.later(Duration.ofMinutes(1));
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void aMessengerThatThrowsIsTriedThreeTimes() throws Exception {
        try (Bench bench = new Bench().owed()) {
            for (int i = 0; i < 3; i++) {
                bench.messenger.next(_ -> {
                    throw new IllegalStateException("our bug");
                });
            }
            bench.started().settled().later(Duration.ofSeconds(1)).later(Duration.ofSeconds(2));
            assertEquals(3, bench.messenger.posts.size());
            assertEquals(DeliveryState.IN_DOUBT, bench.state(), "it threw after the post had left");
            assertTrue(
                    String.valueOf(bench.row(FANS).reason()).contains("our bug"),
                    bench.row(FANS).reason());
        }
    }

    @Test
    void cardsThatThrowTakeNothingElseDown() throws Exception {
        try (Bench bench = new Bench().owed().subscribed(CLUB, "gt4", null).owe(start("race-1"), TWO)) {
            MessageCards good = bench.cards;
            bench.cards = (claim, now) -> {
                if (claim.chat().equals(FANS)) {
                    throw new IllegalStateException("our bug");
                }
                return good.compose(claim, now);
            };
            bench.started().settled();
            assertEquals(DeliveryState.SENT, bench.row(CLUB).state());
            assertEquals(DeliveryState.SENDING, bench.state());
            bench.cards = good;
            bench.later(Duration.ofSeconds(1));
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void whatIsNoLongerTrueIsNotSent() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.cards = (claim, _) -> new MessageCards.Composed(null, claim.promises(), 0);
            bench.started().settled();
            assertEquals(DeliveryState.SUPERSEDED, bench.state());
            assertEquals(List.of(), bench.messenger.posts);
        }
    }

    @Test
    void whatExpiresBetweenClaimAndSendIsNotSent() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.ledger.afterClaim = () -> bench.now = TWO;
            bench.started().settled();
            assertEquals(List.of(), bench.messenger.posts);
            assertEquals(DeliveryState.EXPIRED, bench.state());
        }
    }

    @Test
    void whatMayHaveArrivedAndIsOfNoUseByTheRetryIsInDoubt() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Unsure("timeout"));
            bench.started().settled();
            bench.now = TWO;
            bench.later(Duration.ofSeconds(5));
            assertEquals(1, bench.messenger.posts.size());
            assertEquals(DeliveryState.IN_DOUBT, bench.state());
        }
    }

    @Test
    void whatIsOwedToABlockedChatWaitsUntilItWorksAgain() throws Exception {
        try (Bench bench = new Bench().owed()) {
            bench.messenger.next(new Outcome.Blocked("no right"));
            bench.started().settled();
            bench.later(Duration.ofMinutes(10));
            assertEquals(1, bench.messenger.posts.size(), "a blocked chat is left alone");
            assertEquals(DeliveryState.PENDING, bench.state());
            assertEquals(Map.of(ChatState.BLOCKED, 1L), bench.store.shutCounts());
            bench.store.open(FANS);
            bench.settled();
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }

    @Test
    void whatIsSettledWhileThePlatformPausesIsKnownAtOnce() throws Exception {
        try (Bench bench = new Bench().owed().subscribed(CLUB, "gt4", null)) {
            bench.messenger.hold(FANS);
            bench.owe(start("race-1"), TWO).started();
            bench.until(() -> bench.messenger.posts.size() == 2, "both are on their way");
            bench.messenger.next(new Outcome.Wait(Duration.ofMinutes(5), true, "global limit"));
            bench.subscribed(ChatRef.of(Platform.DISCORD, "3"), "gt4", null).owe(start("race-1"), TWO);
            bench.dispatcher.wake();
            bench.until(() -> bench.messenger.posts.size() == 3, "a third makes the platform pause");
            bench.messenger.release(FANS);
            bench.settled();
            assertEquals(DeliveryState.SENT, bench.state());
        }
    }
}
