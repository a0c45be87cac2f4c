package dev.pitboard.reading;

/** The input is not something to read a timetable from; the message is a sentence for the person who imports. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String sentence) {
        super(sentence);
    }
}
