package dev.pitboard.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * The crash test. Not part of the usual run, as its name says: {@code mvn -Pquick test -Dtest=CrashRounds}, with
 * {@code -Dpitboard.rounds} (20), {@code -Dpitboard.seed} of the first round (drawn), each next one being one more, and
 * {@code -Dpitboard.parallel} (2). The table goes to {@code target/crash/report.txt}; the files of a round that failed stay
 * in a folder beside it. A round is played again with its seed and {@code -Dpitboard.rounds=1}: the troubles are the same,
 * only the machine's own timing is not.
 */
final class CrashRounds {
    private static final Path FOLDER = Path.of("target", "crash").toAbsolutePath();
    private static final int SEEDS = 100_000;

    @Test
    void everyPromiseIsKept() throws Exception {
        List<Round.Result> results = play(
                Integer.getInteger("pitboard.rounds", 20),
                Long.getLong("pitboard.seed", Instant.now().toEpochMilli() % SEEDS),
                Integer.getInteger("pitboard.parallel", 2));
        List<String> faults = results.stream()
                .flatMap(
                        result -> result.tally().faults().stream().map(fault -> "seed " + result.seed() + ": " + fault))
                .toList();
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    /** From a class path: {@code --rounds N --seed S --parallel P}. Ends with 1 when a round was not clean. */
    public static void main(String[] args) throws Exception {
        long[] settings = {20, Instant.now().toEpochMilli() % SEEDS, 2};
        List<String> names = List.of("--rounds", "--seed", "--parallel");
        for (int i = 0; i + 1 < args.length; i += 2) {
            settings[names.indexOf(args[i])] = Long.parseLong(args[i + 1]);
        }
        List<Round.Result> results = play((int) settings[0], settings[1], (int) settings[2]);
        System.exit(results.stream().allMatch(Round.Result::clean) ? 0 : 1);
    }

    private static List<Round.Result> play(int rounds, long firstSeed, int parallel) throws Exception {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(FOLDER.resolve("report.txt"));
        Launch launch = Launch.prepared(FOLDER);
        say(Round.Result.head());
        List<Round.Result> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            CompletionService<Round.Result> finished = new ExecutorCompletionService<>(threads);
            for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
                Round round = new Round(launch, seed, FOLDER.resolve("seed-" + seed));
                finished.submit(round::play);
            }
            for (int i = 0; i < rounds; i++) {
                Round.Result result = finished.take().get();
                results.add(result);
                say(result.line());
                for (String fault : result.tally().faults().stream().limit(10).toList()) {
                    say("         " + fault);
                }
            }
        }
        Tally total = results.stream().map(Round.Result::tally).reduce(Tally.NONE, Tally::plus);
        say("%-8s %6s %s"
                .formatted(
                        results.stream().filter(Round.Result::clean).count() + " clean", "of " + rounds, total.line()));
        return results;
    }

    private static void say(String line) throws IOException {
        System.out.println(line);
        Files.writeString(
                FOLDER.resolve("report.txt"),
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
