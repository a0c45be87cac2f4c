package dev.pitboard.health;

import java.util.Locale;

/**
 * Whether a part of the program works, with the reason for people when it does not.
 *
 * @param lasting whether only a person can change it, such as for a token that was refused
 */
public record Condition(State state, String reason, boolean lasting) {
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
        return new Condition(State.UP, "", false);
    }

    public static Condition connecting(String reason) {
        return new Condition(State.CONNECTING, reason, false);
    }

    public static Condition down(String reason) {
        return new Condition(State.DOWN, reason, false);
    }

    /** Down until a person does something, such as giving another token. */
    public static Condition refused(String reason) {
        return new Condition(State.DOWN, reason, true);
    }

    public static Condition off(String reason) {
        return new Condition(State.OFF, reason, false);
    }
}
