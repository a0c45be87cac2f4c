package dev.pitboard.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code pitboard run} as a process that can be killed, frozen and started again. One log file for each start. */
final class Bot implements AutoCloseable {
    /** 128 and the number of the signal, as a shell has it. */
    private static final int KILLED_BY_SIGTERM = 143;

    /** What it ends with when it starts and the database can't be reached: a host then starts it again. */
    private static final int UNAVAILABLE = 69;

    private static final Duration BEFORE_STARTING_AGAIN = Duration.ofSeconds(1);

    private final Launch launch;
    private final Path folder;
    private final Map<String, String> environment;
    private final boolean startedAgain;
    private final List<Path> logs = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable CompletableFuture<Void> nextStart;
    private @Nullable String died;

    /**
     * @param environment all of it: nothing of the machine's comes in
     * @param startedAgain whether somebody looks after it who starts it again while the database can't be reached
     */
    Bot(Launch launch, Path folder, Map<String, String> environment, boolean startedAgain) {
        this.launch = launch;
        this.folder = folder;
        this.startedAgain = startedAgain;
        this.environment = Map.copyOf(environment);
    }

    /** Starts it unless it runs. */
    synchronized void start() throws IOException {
        noticeDeath();
        nextStart = null;
        if (process != null) {
            return;
        }
        Path log = folder.resolve("log-" + (logs.size() + 1) + ".txt");
        Process started = launch.process(environment, log);
        process = started;
        logs.add(log);
        Thread hook = new Thread(started::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = started.onExit().thenRun(() -> {
            forget(hook);
            lookAfter(started);
        });
    }

    private synchronized void lookAfter(Process ended) {
        if (startedAgain && ended.equals(process) && ended.exitValue() == UNAVAILABLE) {
            process = null;
            nextStart = CompletableFuture.runAsync(
                    this::startAgain,
                    CompletableFuture.delayedExecutor(BEFORE_STARTING_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private synchronized void startAgain() {
        try {
            if (nextStart != null) {
                start();
            }
        } catch (IOException e) {
            died = "it could not be started again: " + e;
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The tests themselves are being stopped: the hook runs.
        }
    }

    /** SIGKILL. */
    synchronized void kill() throws InterruptedException {
        noticeDeath();
        nextStart = null;
        Process running = process;
        if (running != null) {
            process = null;
            running.destroyForcibly();
            running.waitFor();
        }
    }

    /** SIGSTOP or SIGCONT. */
    synchronized void signal(String name) throws IOException, InterruptedException {
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
    synchronized String stop() throws IOException, InterruptedException {
        noticeDeath();
        Process running = process;
        if (running == null) {
            return "it did not run at the end";
        }
        running.destroy();
        if (!running.waitFor(20, TimeUnit.SECONDS)) {
            close();
            return "it did not stop within 20 s of SIGTERM";
        }
        process = null;
        boolean wellEnded = running.exitValue() == 0 || (running.exitValue() == KILLED_BY_SIGTERM && hasSaidNothing());
        return wellEnded ? null : "it ended with exit code " + running.exitValue();
    }

    /** Told to stop while the virtual machine was still starting: nothing was open yet that it could have closed. */
    private boolean hasSaidNothing() throws IOException {
        return Files.readAllLines(logs.getLast()).stream().noneMatch(line -> line.matches("\\d{4}-\\d{2}-.*"));
    }

    /** Why it ended without having been told to, or null. */
    @Nullable
    synchronized String died() {
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

    /** How often it said that it can't use the database. */
    long complaints() throws IOException {
        long count = 0;
        for (Path log : logs) {
            count += Files.readAllLines(log).stream()
                    .filter(line -> line.contains("The database "))
                    .count();
        }
        return count;
    }

    synchronized int starts() {
        return logs.size();
    }

    private void noticeDeath() {
        Process running = process;
        boolean lookedAfter =
                startedAgain && running != null && !running.isAlive() && running.exitValue() == UNAVAILABLE;
        if (running != null && !running.isAlive() && !lookedAfter) {
            died = "it ended by itself with exit code " + running.exitValue();
            process = null;
        }
    }

    @Override
    public synchronized void close() {
        nextStart = null;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
