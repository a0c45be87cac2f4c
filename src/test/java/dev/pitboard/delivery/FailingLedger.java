package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A ledger that can't be reached now and then, as a test has it. */
final class FailingLedger {
    private static final long PATIENCE_MILLIS = 60_000;

    private final Ledger real;
    private final Map<String, Integer> toFail = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private int failures;

    FailingLedger(Ledger real) {
        this.real = real;
    }

    Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (_, method, arguments) -> call(method, arguments));
    }

    /** The next calls of that method fail, before they do anything. */
    synchronized void failNext(String method, int times) {
        toFail.put(method, times);
    }

    synchronized int failures() {
        return failures;
    }

    synchronized int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    synchronized void awaitFailures(int wanted) throws InterruptedException {
        await(() -> failures >= wanted);
    }

    synchronized void awaitCalls(String method, int wanted) throws InterruptedException {
        await(() -> calls.getOrDefault(method, 0) >= wanted);
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to that");
            wait(100);
        }
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        begin(method.getName());
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            end(method.getName());
        }
    }

    private synchronized void begin(String method) {
        if (toFail.merge(method, 0, Integer::sum) > 0) {
            toFail.merge(method, -1, Integer::sum);
            failures++;
            notifyAll();
            throw new Unavailable("The database is away.", new IllegalStateException("test"));
        }
    }

    private synchronized void end(String method) {
        calls.merge(method, 1, Integer::sum);
        notifyAll();
    }
}
