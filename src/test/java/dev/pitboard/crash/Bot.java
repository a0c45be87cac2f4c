package dev.pitboard.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code pitboard run} as a process that can be killed, frozen and started again. One log file for each start. */
final class Bot implements AutoCloseable {
    /** 128 and the number of the signal, as a shell has it. */
    private static final int KILLED_BY_SIGTERM = 143;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<Path> logs = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable String died;

    /** @param environment all of it: nothing of the machine's comes in */
    Bot(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Starts it unless it runs. */
    void start() throws IOException {
        noticeDeath();
        if (process != null) {
            return;
        }
        Path log = folder.resolve("log-" + (logs.size() + 1) + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.pitboard.Main",
                "run");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process started = builder.start();
        process = started;
        logs.add(log);
        Thread hook = new Thread(started::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = started.onExit().thenRun(() -> forget(hook));
    }

    /** The program and its libraries, without what belongs to the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The tests themselves are being stopped: the hook runs.
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        noticeDeath();
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor();
            process = null;
        }
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        if (running != null && running.isAlive()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(running.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    /** SIGTERM. @return what was wrong with its end, or null */
    @Nullable
    String stop() throws InterruptedException {
        noticeDeath();
        Process running = process;
        if (running == null) {
            return "it did not run at the end";
        }
        running.destroy();
        if (!running.waitFor(20, TimeUnit.SECONDS)) {
            kill();
            return "it did not stop within 20 s of SIGTERM";
        }
        process = null;
        boolean wellEnded = running.exitValue() == 0 || (running.exitValue() == KILLED_BY_SIGTERM && hasSaidNothing());
        return wellEnded ? null : "it ended with exit code " + running.exitValue();
    }

    /** Told to stop while the virtual machine was still starting: nothing was open yet that it could have closed. */
    private boolean hasSaidNothing() {
        return logs.getLast().toFile().length() == 0;
    }

    /** Why it ended without having been told to, or null. */
    @Nullable
    String died() {
        noticeDeath();
        return died;
    }

    /** Lines of our own bugs in any log. */
    List<String> bugs() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            for (String line : Files.readAllLines(log)) {
                if (line.contains("our bug")
                        || line.contains("a bug of ours")
                        || line.contains("Exception in thread")) {
                    found.add(log.getFileName() + ": " + line);
                }
            }
        }
        return found;
    }

    int starts() {
        return logs.size();
    }

    private void noticeDeath() {
        Process running = process;
        if (running != null && !running.isAlive()) {
            died = "it ended by itself with exit code " + running.exitValue();
            process = null;
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
