package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void anAnswerThatComesAfterTheEndIsNoError() throws InterruptedException {
        Pace pace = new Pace(1, Timer.onThread("pace-test"));
        pace.take();
        pace.close();
        assertDoesNotThrow(pace::giveBack);
    }
}
