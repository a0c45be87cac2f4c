package dev.pitboard.command;

/**
 * Something outside can't be reached right now, such as the database. The message is a whole sentence for people: which,
 * and what to do; it holds no secret.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public Unavailable(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What can't be reached and what to do, for people. */
    public String sentence() {
        return sentence;
    }
}
