package dev.pitboard;

import dev.pitboard.command.UserError;
import dev.pitboard.config.Configuration;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Effect;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.Revision;
import dev.pitboard.store.CannotOpen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a revision back. */
@Command(
        name = "undo",
        description =
                "Takes one change of the timetable back and leaves what changed since as it is. The bot may run meanwhile.",
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "N", description = "The number of the revision.")
    private long number;

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    UndoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        try (ImportDesk desk = ImportDesk.open(program, Configuration.from(program.environment()))) {
            return ImportTerminal.told(program, ExitCode.NOTHING_FOUND, () -> undo(desk));
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private int undo(ImportDesk desk) {
        try {
            ChangeSet set = desk.control().undoing(number, "terminal");
            Effect effect = desk.control().preview(set);
            program.out()
                    .println("Takes back " + set.changes().size() + " changes of "
                            + set.series().id() + " " + set.year() + "; " + effect.allChats()
                            + " chats get a notice" + (effect.quiet() ? " without a ping" : "") + "; reminders: "
                            + effect.moved() + " move, " + effect.again() + " are sent again, " + effect.dropped()
                            + " are dropped.");
            if (!yes && !program.ask("Do this? [yes/no]").equals("yes")) {
                return program.fail(
                        ExitCode.NEEDS_ANSWERS, "nothing was changed. Answer yes, or say --yes, to change it.");
            }
            Revision revision = desk.control().commit(effect);
            program.out().println("Revision " + number + " is taken back: that is revision " + revision.number() + ".");
            return ExitCode.DONE;
        } catch (Outdated meanwhile) {
            throw new UserError("The timetable was changed meanwhile. Look again.");
        }
    }
}
