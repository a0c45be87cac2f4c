package dev.pitboard.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries: {@code v1:<slot>:<command line>}. The version stands first because old messages keep their
 * buttons for years.
 *
 * @param slot the ledger's message id, {@link #NONE}, or {@link #TURN} for a button that turns the page in place
 * @param line a command line, or {@link SavedLines#MARK} and the key of one
 */
record CustomId(String slot, String line) {
    /** The slot of a button on a message that the ledger doesn't know. */
    static final String NONE = "-";
    /** The slot of a button that leads to another page of the same answer. */
    static final String TURN = "+";

    private static final String VERSION = "v1";
    private static final Pattern FORM = Pattern.compile("v1:([0-9a-z]{1,25}|[-+]):(.+)", Pattern.DOTALL);

    /** Reads a pressed button; empty for one of another program or of another version of this one. */
    static Optional<CustomId> parse(String customId) {
        Matcher matcher = FORM.matcher(customId);
        return matcher.matches() ? Optional.of(new CustomId(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** How all custom ids of a message of the ledger begin. */
    static String prefix(String messageId) {
        return VERSION + ":" + messageId + ":";
    }

    boolean turnsPage() {
        return slot.equals(TURN);
    }

    String text() {
        return VERSION + ":" + slot + ":" + line;
    }
}
