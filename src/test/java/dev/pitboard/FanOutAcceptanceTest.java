package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.loopback.discord.FakeChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many channels at once, under Discord's own limit of requests. */
final class FanOutAcceptanceTest {
    private static final int CHANNELS = 150;

    @TempDir
    private Path folder;

    @Test
    void everyChannelIsToldOnceWithoutRefusalsWhileCommandsAreAnswered() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T06:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            List<FakeChannel> channels = new ArrayList<>();
            for (int i = 0; i < CHANNELS; i++) {
                channels.add(paddock.another("channel-" + i));
            }
            paddock.discordServer.faults().globalLimit(50).latency(Duration.ofMillis(60));

            paddock.ringUntil("2023-09-29T08:20:00Z");
            String answer = paddock.discordServer
                    .slash(paddock.manager, paddock.fans, "next-session", Map.of())
                    .answer()
                    .text();
            assertTrue(answer.contains("Free Practice 1"), answer);
            paddock.settle();

            assertEquals(1, paddock.onDiscord().size());
            for (FakeChannel channel : channels) {
                assertEquals(
                        1, paddock.discordServer.recorder().messages(channel).size());
            }
            assertEquals(0, paddock.discordServer.recorder().count(429));
        }
    }
}
