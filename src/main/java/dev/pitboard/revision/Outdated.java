package dev.pitboard.revision;

/** The timetable was changed meanwhile: what was prepared was made for another version. Look again. */
public final class Outdated extends Exception {
    private static final long serialVersionUID = 1L;

    public Outdated() {
        super("the timetable was changed meanwhile");
    }
}
