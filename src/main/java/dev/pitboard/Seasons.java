package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.config.ConfigurationError;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.Problem;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlRevisions;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timetable to begin with. */
final class Seasons {
    private static final Logger log = LoggerFactory.getLogger(Seasons.class);

    private Seasons() {}

    /** Reads the config folder, see {@link #tell}. */
    static Timetable read(Program program, Path config) {
        return tell(program, SeasonFiles.read(config));
    }

    /** The timetable in force: the one in the database, where there is one that can be read now, else what the files say. */
    static Timetable inForce(Program program, Configuration configuration) {
        Timetable files = read(program, configuration.config());
        try (Database database = Opening.toRead(configuration)) {
            return RaceControl.inForce(new SqlRevisions(database).stored(), files);
        } catch (CannotOpen none) {
            log.debug("only the season files are read: {}", none.getMessage());
            return files;
        }
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
