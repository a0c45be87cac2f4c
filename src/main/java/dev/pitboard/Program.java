package dev.pitboard;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What the commands of the command line share: the outside world, so that tests can bring their own.
 *
 * @param interactive whether a person sits at both ends: input and output are a terminal
 */
record Program(
        Map<String, String> environment, InstantSource machine, PrintStream out, PrintStream err, boolean interactive) {
    /** Says what is wrong on standard error, a line each. @return the exit code given */
    int fail(int exitCode, List<String> sentences) {
        sentences.forEach(sentence -> err.println("pitboard: " + sentence));
        return exitCode;
    }

    int fail(int exitCode, String sentence) {
        return fail(exitCode, List.of(sentence));
    }
}
