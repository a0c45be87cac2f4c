package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord tells of servers and channels is passed on, and admins are told where they can be. */
final class PlaceNewsTest {
    private final Paddock paddock = new Paddock();
    private final FakeGuild guild = paddock.guild;
    private final String works = "may work again discord:" + guild.id();

    @AfterEach
    void close() {
        paddock.close();
    }

    private void await(String... lines) {
        paddock.discord.await(
                String.join(", ", lines), () -> paddock.news.told().equals(List.of(lines)));
    }

    private static ChatRef chat(FakeChannel channel) {
        return ChatRef.of(Platform.DISCORD, channel.id());
    }

    @Test
    void aChangeOfRightsIsTold() {
        FakeChannel second = guild.text("second");
        paddock.open();
        guild.botPermissions(0).everyone(Permissions.USUAL);
        paddock.channel.deny(Permissions.SEND_MESSAGES);
        second.allow(Permissions.SEND_MESSAGES);
        // Once, unless the machine is so busy that the events come far apart.
        paddock.discord.await(works, () -> paddock.news.told().contains(works));
        assertTrue(paddock.news.told().size() <= 3, paddock.news.told().toString());
    }

    @Test
    void aDeletedRoleIsTold() {
        FakeRole role = guild.role("Old", true);
        paddock.open();
        role.delete();
        await(works);
    }

    @Test
    void anotherRoleForTheBotIsTold() {
        FakeRole role = guild.role("Posters", false);
        paddock.open();
        guild.botRole(role);
        await(works);
    }

    @Test
    void aThreadThatIsOpenedAgainIsTold() {
        FakeChannel thread = paddock.channel.thread("race talk");
        paddock.open();
        thread.archive();
        thread.unarchive();
        await(works);
    }

    @Test
    void theEndOfAnOutageIsToldAndItsBeginningIsNoRemoval() {
        paddock.open();
        guild.outage();
        guild.back();
        await(works);
    }

    @Test
    void beingRemovedAndAddedAgainIsTold() {
        paddock.open();
        guild.kick();
        await("removed discord:" + guild.id());
        guild.join();
        await("removed discord:" + guild.id(), works);
    }

    @Test
    void aDeletedThreadAndADeletedChannelAreTold() {
        FakeChannel thread = paddock.channel.thread("race talk");
        paddock.open();
        thread.delete();
        await("deleted discord:" + thread.id());
        paddock.channel.delete();
        await("deleted discord:" + thread.id(), "deleted discord:" + paddock.channel.id());
    }

    @Test
    void adminsAreToldInTheChannelForTheServersNews() {
        FakeChannel news = guild.text("server-news");
        guild.systemChannel(news);
        paddock.open();
        Card trouble = Card.titled(Tone.MISTAKE, Line.of("I can't post there, @everyone <@&" + guild.id() + ">"))
                .build();

        assertInstanceOf(Outcome.Sent.class, paddock.bot.messenger().tellAdmins(chat(paddock.channel), trouble));

        PostedMessage told = paddock.discord.recorder().messages(news).getFirst();
        assertFalse(told.pingedEveryone());
        assertEquals(List.of(), told.pingedRoles());
    }

    @Test
    void adminsAreToldInTheFirstOtherChannelWhereItMayPost() {
        FakeChannel silent = guild.text("silent").deny(Permissions.SEND_MESSAGES);
        FakeChannel open = guild.text("open");
        guild.systemChannel(paddock.channel);
        paddock.open();

        assertInstanceOf(Outcome.Sent.class, tell(paddock.channel));
        assertEquals(1, paddock.discord.recorder().messages(open).size());
        assertInstanceOf(Outcome.Sent.class, tell(silent));
        assertEquals(1, paddock.discord.recorder().messages(paddock.channel).size());
    }

    @Test
    void adminsOfADeletedChannelAreToldToo() {
        FakeChannel gone = guild.text("gone");
        paddock.open();
        gone.delete();
        await("deleted discord:" + gone.id());
        assertInstanceOf(Outcome.Sent.class, tell(gone));
    }

    @Test
    void whereThereIsNoOtherChannelNobodyIsTold() {
        paddock.open();
        assertInstanceOf(Outcome.Blocked.class, tell(paddock.channel));
        assertTrue(paddock.discord.recorder().messages().isEmpty());
    }

    private Outcome tell(FakeChannel channel) {
        return paddock.bot
                .messenger()
                .tellAdmins(
                        chat(channel),
                        Card.titled(Tone.MISTAKE, "I can't post there").build());
    }
}
