package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The token is never shown, and a bad one ends the matter. */
final class DiscordTokenTest {
    private Paddock paddock = new Paddock();

    @AfterEach
    void close() {
        paddock.close();
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
