package dev.pitboard.telegram;

import dev.pitboard.command.LineMemory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Command lines behind buttons. One that fits stands in the button itself, a longer one in memory. */
final class SavedLines {
    private static final String KEY = "#";
    private static final String IN_PLACE = ">";

    private final LineMemory memory = new LineMemory();

    /** What a button means: a line to run, and whether its answer takes the place of the message. */
    record Press(String line, boolean inPlace) {}

    /** The data of a button that runs the line. */
    String data(String line, boolean inPlace) {
        String data = (inPlace ? IN_PLACE : "") + line;
        boolean fits = data.getBytes(StandardCharsets.UTF_8).length <= Limits.CALLBACK_DATA;
        return fits && !line.startsWith(KEY) ? data : KEY + memory.keep(data);
    }

    /** What the button means, or empty when its line is not kept any more. */
    Optional<Press> press(String data) {
        Optional<String> known = data.startsWith(KEY) ? memory.find(data.substring(KEY.length())) : Optional.of(data);
        return known.map(line -> line.startsWith(IN_PLACE)
                ? new Press(line.substring(IN_PLACE.length()), true)
                : new Press(line, false));
    }
}
