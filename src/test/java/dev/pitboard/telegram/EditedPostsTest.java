package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.loopback.telegram.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was posted is brought up to date, at the chat's pace. */
final class EditedPostsTest {
    private final LoopbackTelegram telegram = LoopbackTelegram.start();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-09-30T13:00:00Z"));
    private final BotClient client = new BotClient(
            new TelegramSettings(new BotToken(telegram.token()), telegram.apiUrl()), Duration.ofSeconds(5));
    private final long group = telegram.world().supergroup("Fans");
    private final Postman postman =
            new Postman(client, new Outcomes(now::get), new ChatPace(20, now::get), new Outage(now::get));
    private final TelegramRenderer renderer = new TelegramRenderer(TelegramFixture.LIVE, List.of());
    private final TelegramMessenger messenger = new TelegramMessenger(
            postman,
            new Doubts(true, now::get),
            renderer,
            new Keyboard(renderer.names(), new SavedLines()),
            new PostingRights(client, 1),
            new Migrations(new RecordedNews()),
            this::later);

    @AfterEach
    void stop() {
        client.close();
        telegram.close();
    }

    private void later(Duration more) {
        now.updateAndGet(at -> at.plus(more));
    }

    private static Card card(String title) {
        return Card.titled(Tone.LIVE, title).run("Timetable", "timetable").build();
    }

    private String posted(boolean quiet) {
        Post post = new Post("m1", TelegramFixture.chat(group), card("Race 1 at 16:50"), null, quiet, 1, null);
        return assertInstanceOf(Outcome.Sent.class, messenger.send(post)).messageRef();
    }

    private Outcome edit(String ref, String title) {
        later(Duration.ofSeconds(1));
        return messenger.edit(new Edit("m1", TelegramFixture.chat(group), ref, card(title), null, 1));
    }

    private SentMessage message() {
        return telegram.recorder().messages(group).getFirst();
    }

    @Test
    void theNewVersionStandsInTheSameMessageWithItsButtons() {
        String ref = posted(false);
        assertEquals(new Outcome.Sent(ref, null), edit(ref, "Race 1 at 17:10"));
        assertEquals(1, telegram.recorder().messages(group).size());
        assertTrue(message().text().contains("Race 1 at 17:10"), message().text());
        assertEquals(1, message().edits());
        assertEquals(1, message().buttons().size());
        assertEquals(new Outcome.Sent(ref, null), edit(ref, "Race 1 at 17:10"), "not modified is done");
        assertEquals(List.of(), telegram.recorder().mistakes());
    }

    @Test
    void whatIsGoneNeedsNoEdit() {
        Outcome.Sent left = assertInstanceOf(Outcome.Sent.class, edit("4711", "Race 1 at 17:10"));
        assertTrue(String.valueOf(left.remark()).contains("can't be edited"), left.toString());
    }

    @Test
    void editsKeepToTheChatsPace() {
        String ref = posted(false);
        Edit edit = new Edit("m1", TelegramFixture.chat(group), ref, card("Race 1 at 17:10"), null, 1);
        assertInstanceOf(Outcome.Wait.class, messenger.edit(edit), "one a second");
        assertEquals(0, message().edits());
    }

    @Test
    void whatIsQuietMakesNoSound() {
        posted(true);
        assertTrue(message().silent());
    }
}
