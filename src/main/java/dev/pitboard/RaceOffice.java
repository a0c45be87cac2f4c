package dev.pitboard;

import dev.pitboard.command.Unavailable;
import dev.pitboard.config.Configuration;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;

/**
 * Race control for one command of the command line, beside a bot that may run: what is changed here is in force there a moment
 * later.
 */
record RaceOffice(Database database, Stores stores, Timetables timetables, RaceControl control)
        implements AutoCloseable {
    /** Opens the database and takes over what the season files say. @throws CannotOpen also when there is no database yet */
    static RaceOffice open(Program program, Configuration configuration) throws CannotOpen {
        Loaded loaded = SeasonFiles.read(configuration.config());
        Timetable files = Seasons.tell(program, loaded);
        Database database = Opening.toChange(configuration);
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

    @Override
    public void close() {
        database.close();
    }
}
