package dev.pitboard.card;

import java.net.URI;

/** A button. */
public sealed interface Action {
    /** The words on the button, at most 40 characters so that every platform shows them whole. */
    String label();

    /**
     * Runs a command as if the person who presses it had typed it.
     *
     * @param commandLine such as {@code timetable round=gt4-european/2023/barcelona}, without slash
     */
    record Run(String label, String commandLine) implements Action {}

    /** Opens a page. */
    record Open(String label, URI url) implements Action {}
}
