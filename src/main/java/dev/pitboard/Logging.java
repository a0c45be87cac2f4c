package dev.pitboard;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** How much the log says. */
final class Logging {
    private Logging() {}

    /** A server tells what it does, unless PITBOARD_LOG says otherwise. */
    static void tellOurOwnLines(Map<String, String> environment) {
        if (environment.getOrDefault("PITBOARD_LOG", "").isBlank()
                && LoggerFactory.getLogger("dev.pitboard") instanceof Logger ours) {
            ours.setLevel(Level.INFO);
        }
    }
}
