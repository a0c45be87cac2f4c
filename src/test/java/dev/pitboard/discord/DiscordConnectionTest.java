package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The connection comes, goes and comes back. */
final class DiscordConnectionTest {
    private Paddock paddock = new Paddock();

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
        paddock.open();

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
    void aWrongTokenIsSaidOnceAndNowhereShown() {
        paddock.close();
        String secret = "c2VjcmV0LXRva2Vu.of-nobody.AbCdEfGhIjKlMnOp";
        List<String> logged = logging(() -> {
            paddock = new Paddock(secret);
            paddock.bot.start();
            paddock.await(paddock.bot, Condition.State.DOWN);
            Outcome outcome = send(paddock.channel);
            assertInstanceOf(Outcome.Refused.class, outcome);
            assertFalse(outcome.toString().contains(secret));
        });

        Condition condition = paddock.bot.condition();
        assertTrue(condition.reason().contains("refuses the token"), condition.reason());
        assertFalse(condition.reason().contains(secret));
        assertEquals(2, paddock.discord.recorder().count(401), "one look at the gateway, one post, and no more");
        assertTrue(logged.stream().noneMatch(l -> l.contains(secret)), "the token is in the log");
        assertFalse(paddock.bot.toString().contains(secret));
    }

    @Test
    void whatCannotBeATokenIsNeverSent() {
        paddock.close();
        String secret = "two words\nand a line";
        List<String> logged = logging(() -> {
            paddock = new Paddock(secret);
            paddock.bot.start();
            paddock.await(paddock.bot, Condition.State.DOWN);
            assertInstanceOf(Outcome.Refused.class, send(paddock.channel));
        });

        assertEquals(List.of(), paddock.discord.recorder().requests());
        assertTrue(logged.stream().noneMatch(l -> l.contains("two words")), "the token is in the log");
    }

    @Test
    void aTokenRevokedWhileRunningStopsEverything() {
        List<String> logged = logging(() -> {
            paddock.open();
            paddock.discord.gateway().disconnect(4004);
            paddock.await(paddock.bot, Condition.State.DOWN);
        });

        assertTrue(paddock.bot.condition().reason().contains("refuses the token"));
        assertEquals(1, paddock.discord.gateway().identifies().size());
        assertTrue(logged.stream().noneMatch(l -> l.contains(paddock.discord.token())), "the token is in the log");
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
    void closesWithinSecondsWhateverGoesOn() {
        paddock.open();
        paddock.commands.gate = new CountDownLatch(1);
        paddock.discord.slash(paddock.fan, paddock.channel, "track", Map.of()).firstAnswer();

        assertTimeout(Duration.ofSeconds(9), () -> paddock.bot.close());

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
                        null));
    }

    /** Everything that is logged meanwhile, with causes, as text. */
    private static List<String> logging(Runnable action) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Level before = root.getLevel();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        try {
            action.run();
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
            appender.stop();
        }
        return List.copyOf(appender.list).stream()
                .flatMap(e -> e.getThrowableProxy() == null
                        ? Stream.of(e.getFormattedMessage())
                        : Stream.of(e.getFormattedMessage(), ThrowableProxyUtil.asString(e.getThrowableProxy())))
                .toList();
    }
}
