package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Router;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection comes, goes and comes back. */
final class DiscordConnectionTest {
    private final Paddock paddock = new Paddock();

    @AfterEach
    void close() {
        paddock.close();
    }

    private PostedMessage ask(FakeChannel channel) {
        return paddock.discord
                .slash(paddock.fan, channel, "next-session", Map.of())
                .answer();
    }

    @Test
    void asksForTheLeast() {
        assertEquals(List.of(), paddock.bot.gatewayStates());
        paddock.open();

        assertEquals(List.of("CONNECTED"), paddock.bot.gatewayStates());
        assertEquals(1, paddock.discord.gateway().identifies().getFirst().intents());
        assertEquals(
                "https://discord.com/oauth2/authorize?client_id="
                        + paddock.discord.world().applicationId()
                        + "&permissions=274877991936&integration_type=0&scope=bot+applications.commands",
                paddock.bot.inviteLink().join());
    }

    @Test
    void registersCommandsOnlyWhenTheyChanged() {
        paddock.open();
        assertEquals(1, paddock.discord.recorder().registrations());
        paddock.bot.close();
        long looked = looks();

        try (DiscordBot again = paddock.newBot(paddock.discord.token())) {
            again.start();
            paddock.awaitUp(again);
            paddock.discord.await("a look at the commands", () -> looks() > looked);
            ask(paddock.channel);
            assertEquals(1, paddock.discord.recorder().registrations());
        }
    }

    @Test
    void registersAgainWhenTheyChanged() {
        paddock.open();
        paddock.bot.close();
        Router fewer = new Router(paddock.commands.all().subList(0, 3));

        try (DiscordBot changed = paddock.newBot(paddock.discord.token(), fewer)) {
            changed.start();
            paddock.discord.await(
                    "another registration", () -> paddock.discord.recorder().registrations() == 2);
            assertEquals(3, paddock.discord.recorder().commands().size());
        }
    }

    @Test
    void afterARestartAButtonThatWasTooLongAsksToTypeAgain() {
        paddock.open();
        PostedMessage message = ask(paddock.channel);
        paddock.bot.close();

        try (DiscordBot again = paddock.newBot(paddock.discord.token())) {
            again.start();
            paddock.awaitUp(again);
            PostedMessage answer = paddock.discord
                    .press(paddock.fan, message, message.button("Long").customId())
                    .answer();
            assertTrue(answer.isEphemeral());
            assertTrue(answer.text().contains("type the command again"), answer.text());
            assertTrue(paddock.discord
                    .press(paddock.fan, message, message.button("Timetable").customId())
                    .answer()
                    .text()
                    .contains("Session 1 "));
        }
    }

    private long looks() {
        return paddock.discord.recorder().requests().stream()
                .filter(r -> r.method().equals("GET") && r.path().endsWith("/commands"))
                .count();
    }

    @Test
    void resumesAfterADisconnect() {
        paddock.open();

        paddock.discord.gateway().disconnect(4000);
        paddock.discord.gateway().awaitResumes(1);
        paddock.awaitUp(paddock.bot);

        assertTrue(ask(paddock.channel).text().contains("Race 1"));
        assertEquals(1, paddock.discord.gateway().identifies().size());
    }

    @Test
    void comesBackAfterAnOutageByTheConfiguredAddress() {
        paddock.open();
        paddock.discord.faults().outage(true);
        paddock.discord.gateway().forgetSessions();
        paddock.await(paddock.bot, Condition.State.CONNECTING);

        paddock.discord.faults().outage(false);
        paddock.awaitUp(paddock.bot);

        assertTrue(ask(paddock.channel).text().contains("Race 1"));
        assertEquals(1, paddock.discord.recorder().registrations());
    }

    @Test
    void waitsForADiscordThatIsNotThereYet() {
        paddock.discord.faults().outage(true);
        paddock.bot.start();
        paddock.discord.await("two attempts", () -> gatewayRequests() >= 2);
        assertEquals(Condition.State.CONNECTING, paddock.bot.condition().state());
        assertTrue(gatewayRequests() < 5, "tried " + gatewayRequests() + " times in about a second");

        paddock.discord.faults().outage(false);
        paddock.awaitUp(paddock.bot);
    }

    private long gatewayRequests() {
        return paddock.discord.recorder().requests().stream()
                .filter(r -> r.path().endsWith("/gateway/bot"))
                .count();
    }

    @Test
    void greetsWhereItIsAddedAndOnlyThen() {
        paddock.open();
        assertEquals(List.of(), paddock.discord.recorder().messages());
        FakeGuild added = paddock.discord.world().guildToJoin("New fans");
        FakeChannel closed = added.text("rules").deny(Permissions.SEND_MESSAGES);
        FakeChannel open = added.text("lobby");

        added.join();

        PostedMessage hello = paddock.discord.recorder().awaitMessages(open, 1).getFirst();
        assertEquals("v1:-:reminders on", hello.button("Turn reminders on").customId());
        assertEquals(List.of(), paddock.discord.recorder().messages(closed));
        added.outage();
        added.back();
        paddock.discord.gateway().disconnect(4000);
        paddock.discord.gateway().awaitResumes(1);
        paddock.awaitUp(paddock.bot);
        ask(open);
        assertEquals(1, paddock.discord.recorder().messages().size());
    }

    @Test
    void postsDuringAnOutageOfTheServersGateway() {
        paddock.open();
        paddock.guild.outage();

        assertInstanceOf(Outcome.Sent.class, send(paddock.channel));

        paddock.guild.back();
        assertTrue(ask(paddock.channel).text().contains("Race 1"));
    }

    @Test
    void whatIsNotReachableWaits() {
        paddock.open();
        paddock.discord.close();

        // A connection kept from before may take the request along when it ends.
        paddock.discord.await("nothing but waiting", () -> send(paddock.channel) instanceof Outcome.Wait);
        Outcome.Wait wait = assertInstanceOf(Outcome.Wait.class, send(paddock.channel));

        assertTrue(wait.wholePlatform());
    }

    @Test
    @Timeout(60)
    void closesWhileACommandNeverEnds() {
        paddock.open();
        paddock.commands.gate = new CountDownLatch(1);
        paddock.discord.slash(paddock.fan, paddock.channel, "track", Map.of()).firstAnswer();

        paddock.bot.close();

        assertEquals(Condition.State.OFF, paddock.bot.condition().state());
    }

    private Outcome send(FakeChannel channel) {
        return paddock.bot
                .messenger()
                .send(new Post(
                        "m1",
                        ChatRef.of(Platform.DISCORD, channel.id()),
                        Card.titled(Tone.LIVE, "Race 1").build(),
                        null,
                        false,
                        1,
                        null));
    }
}
