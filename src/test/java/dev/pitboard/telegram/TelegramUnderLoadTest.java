package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.telegram.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People are answered however many posts are on their way. */
class TelegramUnderLoadTest {
    private static final int POSTS = 100;

    @Test
    void commandsAreAnsweredWhileEveryPostIsStuck() {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                TelegramFixture bot = new TelegramFixture().started()) {
            var ana = bot.telegram.world().person("Ana");
            long chat = bot.telegram.world().privateChat(ana);
            long group = bot.telegram.world().supergroup("Fans");
            bot.telegram.faults().fail(group, new Fault.Late(Duration.ofMinutes(1)));
            Post post = Post.once(TelegramFixture.chat(group), TelegramFixture.card("Race 1"), null);
            List<Future<Outcome>> posts = IntStream.range(0, POSTS)
                    .mapToObj(
                            _ -> senders.submit(() -> bot.connection.messenger().send(post)))
                    .toList();
            bot.telegram.recorder().awaitMessages(group, POSTS);

            bot.telegram.events().says(ana, chat, "/next_session");
            bot.telegram.recorder().awaitMessage(chat, message -> message.text().contains("Next"));

            assertEquals(0, posts.stream().filter(Future::isDone).count(), "all of them are still stuck");
        }
    }
}
