package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.telegram.Events;
import dev.pitboard.loopback.telegram.Recorder;
import dev.pitboard.loopback.telegram.Standing;
import dev.pitboard.loopback.telegram.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming, going, moving, and what is missing to post. */
class MembershipTest {
    private final TelegramFixture bot = new TelegramFixture().started();
    private final World world = bot.telegram.world();
    private final Events events = bot.telegram.events();
    private final Recorder recorder = bot.telegram.recorder();

    @AfterEach
    void stop() {
        bot.close();
        assertEquals(List.of(), recorder.mistakes());
    }

    private List<String> missing(long chat) {
        return bot.connection.messenger().missingToPost(TelegramFixture.chat(chat), null);
    }

    @Test
    void itGreetsOnceWhereItIsAddedAlsoByALink() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        world.bot(group, Standing.LEFT);
        events.addsBot(ana, group);
        events.says(ana, group, "/start@" + bot.telegram.botName() + " pitboard");
        events.says(ana, group, "/next_session");

        recorder.awaitMessage(group, m -> m.text().contains("Next"));
        assertEquals(2, recorder.messages(group).size());
        assertEquals(
                "Turn reminders on",
                recorder.messages(group).getFirst().buttons().getFirst().text());
    }

    @Test
    void itGreetsInAChannelWhereItMayPost() {
        var ana = world.person("Ana");
        long channel = world.channel("Team");
        world.bot(channel, Standing.LEFT);
        events.addsBot(ana, channel);

        recorder.awaitMessages(channel, 1);
    }

    @Test
    void beingRemovedOrBlockedIsNoTrouble() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        events.removesBot(ana, group);
        events.blocksBot(ana);
        events.starts(ana);

        recorder.awaitMessages(ana.id(), 1);
        assertEquals(List.of(), recorder.messages(group));
    }

    @Test
    void aGroupThatBecomesASupergroupIsFollowedOnce() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        long successor = events.upgrades(ana, group);
        events.says(ana, successor, "/next_session");
        recorder.awaitMessage(successor, m -> m.text().contains("Next"));
        var post = new Post("m1", TelegramFixture.chat(group), TelegramFixture.card("Race 1"), null, 1, null);

        var moved =
                assertInstanceOf(Outcome.Moved.class, bot.connection.messenger().send(post));
        assertEquals(TelegramFixture.chat(successor), moved.to());
        assertEquals(List.of("moved telegram:" + group + " to telegram:" + successor), bot.news.told());
    }

    @Test
    void aMoveThatOnlyTheRefusalTellsIsFollowedToo() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        bot.connection.close();
        long successor = events.upgrades(ana, group);
        var post = new Post("m1", TelegramFixture.topic(group, 5), TelegramFixture.card("Race 1"), null, 1, null);
        bot.connection = bot.connect();

        var moved =
                assertInstanceOf(Outcome.Moved.class, bot.connection.messenger().send(post));
        assertEquals(TelegramFixture.topic(successor, 5), moved.to());
        assertEquals(1, bot.news.told().size());
    }

    @Test
    void whatIsMissingToPostIsNamed() {
        var ana = world.person("Ana");
        long group = world.supergroup("Fans");
        long channel = world.channel("Team");
        assertEquals(List.of(), missing(group));
        assertEquals(List.of(), missing(channel));
        assertEquals(List.of(), missing(world.privateChat(ana)));

        world.bot(group, Standing.ADMINISTRATOR);
        assertEquals(List.of(), missing(group));
        world.bot(group, Standing.SILENCED);
        assertTrue(missing(group).getFirst().contains("right to send messages"));
        world.bot(group, Standing.KICKED);
        assertTrue(missing(group).getFirst().contains("not in this chat"));
        world.bot(channel, Standing.ADMINISTRATOR_WITHOUT_POSTING);
        assertTrue(missing(channel).getFirst().contains("right to post messages"));
        assertTrue(missing(-1_009_999_999_999L).getFirst().contains("not in this chat"));
    }
}
