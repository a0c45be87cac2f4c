package dev.pitboard;

import dev.pitboard.command.Unavailable;
import dev.pitboard.config.Configuration;
import dev.pitboard.config.ConfigurationError;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Race control for one command of the command line, beside a bot that may run: what is changed here is in force there a moment
 * later.
 */
record RaceOffice(Database database, Stores stores, Timetables timetables, RaceControl control)
        implements AutoCloseable {
    /** Opens the database, which is made where there is none yet, and takes over what the season files say. */
    static RaceOffice open(Program program, Configuration configuration) throws CannotOpen {
        Loaded loaded = SeasonFiles.read(configuration.config());
        Timetable read = loaded.timetable();
        Timetable files =
                read == null ? new Timetable(List.of(), SeasonFiles.circuitsIn(configuration.config())) : read;
        Database database = database(configuration);
        try {
            Stores stores = Stores.in(database, DeliveryEvents.NONE);
            Timetables timetables = new Timetables(Timetable.empty());
            RaceControl control = new RaceControl(
                    stores.revisions(),
                    timetables,
                    stores.subscriptions()::demand,
                    configuration.notices(),
                    program.machine());
            control.filesRead(files, loaded.unread());
            return new RaceOffice(database, stores, timetables, control);
        } catch (Unavailable | IllegalStateException broken) {
            database.close();
            throw broken;
        }
    }

    private static Database database(Configuration configuration) throws CannotOpen {
        Path data = configuration.data();
        if (configuration.databaseUrl() != null || Files.exists(data.resolve(Server.DATABASE))) {
            return Opening.toChange(configuration);
        }
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new ConfigurationError("the data folder " + data + " can't be made: " + e + ".");
        }
        return Opening.toServe(configuration);
    }

    @Override
    public void close() {
        database.close();
    }
}
