package dev.pitboard.store;

import org.jspecify.annotations.Nullable;

/** The database or the data folder can't be used. The message is one whole sentence for people and holds no secret. */
public final class CannotOpen extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private CannotOpen(String message, boolean unreachable, @Nullable Throwable cause) {
        super(message, cause);
        this.unreachable = unreachable;
    }

    /** Somebody has to change the set-up: a setting, a folder, a password, the version. */
    static CannotOpen setUp(String message, @Nullable Throwable cause) {
        return new CannotOpen(message, false, cause);
    }

    /** It may work later: the server does not answer or the file is locked. */
    static CannotOpen unreachable(String message, @Nullable Throwable cause) {
        return new CannotOpen(message, true, cause);
    }

    /** Whether it may work later without anything being changed here. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
