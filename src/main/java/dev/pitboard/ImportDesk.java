package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.importing.Imports;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.store.CannotOpen;

/** Imports for one command of the command line, beside a bot that may run. */
record ImportDesk(RaceOffice office, Imports imports) implements AutoCloseable {
    /** Opens race control's office, and a desk in it. */
    static ImportDesk open(Program program, Configuration configuration) throws CannotOpen {
        RaceOffice office = RaceOffice.open(program, configuration);
        Stores stores = office.stores();
        return new ImportDesk(
                office,
                new Imports(
                        office.control(),
                        stores.revisions(),
                        stores.proposals(),
                        office.timetables(),
                        Readings::read,
                        program.machine()));
    }

    RaceControl control() {
        return office.control();
    }

    @Override
    public void close() {
        office.close();
    }
}
