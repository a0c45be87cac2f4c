package dev.pitboard.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What is measured: the program or a naive loop, each as a process with the launcher's own options for Java. */
final class Contender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Thread hook;
    private final Instant started;
    private final Path log;
    private final Gauge gauge;

    private Contender(Process process, Instant started, Path log) {
        this.process = process;
        this.started = started;
        this.log = log;
        this.gauge = new Gauge(process.toHandle());
        this.hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * {@code pitboard} with these arguments.
     *
     * @param environment all of it: nothing of the machine's comes in
     */
    static Contender pitboard(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(folder, environment, classPath, "dev.pitboard.Main", arguments);
    }

    static Contender naive(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(folder, environment, System.getProperty("java.class.path"), NaiveLoop.class.getName(), arguments);
    }

    private static Contender start(
            Path folder, Map<String, String> environment, String classPath, String main, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                main));
        line.addAll(List.of(arguments));
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Instant started = Instant.now();
        return new Contender(builder.start(), started, log);
    }

    Instant started() {
        return started;
    }

    Gauge gauge() {
        return gauge;
    }

    /** @throws IllegalStateException when it has ended by itself */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with exit code " + process.exitValue() + "; see " + log);
        }
    }

    /** SIGTERM, and when that does not end it in time, SIGKILL. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException _) {
            // The bench itself is being stopped: the hook runs.
        }
    }
}
