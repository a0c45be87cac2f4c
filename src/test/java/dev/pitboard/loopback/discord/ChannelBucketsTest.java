package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The limit on messages in a channel. */
final class ChannelBucketsTest {
    @Test
    void aChannelIsFullByItself() {
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                RawClient client = new RawClient(discord)) {
            FakeGuild guild = discord.world().guild("GT4 fans");
            FakeChannel busy = guild.text("busy");
            FakeChannel quiet = guild.text("quiet");
            discord.faults().channelLimit(3);

            for (int left = 2; left >= 0; left--) {
                RawClient.Reply taken = post(client, busy);
                assertEquals(200, taken.status());
                assertEquals(
                        Integer.toString(left),
                        taken.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
            }
            RawClient.Reply refused = post(client, busy);
            assertEquals(429, refused.status());
            assertFalse(refused.body().path("global").asBoolean(true));
            double wait = refused.body().path("retry_after").asDouble();
            assertTrue(wait > 0 && wait <= 5, () -> "retry after " + wait);
            assertEquals(
                    "user", refused.headers().firstValue("X-RateLimit-Scope").orElseThrow());
            assertEquals(200, post(client, quiet).status(), "another channel has its own");

            discord.faults().channelLimit(0);
            assertEquals(200, post(client, busy).status());
        }
    }

    private static RawClient.Reply post(RawClient client, FakeChannel channel) {
        return client.send("POST", "channels/" + channel.id() + "/messages", "{'content':'hello'}");
    }
}
