package dev.pitboard.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pitboard soak}. */
@Command(
        name = "pitboard soak",
        description = {
            "Plays a whole season to many chats on fast timetable time, with the program as a process of its own and its",
            "database on disk, and fails when memory, threads, open files or database connections grow."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Soak {
    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long the season takes, 1 to 600. Default: ${DEFAULT-VALUE}.")
    int minutes = 5;

    @Option(
            names = "--chats",
            paramLabel = "N",
            description = "Half of them on Discord, half on Telegram. Default: ${DEFAULT-VALUE}.")
    int chats = 1000;

    public static void main(String[] args) {
        Soak soak = new Soak();
        System.exit(Verb.run(
                soak, args, () -> soak.run(System.out, Path.of("target", "soak").toAbsolutePath())));
    }

    /** @return 0 when nothing grew, else 1 */
    int run(PrintStream out, Path folder) throws Exception {
        out.println(Machine.line());
        List<Sample> samples = new ArrayList<>();
        SeasonPlay play = new SeasonPlay(minutes, chats, Folders.empty(folder));
        out.println(line(Sample.HEADS));
        play.play(sample -> {
            samples.add(sample);
            out.println(line(sample.row()));
        });
        List<String> faults = new ArrayList<>(Growth.faults(samples));
        faults.addAll(play.faults());
        out.println(play.summary());
        faults.forEach(fault -> out.println("FAILED: " + fault));
        return faults.isEmpty() ? 0 : 1;
    }

    private static String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> ("%" + Sample.HEADS.get(i).length() + "s").formatted(cells.get(i)))
                .collect(Collectors.joining("  "));
    }
}
