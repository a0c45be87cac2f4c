package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.delivery.Alarm;
import dev.pitboard.delivery.AlarmClock;
import dev.pitboard.delivery.ReminderScheduler;
import dev.pitboard.health.Condition;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.store.Backup;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.DataFolder;
import dev.pitboard.store.PgDump;
import dev.pitboard.store.Restored;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlRevisions;
import dev.pitboard.store.SqlSubscriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the database, while no bot runs. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the database; what is there now is kept beside it. No bot may run meanwhile.",
            "What became due since the backup was made may have been sent by the bot of then: what of it is still of",
            "use is listed, and you say whether to send it."
        },
        footer = {"", "Exit code 2 means that --open has to be given; nothing was changed then."},
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    /** What to do with what is due and not known to be sent. */
    enum Choice {
        SEND,
        LEAVE
    }

    private final Program program;

    @Parameters(arity = "1", paramLabel = "FILE", description = "What './pitboard backup' made.")
    private Path backup = Path.of("");

    @Option(
            names = "--open",
            paramLabel = "send|leave",
            description = {
                "What to do with reminders that are due, still of use, and not known to be sent. leave: mark them in",
                "doubt, so that none comes twice. send: send them, so that none is missed. Asked for when not given."
            })
    private @Nullable Choice choice;

    RestoreCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = Configuration.from(program.environment());
        String url = Opening.url(configuration);
        Optional<String> theirs = PgDump.toRestore(url, configuration.databaseUser(), backup);
        if (theirs.isPresent()) {
            return program.fail(
                    ExitCode.CONFIGURATION,
                    List.of(
                            "nothing was restored: the database is PostgreSQL, which has its own tool. Stop the bot and run",
                            theirs.get()));
        }
        Backup checked;
        try {
            checked = Backup.of(backup);
        } catch (CannotOpen unreadable) {
            return program.fail(ExitCode.UNREADABLE_INPUT, String.valueOf(unreadable.getMessage()));
        }
        Timetable files = Seasons.read(program, configuration.config());
        Instant now = program.machine().instant();
        try (DataFolder _ = DataFolder.take(configuration.data(), now);
                Restored restored = Restored.of(checked, url)) {
            plan(RaceControl.inForce(new SqlRevisions(restored.database()).stored(), files), restored);
            return restore(restored, now);
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private int restore(Restored restored, Instant now) throws CannotOpen {
        Map<Platform, Restored.Open> open = restored.open(now);
        Choice chosen = choice;
        if (!open.isEmpty() && chosen == null) {
            program.out().println(shown(open));
            chosen = asked();
            if (chosen == null) {
                return program.fail(
                        ExitCode.NEEDS_ANSWERS, "nothing was changed. Say --open leave or --open send, see --help.");
            }
        }
        int doubted = restored.doubt(now, chosen != Choice.SEND);
        Optional<Path> kept = restored.takePlace(".before-" + BackupCommand.stamp(now));
        program.out().println("Restored from " + backup + ".");
        kept.ifPresent(path -> program.out().println("The database from before is kept as " + path + "."));
        if (doubted > 0) {
            program.out()
                    .println(doubted
                            + " reminders are marked as in doubt: ./pitboard ledger --state in_doubt lists them.");
        }
        return ExitCode.DONE;
    }

    private static String shown(Map<Platform, Restored.Open> open) {
        return "Due, still of use, and not known to be sent: "
                + open.entrySet().stream()
                        .map(e -> e.getValue().reminders() + " reminders to "
                                + e.getValue().chats() + " chats on "
                                + e.getKey().label())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private @Nullable Choice asked() {
        return switch (program.ask("Send them (some may then come twice), or leave them in doubt? [send/leave]")) {
            case "send" -> Choice.SEND;
            case "leave" -> Choice.LEAVE;
            case null, default -> null;
        };
    }

    /** Writes into the ledger what became due since, as the bot would at its start. */
    private void plan(Timetable timetable, Restored restored) {
        try (ReminderScheduler scheduler = new ReminderScheduler(
                () -> timetable,
                new SqlSubscriptions(restored.database()),
                new SqlLedger(restored.database()),
                new NoAlarms(),
                program.machine(),
                _ -> 1,
                () -> {})) {
            scheduler.start();
            if (scheduler.condition().state() != Condition.State.UP) {
                throw new IllegalStateException(scheduler.condition().reason());
            }
        }
    }

    /** Nothing rings here. */
    private static final class NoAlarms implements AlarmClock {
        @Override
        public void start(Consumer<Alarm> listener) {}

        @Override
        public void set(Collection<Alarm> alarms) {}

        @Override
        public int pending() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
