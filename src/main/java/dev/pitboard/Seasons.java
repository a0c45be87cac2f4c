package dev.pitboard;

import dev.pitboard.config.ConfigurationError;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.Problem;
import dev.pitboard.seasons.SeasonFiles;
import java.nio.file.Path;
import java.util.List;

/** The timetable to begin with. */
final class Seasons {
    private Seasons() {}

    /** Reads the config folder; what is broken is said and left out. @throws ConfigurationError when nothing is left */
    static Timetable read(Program program, Path config) {
        Loaded loaded = SeasonFiles.read(config);
        List<String> problems =
                loaded.problems().stream().map(Problem::render).toList();
        Timetable timetable = loaded.timetable();
        if (timetable == null) {
            throw new ConfigurationError(problems);
        }
        problems.forEach(problem -> program.err().println("pitboard: " + problem));
        return timetable;
    }
}
