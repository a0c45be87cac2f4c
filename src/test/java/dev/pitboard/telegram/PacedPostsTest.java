package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.loopback.telegram.Call;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts keep to the limits, which the service enforces on the same clock; and what happens to what may have arrived. */
class PacedPostsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-09-30T14:40:00Z"));
    private final LoopbackTelegram telegram = LoopbackTelegram.start(now::get);
    private final BotClient client = new BotClient(
            new TelegramSettings(new BotToken(telegram.token()), telegram.apiUrl()), Duration.ofSeconds(5));
    private final long group = telegram.world().supergroup("Fans");
    private final Postman postman =
            new Postman(client, new Outcomes(now::get), new ChatPace(20, now::get), new Outage(now::get));
    private final TelegramMessenger messenger = messenger(true);

    @AfterEach
    void stop() {
        client.close();
        telegram.close();
    }

    private TelegramMessenger messenger(boolean again) {
        var renderer = new TelegramRenderer(TelegramFixture.LIVE, List.of());
        return new TelegramMessenger(
                postman,
                new Doubts(again, now::get),
                renderer,
                new Keyboard(renderer.names(), new SavedLines()),
                new PostingRights(client, 1),
                new Migrations(new RecordedNews()),
                this::later);
    }

    private void later(Duration more) {
        now.updateAndGet(at -> at.plus(more));
    }

    private static Post post(String id, long chat, Card card, @Nullable Instant unsureSince) {
        return new Post(id, TelegramFixture.chat(chat), card, null, false, unsureSince == null ? 1 : 2, unsureSince);
    }

    private Outcome send(String id, long chat, @Nullable Instant unsureSince) {
        return messenger.send(post(id, chat, TelegramFixture.card("Race 1"), unsureSince));
    }

    private List<Call> sends() {
        return telegram.recorder().calls("sendMessage");
    }

    @Test
    void whoComesTooSoonWaitsWithoutARequestAndIsNeverRefused() {
        telegram.faults().limits(true);
        int sent = 0;
        for (int i = 0; i < 60; i++) {
            Outcome outcome = send("m" + i, group, null);
            if (outcome instanceof Outcome.Wait wait) {
                assertFalse(wait.wholePlatform());
                later(wait.atLeast());
            } else {
                assertInstanceOf(Outcome.Sent.class, outcome);
                sent++;
            }
        }
        assertEquals(sent, sends().size());
        assertTrue(sends().stream().allMatch(call -> call.status() == 200));
        assertTrue(sent >= 30, "most of them are sent");
    }

    @Test
    void aRefusalHoldsOnlyThatChat() {
        telegram.faults().failNext("sendMessage", 1, new Fault.TooManyRequests(30));
        assertInstanceOf(Outcome.Wait.class, send("m1", group, null));
        later(Duration.ofSeconds(10));
        var wait = assertInstanceOf(Outcome.Wait.class, send("m1", group, null));
        assertEquals(Duration.ofSeconds(20), wait.atLeast());
        assertInstanceOf(Outcome.Sent.class, send("m2", telegram.world().supergroup("Others"), null));
        assertEquals(2, sends().size());
    }

    @Test
    void theSecondPartOfAPostWaitsForItsTurn() {
        telegram.faults().limits(true);
        Card.Builder card = Card.titled(Tone.LIVE, "Long");
        for (int i = 0; i < 60; i++) {
            card.paragraph(Line.of("Somebody at Monza ".repeat(10)));
        }
        var sent = assertInstanceOf(Outcome.Sent.class, messenger.send(post("m1", group, card.build(), null)));

        assertNull(sent.remark());
        assertTrue(sends().size() > 1, "it has several parts");
        assertTrue(sends().stream().allMatch(call -> call.status() == 200));
    }

    @Test
    void whatMayHaveArrivedIsSentAgainAndSaysSo() {
        Instant first = now.get();
        telegram.faults().acceptThenDrop(1);
        assertInstanceOf(Outcome.Unsure.class, send("m1", group, null));
        var soon = assertInstanceOf(Outcome.Wait.class, send("m1", group, first));
        assertFalse(soon.wholePlatform());
        later(soon.atLeast());

        var sent = assertInstanceOf(Outcome.Sent.class, send("m1", group, first));

        assertEquals("Sent again after a lost answer: it may be there twice.", sent.remark());
        assertEquals(2, telegram.recorder().messages(group).size());
    }

    @Test
    void afterThreeLostAnswersItIsLeftInDoubt() {
        Instant first = now.get();
        telegram.faults().acceptThenDrop(3);
        assertInstanceOf(Outcome.Unsure.class, send("m1", group, null));
        later(Duration.ofMinutes(2));
        assertInstanceOf(Outcome.Unsure.class, send("m1", group, first));
        later(Duration.ofMinutes(2));
        assertInstanceOf(Outcome.InDoubt.class, send("m1", group, first));
        assertEquals(3, sends().size());
    }

    @Test
    void anAttemptThatACrashInterruptedCountsAsOne() {
        Instant beforeTheCrash = now.get().minusSeconds(60);
        telegram.faults().acceptThenDrop(2);
        assertInstanceOf(Outcome.Unsure.class, send("m1", group, beforeTheCrash));
        later(Duration.ofMinutes(2));
        assertInstanceOf(Outcome.InDoubt.class, send("m1", group, beforeTheCrash));
    }

    @Test
    void aHostThatWantsItLeftHasItLeft() {
        TelegramMessenger careful = messenger(false);
        Instant beforeTheCrash = now.get().minusSeconds(60);
        Post interrupted = post("m1", group, TelegramFixture.card("Race 1"), beforeTheCrash);
        assertInstanceOf(Outcome.InDoubt.class, careful.send(interrupted));
        telegram.faults().acceptThenDrop(1);
        Post first = post("m2", group, TelegramFixture.card("Race 1"), null);
        assertInstanceOf(Outcome.InDoubt.class, careful.send(first));
        assertEquals(1, sends().size());
    }

    @Test
    void answersLostOneAfterTheOtherHoldEverythingBackUntilOneComes() {
        telegram.faults().failNext("sendMessage", 5, new Fault.HtmlPage(502));
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(
                    Outcome.Unsure.class, send("m" + i, telegram.world().supergroup("G" + i), null));
        }
        var wait = assertInstanceOf(Outcome.Wait.class, send("m9", group, null));
        assertTrue(wait.wholePlatform());
        assertEquals(Duration.ofSeconds(2), wait.atLeast());
        later(wait.atLeast());
        assertInstanceOf(Outcome.Sent.class, send("m9", group, null));
    }
}
