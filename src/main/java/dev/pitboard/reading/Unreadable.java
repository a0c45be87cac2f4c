package dev.pitboard.reading;

/** The input is not something to read a timetable from. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public Unreadable(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong, for the person who imports. */
    public String sentence() {
        return sentence;
    }
}
