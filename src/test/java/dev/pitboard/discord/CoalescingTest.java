package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many events one change makes, it is told once. */
final class CoalescingTest {
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private final Coalescing changes = new Coalescing(told::add, (_, task) -> tasks.add(task));

    private void later() {
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void oneChangeIsToldOnceForEachServer() {
        for (int i = 0; i < 100; i++) {
            changes.note("1");
            changes.note("2");
        }
        assertEquals(2, tasks.size());
        later();
        assertEquals(List.of("1", "2"), told);
    }

    @Test
    void theNextChangeIsToldAgain() {
        changes.note("1");
        later();
        changes.note("1");
        later();
        assertEquals(List.of("1", "1"), told);
    }

    @Test
    void whatIsForgottenIsNotTold() {
        changes.note("1");
        changes.forget("1");
        later();
        assertEquals(List.of(), told);
    }
}
