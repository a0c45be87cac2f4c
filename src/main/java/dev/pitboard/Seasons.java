package dev.pitboard;

import dev.pitboard.config.ConfigurationError;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.Problem;
import dev.pitboard.seasons.SeasonFiles;
import java.nio.file.Path;

/** The timetable to begin with. */
final class Seasons {
    private Seasons() {}

    /** Reads the config folder, see {@link #tell}. */
    static Timetable read(Program program, Path config) {
        return tell(program, SeasonFiles.read(config));
    }

    /** Says what is broken; it is left out. @throws ConfigurationError when nothing is left */
    static Timetable tell(Program program, Loaded loaded) {
        Timetable timetable = loaded.timetable();
        if (timetable == null) {
            throw new ConfigurationError(
                    loaded.problems().stream().map(Problem::render).toList());
        }
        loaded.problems().forEach(problem -> program.err().println("pitboard: " + problem.render()));
        return timetable;
    }
}
