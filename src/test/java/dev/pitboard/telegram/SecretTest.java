package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.Post;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.telegram.Fault;
import org.junit.jupiter.api.Test;

/** The token stands in every address and must not get out. */
class SecretTest {
    @Test
    void itIsInNoLogNoReasonAndNoText() {
        try (var log = new CapturedLog();
                var bot = new TelegramFixture()) {
            String token = bot.telegram.token();
            String secret = token.substring(token.indexOf(':') + 1);
            long group = bot.telegram.world().group("Fans");
            bot.started();
            bot.telegram.faults().outage(true);
            bot.telegram
                    .recorder()
                    .await("not down", () -> bot.connection.condition().state() == Condition.State.DOWN);
            var reason = bot.connection.condition().reason();
            var lost = bot.connection
                    .messenger()
                    .send(Post.once(TelegramFixture.chat(group), TelegramFixture.card("Hi"), null));
            bot.telegram.faults().outage(false);
            bot.telegram
                    .faults()
                    .failNext("sendMessage", 1, new Fault.Refused(400, "Bad Request: no such path /bot" + token));
            var quoted = bot.connection
                    .messenger()
                    .send(Post.once(TelegramFixture.chat(group), TelegramFixture.card("Hi"), null));
            bot.telegram.close();
            var unreachable = bot.connection
                    .messenger()
                    .send(Post.once(TelegramFixture.chat(group), TelegramFixture.card("Hi"), null));
            bot.connection.close();

            String all = log.text() + reason + lost + quoted + unreachable + bot.settings();
            assertTrue(quoted.toString().contains("/bot<token>"), quoted.toString());
            assertTrue(log.text().contains("Telegram can't be reached"), "something was logged at all");
            assertFalse(all.contains(secret), "the token got out");
        }
    }

    @Test
    void aMalformedTokenIsToldAtOnceWithoutIt() {
        try (var bot = new TelegramFixture()) {
            var settings = new TelegramSettings(new BotToken("hunter2 with\nblanks"), bot.telegram.apiUrl());
            var connection = bot.connect(settings, TelegramFixture.QUICK);
            connection.start();

            assertEquals(Condition.State.DOWN, connection.condition().state());
            assertFalse(connection.condition().reason().contains("hunter2"));
            connection.close();
            assertEquals(0, bot.telegram.recorder().calls().size());
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var token = new BotToken("1:x");
        assertThrows(IllegalArgumentException.class, () -> new TelegramSettings(token, "api.telegram.org"));
        assertEquals("http://localhost:1/x", new TelegramSettings(token, " http://localhost:1/x/ ").apiUrl());
    }
}
