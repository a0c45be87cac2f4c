package dev.pitboard.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code pitboard bench} is asked for. */
@Command(
        name = "pitboard bench",
        description = {
            "Measures the program as a process of its own against a Discord and a Telegram on this machine that keep the limits of the real ones.",
            "Takes a few minutes; two cores and a quiet machine are assumed."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Options {
    /** What can be measured. */
    enum Part {
        CAPACITY,
        STARTUP,
        FANOUT,
        NAIVE,
        TELEGRAM,
        RAISED,
        STORE
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these of: ${COMPLETION-CANDIDATES}. Default: all.")
    Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--full", description = "20,000 channels and 10,000 servers besides. Takes half an hour.")
    boolean full;

    @Option(
            names = "--channels",
            paramLabel = "N",
            description = "Discord channels of the fan-out. Default: ${DEFAULT-VALUE}.")
    int channels = 1000;

    @Option(names = "--chats", paramLabel = "N", description = "Telegram chats. Default: 600, with --full 2000.")
    @Nullable
    Integer chats;

    @Option(
            names = "--servers",
            split = ",",
            paramLabel = "N",
            description = "Discord servers to start with. Default: 100,1000, with --full 10000 besides.")
    @Nullable
    List<Integer> servers;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the ledger for planning and claiming. Default: ${DEFAULT-VALUE}.")
    int rows = 100_000;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables there as well.")
    @Nullable
    Path markdown;

    boolean has(Part part) {
        return only.contains(part);
    }

    int telegramChats() {
        return chats != null ? chats : full ? 2000 : 600;
    }

    List<Integer> serverCounts() {
        return servers != null ? servers : full ? List.of(100, 1000, 10_000) : List.of(100, 1000);
    }
}
