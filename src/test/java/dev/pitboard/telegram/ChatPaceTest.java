package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One message a second in a chat, 20 a minute in a group, whatever is sent. */
class ChatPaceTest {
    private static final String GROUP = "-100";
    private static final String PERSON = "7";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-09-30T14:40:00Z"));
    private final ChatPace pace = new ChatPace(20, now::get);

    private void later(Duration more) {
        now.updateAndGet(at -> at.plus(more));
    }

    private @Nullable Duration send(String chat) {
        Outcome.Wait wait = pace.begin(chat);
        if (wait != null) {
            assertEquals(false, wait.wholePlatform());
            return wait.atLeast();
        }
        pace.end(chat);
        return null;
    }

    @Test
    void aChatHasOneASecondToTheMillisecondAndOthersDontWait() {
        assertNull(send(PERSON));
        assertEquals(Duration.ofSeconds(1), send(PERSON));
        assertNull(send("8"));
        later(Duration.ofMillis(999));
        assertEquals(Duration.ofMillis(1), send(PERSON));
        later(Duration.ofMillis(1));
        assertNull(send(PERSON));
    }

    @Test
    void theSecondBeginsWithTheAnswer() {
        assertNull(pace.begin(PERSON));
        later(Duration.ofSeconds(10));
        assertNotNull(send(PERSON), "the first is still on its way");
        pace.end(PERSON);
        later(Duration.ofMillis(400));
        assertEquals(Duration.ofMillis(600), send(PERSON));
    }

    @Test
    void aGroupHasTwentyAMinuteAndAPersonMore() {
        for (int i = 0; i < 20; i++) {
            assertNull(send(GROUP), "message " + i);
            assertNull(send(PERSON));
            later(Duration.ofSeconds(1));
        }
        assertEquals(Duration.ofSeconds(40), send(GROUP));
        assertNull(send(PERSON));
        later(Duration.ofSeconds(40));
        assertNull(send(GROUP));
        assertEquals(Duration.ofSeconds(1), send(GROUP), "the second oldest is a minute old by then");
    }

    @Test
    void answersGoFirstAndCount() {
        pace.beginAnyway(GROUP);
        pace.end(GROUP);
        pace.beginAnyway(GROUP);
        pace.end(GROUP);
        assertEquals(Duration.ofSeconds(1), send(GROUP));
    }

    @Test
    void whatTelegramAsksForHoldsTheChatOrEverything() {
        pace.pause(GROUP, Duration.ofSeconds(7));
        assertEquals(Duration.ofSeconds(7), send(GROUP));
        assertNull(send(PERSON));
        pace.pauseAll(Duration.ofSeconds(3));
        Outcome.Wait all = pace.begin("9");
        assertNotNull(all);
        assertTrue(all.wholePlatform());
        later(Duration.ofSeconds(3));
        assertNull(send("9"));
        assertEquals(Duration.ofSeconds(4), send(GROUP));
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyForLong() {
        assertNull(send(PERSON));
        later(Duration.ofHours(-1));
        assertNull(send(PERSON));
    }

    @Test
    void itRemembersOnlyTheLastMinute() {
        for (int i = 0; i < 20_000; i++) {
            assertNull(send("-" + i));
            later(Duration.ofMillis(33));
        }
        assertTrue(pace.size() < 2_500, () -> pace.size() + " chats are remembered");
    }

    @Test
    void noLimitIsNoLimit() {
        ChatPace free = new ChatPace(0, now::get);
        for (int i = 0; i < 30; i++) {
            assertNull(free.begin(GROUP));
            free.end(GROUP);
        }
    }
}
