package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ChoresTest {
    @Test
    void troubleWithOneTimeDoesNotKeepTheNextFromComing() throws InterruptedException {
        Deque<RuntimeException> trouble = new ArrayDeque<>(List.of(
                new Unavailable("The database is away.", new IllegalStateException()),
                new IllegalStateException("bug")));
        CountDownLatch done = new CountDownLatch(1);
        try (Chores chores = new Chores()) {
            chores.every(Duration.ZERO, Duration.ofMillis(1), () -> {
                if (!trouble.isEmpty()) {
                    throw trouble.pop();
                }
                done.countDown();
            });
            assertTrue(done.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void stepsGoOnUntilThereIsNothingToDo() {
        Deque<Integer> steps = new ArrayDeque<>(List.of(500, 20, 0, 7));
        assertEquals(520, Chores.inSteps(steps::pop));
        assertEquals(List.of(7), List.copyOf(steps));
    }
}
