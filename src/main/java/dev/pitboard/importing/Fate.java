package dev.pitboard.importing;

/** What becomes of a session when an import is approved. */
public enum Fate {
    NEW,
    /** Its time changes. */
    MOVED,
    /** It was cancelled or put off, and takes place again. */
    RESTORED,
    CANCELLED,
    /** Something else of it changes, such as its length. */
    CHANGED,
    SAME,
    /** It is on the timetable and was not in the input, although others of its round were. */
    GONE,
    /** It was read and is not taken in: the answers say so, or it is no session of the track. */
    LEFT_OUT,
    /** It was read and can't be taken in. */
    IMPOSSIBLE
}
