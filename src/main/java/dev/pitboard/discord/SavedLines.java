package dev.pitboard.discord;

import dev.pitboard.command.LineMemory;
import java.util.Optional;

/** Command lines behind buttons. One that fits stands in the button itself, a longer one in memory. */
final class SavedLines {
    /** What the key of a line in memory begins with; no command does. */
    static final String MARK = "~";

    private final LineMemory memory = new LineMemory();

    /** The id of a button that runs the line, at most {@link Limits#CUSTOM_ID} long. */
    String customId(String slot, String line) {
        String direct = new CustomId(slot, line).text();
        return direct.length() <= Limits.CUSTOM_ID && !line.isBlank()
                ? direct
                : new CustomId(slot, MARK + memory.keep(line)).text();
    }

    /** The command line of a pressed button; empty when it is no longer known. */
    Optional<String> line(CustomId id) {
        return id.line().startsWith(MARK) ? memory.find(id.line().substring(MARK.length())) : Optional.of(id.line());
    }
}
