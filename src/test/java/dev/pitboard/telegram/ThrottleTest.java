package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When refusals mean the whole bot. */
class ThrottleTest {
    private static final Instant AT = Instant.parse("2023-09-30T14:00:00Z");

    private final Throttle throttle = new Throttle();

    @Test
    void oneChatIsOneChat() {
        assertFalse(throttle.severalChats("1", AT));
        assertFalse(throttle.severalChats("1", AT.plusMillis(500)));
    }

    @Test
    void twoWithinASecondAreTheBotAndLaterTheyAreNot() {
        assertFalse(throttle.severalChats("1", AT));
        assertTrue(throttle.severalChats("2", AT.plusMillis(1_000)));
        assertFalse(throttle.severalChats("3", AT.plusMillis(2_001)));
    }
}
