package dev.pitboard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The command line as a person types it, in a shell of its own: nothing of the machine's environment comes in. */
final class Shell {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InstantSource machine = InstantSource.system();
    private InputStream typed = InputStream.nullInputStream();
    private boolean interactive;

    /** With the shipped season files, its data in {@code data}, and no port of its own. */
    Shell(Path data) {
        environment.put("PITBOARD_DATA", data.toString());
        environment.put("PITBOARD_HTTP_PORT", "0");
        environment.put("PITBOARD_ZONE", "Europe/Madrid");
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** At that instant. */
    Shell at(Instant now) {
        machine = InstantSource.fixed(now);
        return this;
    }

    /** With a person at the terminal who types that. */
    Shell typing(String line) {
        typed = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
        interactive = true;
        return this;
    }

    Program program() {
        return new Program(environment, machine, typed, stream(out), stream(err), interactive);
    }

    /** Runs a command line. @return the exit code */
    int run(String... args) {
        return Main.run(program(), args);
    }

    /** What stands on standard output. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What stands on standard error. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
