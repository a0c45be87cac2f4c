package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void anAnswerThatComesAfterTheEndIsNoError() throws InterruptedException {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            Pace pace = new Pace(1, timer);
            pace.take();
            timer.shutdownNow();
            assertDoesNotThrow(pace::giveBack);
        }
    }
}
