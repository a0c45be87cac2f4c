package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.seasons.SeasonWriter;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlRevisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the season in force as a season file. */
@Command(
        name = "season",
        description = "Prints the season in force as a season file. Only reads: the bot may run meanwhile.",
        mixinStandardHelpOptions = true)
final class ExportSeasonCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(index = "0", paramLabel = "SERIES", description = "The series' id, such as gt4-european.")
    private String series = "";

    @Parameters(index = "1", paramLabel = "YEAR", description = "The year.")
    private int year;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it there. Default: standard output.")
    private @Nullable Path output;

    ExportSeasonCommand(Program program) {
        this.program = program;
    }

    /** Also where there is no season file yet, and everything was imported. */
    private Timetable inForce(Configuration configuration) {
        if (SeasonFiles.read(configuration.config()).timetable() != null) {
            return Seasons.inForce(program, configuration);
        }
        Timetable circuits = new Timetable(List.of(), SeasonFiles.circuitsIn(configuration.config()));
        try (Database database = Opening.toRead(configuration)) {
            return RaceControl.inForce(new SqlRevisions(database).stored(), circuits);
        } catch (CannotOpen none) {
            program.err().println("pitboard: " + none.getMessage());
            return circuits;
        }
    }

    @Override
    public Integer call() {
        Configuration configuration = Configuration.from(program.environment());
        Timetable timetable = inForce(configuration);
        Optional<Season> season = timetable.findSeries(series).flatMap(s -> s.findSeason(year));
        if (season.isEmpty()) {
            String known = timetable.series().stream().map(Series::id).collect(Collectors.joining(", "));
            return program.fail(
                    ExitCode.NOTHING_FOUND,
                    "there is no season " + series + " " + year + "; there are the series " + known + ".");
        }
        String content = SeasonWriter.write(season.get(), SeasonFiles.circuitsIn(configuration.config()));
        if (output == null) {
            program.out().print(content);
            return ExitCode.DONE;
        }
        try {
            Files.writeString(output, content);
        } catch (IOException e) {
            return program.fail(ExitCode.NOTHING_FOUND, output + " can't be written: " + e + ".");
        }
        program.out().println("Written to " + output + ".");
        return ExitCode.DONE;
    }
}
