package dev.pitboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a Java process uses, from {@code /proc} and from {@code jcmd}. Empty where the system does not tell. */
final class Gauge {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final ProcessHandle process;

    Gauge(ProcessHandle process) {
        this.process = process;
    }

    /** Processor time since it started. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that is really there, in bytes. */
    OptionalLong resident() {
        return status("VmRSS").stream().map(kilobytes -> kilobytes * 1024).findFirst();
    }

    /** Threads of the system; virtual threads share some of them. */
    OptionalLong threads() {
        return status("Threads");
    }

    /** Open files, sockets too. */
    OptionalLong files() {
        return OptionalLong.of(open().size());
    }

    /** How often a file with this name is open: a connection of SQLite opens its file once. */
    long open(String name) {
        return open().stream().filter(path -> path.endsWith(name)).count();
    }

    /** Bytes of living objects, after a collection of everything. Stops the process for a moment. */
    OptionalLong heap() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
    }

    private List<String> open() {
        try (Stream<Path> descriptors = Files.list(proc("fd"))) {
            return descriptors.map(Gauge::target).toList();
        } catch (IOException noSuchSystem) {
            return List.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private OptionalLong status(String name) {
        try {
            return Files.readAllLines(proc("status")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException noSuchSystem) {
            return OptionalLong.empty();
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
