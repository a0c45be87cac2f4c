package dev.pitboard.bench;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Runs a command line of its own, as the program runs its own. */
final class Verb {
    private static final int WRONG_USAGE = 64;
    private static final int OUR_BUG = 70;

    /** Kept, or its level would be forgotten with it. It has a line for each request. */
    private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3.MockWebServer");

    private Verb() {}

    /** Fills the options in and runs. @return the exit code */
    static int run(Object options, String[] args, Callable<Integer> work) {
        CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            if (CommandLine.printHelpIfRequested(line.parseArgs(args))) {
                return 0;
            }
        } catch (CommandLine.ParameterException wrong) {
            System.err.println("pitboard: " + wrong.getMessage());
            line.usage(System.err);
            return WRONG_USAGE;
        }
        SERVER_LOG.setLevel(Level.WARNING);
        try {
            return work.call();
        } catch (Exception broken) {
            broken.printStackTrace();
            return OUR_BUG;
        }
    }
}
