package dev.pitboard.command;

/**
 * Something outside can't be reached right now, such as the database. The message is a whole sentence for people: which,
 * and what to do; it holds no secret.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
