package dev.pitboard.health;

import java.util.Locale;

/** Whether a part of the program works, with the reason for people when it does not. */
public record Condition(State state, String reason) {
    /** The states that {@code /healthz} tells. */
    public enum State {
        UP,
        CONNECTING,
        DOWN,
        OFF;

        /** As it stands in {@code /healthz}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Condition up() {
        return new Condition(State.UP, "");
    }

    public static Condition connecting(String reason) {
        return new Condition(State.CONNECTING, reason);
    }

    public static Condition down(String reason) {
        return new Condition(State.DOWN, reason);
    }

    public static Condition off(String reason) {
        return new Condition(State.OFF, reason);
    }
}
