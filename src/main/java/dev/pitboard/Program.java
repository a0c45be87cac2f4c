package dev.pitboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the commands of the command line share: the outside world, so that tests can bring their own.
 *
 * @param interactive whether a person sits at both ends: input and output are a terminal
 */
record Program(
        Map<String, String> environment,
        InstantSource machine,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean interactive) {
    Program(
            Map<String, String> environment,
            InstantSource machine,
            PrintStream out,
            PrintStream err,
            boolean interactive) {
        this(environment, machine, System.in, out, err, interactive);
    }

    /** Asks the person at the terminal. @return what was typed, in lower case; empty when nothing was, or nobody sits there */
    String ask(String question) {
        return askAsTyped(question).toLowerCase(Locale.ROOT);
    }

    /** The same with its capitals. Reads no further than the line's end, so that the next question gets the next line. */
    String askAsTyped(String question) {
        if (!interactive) {
            return "";
        }
        out.print(question + " ");
        out.flush();
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
                line.write(read);
            }
            return line.toString(Charset.defaultCharset()).strip();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Says what is wrong on standard error, a line each. @return the exit code given */
    int fail(int exitCode, List<String> sentences) {
        sentences.forEach(sentence -> err.println("pitboard: " + sentence));
        return exitCode;
    }

    int fail(int exitCode, String sentence) {
        return fail(exitCode, List.of(sentence));
    }
}
