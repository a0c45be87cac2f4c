package dev.pitboard.card;

/** What a card is about, for its colour: renderers choose one each. */
public enum Tone {
    /** An ordinary answer. */
    INFO,
    /** Something is on now or about to start. */
    LIVE,
    /** It worked. */
    DONE,
    /** Cancelled, postponed, late: look twice. */
    WARNING,
    /** It did not work and says what to do. */
    MISTAKE
}
