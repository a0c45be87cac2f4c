package dev.pitboard.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is asked for again only when it is not fresh any more. An exception is not remembered. */
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> question;
    private final InstantSource clock;
    private final Duration fresh;
    private @Nullable T answer;
    private Instant until = Instant.MIN;

    Remembered(Supplier<T> question, InstantSource clock, Duration fresh) {
        this.question = question;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        T known = answer;
        if (known == null || !now.isBefore(until) || now.isBefore(until.minus(fresh))) {
            known = question.get();
            answer = known;
            until = now.plus(fresh);
        }
        return known;
    }
}
