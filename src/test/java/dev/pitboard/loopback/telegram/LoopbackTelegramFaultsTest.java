package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonSyntaxException;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripted faults and the limits, as the real client meets them. */
final class LoopbackTelegramFaultsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-09-30T14:00:00Z"));
    private LoopbackTelegram telegram;
    private Client client;
    private long group;

    @BeforeEach
    void start() {
        telegram = LoopbackTelegram.start(now::get);
        client = Client.of(telegram);
        group = telegram.world().group("Fans");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void aScriptedRefusalHappensThatOften() {
        telegram.faults().failNext(2, new Fault.TooManyRequests(7));
        for (int i = 0; i < 2; i++) {
            var refused = client.execute(new SendMessage(group, "Race 1"));
            assertEquals(429, refused.errorCode());
            assertEquals("Too Many Requests: retry after 7", refused.description());
            assertEquals(7, refused.parameters().retryAfter());
        }
        assertTrue(client.execute(new SendMessage(group, "Race 1")).isOk());
        assertEquals(1, telegram.recorder().messages(group).size());
    }

    @Test
    void pollsAreLeftOutUnlessNamed() {
        telegram.faults().failNext(1, new Fault.Refused(500, "Internal Server Error"));
        assertTrue(client.execute(new GetUpdates()).isOk());
        telegram.faults().failNext("getUpdates", 1, new Fault.Refused(502, "Bad Gateway"));
        assertEquals(502, client.execute(new GetUpdates()).errorCode());
        assertEquals(500, client.execute(new GetMe()).errorCode());
    }

    @Test
    void gatewaysAnswerInHtmlOrNotAtAll() {
        telegram.faults().failNext(1, new Fault.HtmlPage(502));
        assertThrows(JsonSyntaxException.class, () -> client.execute(new SendMessage(group, "Race 1")));
        telegram.faults().failNext(1, new Fault.EmptyBody(500));
        assertNull(client.execute(new SendMessage(group, "Race 1")));
        assertEquals(0, telegram.recorder().messages(group).size());
        telegram.faults().failNext(1, new Fault.HtmlPageAfter(504));
        assertThrows(JsonSyntaxException.class, () -> client.execute(new SendMessage(group, "Race 1")));
        assertEquals(1, telegram.recorder().messages(group).size());
    }

    @Test
    void aMessageCanBePostedThoughTheAnswerIsLost() {
        telegram.faults().acceptThenDrop(1);
        assertThrows(RuntimeException.class, () -> client.execute(new SendMessage(group, "Race 1")));
        assertEquals(1, telegram.recorder().messages(group).size());
        assertEquals(0, telegram.recorder().calls("sendMessage").getFirst().status());
    }

    /** OkHttp sends a request again by itself when a connection it had used before ends without an answer. */
    @Test
    void theHttpClientPostsTwiceUnlessItIsToldNotTo() {
        client.execute(new SendMessage(group, "Race 1"));
        telegram.faults().acceptThenDrop(1);
        assertTrue(client.execute(new SendMessage(group, "Race 2")).isOk());
        assertEquals(List.of("Race 1", "Race 2", "Race 2"), texts());

        var careful = Client.withoutRetries(telegram);
        careful.execute(new SendMessage(group, "Race 3"));
        telegram.faults().acceptThenDrop(1);
        assertThrows(RuntimeException.class, () -> careful.execute(new SendMessage(group, "Race 4")));
        assertEquals(List.of("Race 1", "Race 2", "Race 2", "Race 3", "Race 4"), texts());
    }

    @Test
    void aConnectionCanBeClosedBeforeAnythingIsDone() {
        telegram.faults().failNext(1, new Fault.DroppedBefore());
        assertThrows(RuntimeException.class, () -> client.execute(new SendMessage(group, "Race 1")));
        assertEquals(0, telegram.recorder().messages(group).size());
    }

    @Test
    void oneChatCanFailAndHeal() {
        long other = telegram.world().supergroup("Others");
        telegram.faults().fail(group, new Fault.Refused(400, "Bad Request: CHAT_WRITE_FORBIDDEN"));
        assertEquals(
                "Bad Request: CHAT_WRITE_FORBIDDEN",
                client.execute(new SendMessage(group, "Race 1")).description());
        assertTrue(client.execute(new SendMessage(other, "Race 1")).isOk());
        telegram.faults().heal(group);
        assertTrue(client.execute(new SendMessage(group, "Race 1")).isOk());
    }

    @Test
    void anOutageEndsPollsToo() throws Exception {
        try (var pollers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> poll = () -> client.execute(new GetUpdates().timeout(50));
            var waiting = pollers.submit(poll);
            telegram.recorder().awaitPoll();
            telegram.faults().outage(true);
            assertThrows(ExecutionException.class, () -> waiting.get(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertThrows(RuntimeException.class, () -> client.execute(new SendMessage(group, "Race 1")));
        telegram.faults().outage(false);
        assertTrue(client.execute(new SendMessage(group, "Race 1")).isOk());
        assertEquals(1, telegram.recorder().messages(group).size());
    }

    @Test
    void anAnswerCanComeLateThoughTheMessageIsThere() throws Exception {
        telegram.faults().latency(Duration.ofSeconds(60));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> send = () -> client.execute(new SendMessage(group, "Race 1"));
            var sending = senders.submit(send);
            telegram.recorder().awaitMessages(group, 1);
            assertTrue(!sending.isDone());
            telegram.close();
            assertThrows(ExecutionException.class, () -> sending.get(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void aChatTakesOneMessageASecondAndAGroupTwentyAMinute() {
        telegram.faults().limits(true);
        for (int i = 1; i <= 20; i++) {
            assertTrue(client.execute(new SendMessage(group, "Race " + i)).isOk());
            var refused = client.execute(new SendMessage(group, "too soon"));
            assertEquals(429, refused.errorCode());
            pass(Duration.ofSeconds(1));
        }
        var refused = client.execute(new SendMessage(group, "too many"));
        assertEquals(40, refused.parameters().retryAfter());
        var edit = client.any(new EditMessageText(group, 1, "an edit counts too"));
        assertEquals(429, edit.errorCode());
        pass(Duration.ofSeconds(40));
        assertTrue(client.execute(new SendMessage(group, "Race 21")).isOk());
        assertEquals(21, telegram.recorder().messages(group).size());
    }

    @Test
    void allChatsTogetherTakeThirtyASecond() {
        telegram.faults().limits(true);
        for (int i = 1; i <= 30; i++) {
            long chat = telegram.world().privateChat(telegram.world().person("Fan " + i));
            assertTrue(client.execute(new SendMessage(chat, "Race 1")).isOk());
        }
        assertEquals(
                1, client.execute(new SendMessage(group, "Race 1")).parameters().retryAfter());
        pass(Duration.ofSeconds(1));
        assertTrue(client.execute(new SendMessage(group, "Race 1")).isOk());
    }

    private List<String> texts() {
        return telegram.recorder().messages(group).stream()
                .map(SentMessage::text)
                .toList();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
