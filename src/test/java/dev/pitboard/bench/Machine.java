package dev.pitboard.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Where and when something was measured. */
final class Machine {
    private static final int WRITES = 100;
    private static final int PAGE = 4096;

    private Machine() {}

    /** Processor, memory, system, JDK, date, commit and what else the machine has to do, in a line. */
    static String line() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores (%s), %.0f GB, %s %s, %s, %s, commit %s, load %.1f at the start"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        system.getTotalMemorySize() / 1e9,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vendor.version", "Java " + Runtime.version()),
                        LocalDate.now(ZoneOffset.UTC),
                        commit(),
                        system.getSystemLoadAverage());
    }

    /** What a commit waits for: the middle of some writes of a page that are forced to the disk below this folder. */
    static Duration forcedWrite(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "forced", ".tmp");
        List<Duration> took = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(true);
                took.add(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        Files.delete(file);
        return Quantiles.of(took).at(0.5);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException noSuchSystem) {
            return System.getProperty("os.arch");
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
