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
        var post = new Post("m1", TelegramFixture.chat(group), TelegramFixture.card("Race 1"), null, false, 1, null);

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
        var post =
                new Post("m1", TelegramFixture.topic(group, 5), TelegramFixture.card("Race 1"), null, false, 1, null);
        bot.connection = bot.connect();

        var moved =
                assertInstanceOf(Outcome.Moved.class, bot.connection.messenger().send(post));
        assertEquals(TelegramFixture.topic(successor, 5), moved.to());
        assertEquals(1, bot.news.told().size());
    }

    private void awaitNews(String... lines) {
        recorder.await(String.join(", ", lines), () -> bot.news.told().equals(List.of(lines)));
    }

    @Test
    void itIsToldWhereItWasRemovedAndWhereItMayWriteAgain() {
        var ana = world.person("Ana");
        long group = world.supergroup("Fans");
        String place = " telegram:" + group;
        events.changesBot(ana, group, Standing.SILENCED);
        events.changesBot(ana, group, Standing.MEMBER);
        awaitNews("may work again" + place);
        events.removesBot(ana, group);
        awaitNews("may work again" + place, "removed" + place);
        events.addsBot(ana, group);
        awaitNews("may work again" + place, "removed" + place, "may work again" + place);
    }

    @Test
    void aChannelWorksAgainOnlyWithTheRightToPost() {
        var ana = world.person("Ana");
        long channel = world.channel("Team");
        events.changesBot(ana, channel, Standing.ADMINISTRATOR_WITHOUT_POSTING);
        events.changesBot(ana, channel, Standing.ADMINISTRATOR);
        awaitNews("may work again telegram:" + channel);
    }

    @Test
    void whoBlocksItAndStartsItAgainIsTold() {
        var ana = world.person("Ana");
        world.privateChat(ana);
        events.blocksBot(ana);
        awaitNews("removed telegram:" + ana.id());
        events.starts(ana);
        recorder.awaitMessages(ana.id(), 1);
        assertTrue(bot.news.told().contains("may work again telegram:" + ana.id()));
    }

    @Test
    void aTopicThatIsOpenedAgainIsTold() {
        var ana = world.person("Ana");
        long forum = world.forum("Fans");
        int topic = world.topic(forum);
        world.closeTopic(forum, topic);
        events.reopensTopic(ana, forum, topic);
        awaitNews("may work again telegram:" + forum);
    }

    @Test
    void adminsAreToldOutsideOfTheTopicOrNotAtAll() {
        long forum = world.forum("Fans");
        int topic = world.topic(forum);
        world.closeTopic(forum, topic);
        var messenger = bot.connection.messenger();
        assertInstanceOf(
                Outcome.Sent.class,
                messenger.tellAdmins(TelegramFixture.topic(forum, topic), TelegramFixture.card("Trouble")));
        assertEquals(null, recorder.messages(forum).getFirst().threadId());

        assertInstanceOf(
                Outcome.Blocked.class,
                messenger.tellAdmins(TelegramFixture.chat(forum), TelegramFixture.card("Trouble")));
        assertEquals(1, recorder.messages(forum).size());
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
