package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People are answered however many posts are on their way: the two share no connection and no thread. */
final class DiscordUnderLoadTest {
    private static final int POSTS = 100;

    @Test
    void commandsAreAnsweredWhileEveryPostIsStuck() throws Exception {
        try (Paddock paddock = new Paddock();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            paddock.open();
            paddock.discord.faults().hold("POST .*/channels/.*/messages");
            Post post = Post.once(
                    ChatRef.of(Platform.DISCORD, paddock.channel.id()),
                    Card.titled(Tone.LIVE, "Race 1").build(),
                    null);
            List<Future<Outcome>> posts = IntStream.range(0, POSTS)
                    .mapToObj(_ -> senders.submit(() -> paddock.bot.messenger().send(post)))
                    .toList();
            paddock.discord.await(
                    "all posts on their way at once",
                    () -> paddock.discord.recorder().messages(paddock.channel).size() == POSTS);

            String quick = paddock.discord
                    .slash(paddock.fan, paddock.channel, "next-session", Map.of())
                    .answer()
                    .text();
            String slow = paddock.discord
                    .slash(paddock.fan, paddock.channel, "track", Map.of())
                    .answer()
                    .text();

            assertTrue(quick.contains("Race 1") && slow.contains("4655 m"), quick + slow);
            assertEquals(0, posts.stream().filter(Future::isDone).count(), "all of them are still stuck");
            paddock.discord.faults().release();
            for (Future<Outcome> one : posts) {
                assertInstanceOf(Outcome.Sent.class, one.get());
            }
        }
    }
}
