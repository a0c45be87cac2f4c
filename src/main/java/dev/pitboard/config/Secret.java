package dev.pitboard.config;

import java.util.function.Supplier;

/** A token or password. Shows nothing of itself; {@link #get} is for the one place that sends it. */
public final class Secret implements Supplier<String> {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself. */
    @Override
    public String get() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
