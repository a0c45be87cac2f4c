package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.store.Backup;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.PgDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the database while the bot runs. */
@Command(
        name = "backup",
        description = {
            "Copies the database while the bot runs, checks the copy from end to end, and only then gives it its name.",
            "Overwrites nothing. Of PostgreSQL it only says which command does it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Program program;

    @Parameters(
            arity = "1",
            paramLabel = "FILE|DIR",
            description = "The file to write, or a folder, in which the file is named by the time in UTC.")
    private Path target = Path.of("");

    BackupCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Configuration configuration = Configuration.from(program.environment());
        Path file = file(program.machine().instant());
        String url = Opening.url(configuration);
        Optional<String> theirs = PgDump.toBackUp(url, configuration.databaseUser(), file);
        if (theirs.isPresent()) {
            return program.fail(
                    ExitCode.CONFIGURATION,
                    List.of(
                            "nothing was backed up: the database is PostgreSQL, which has its own tool. Run",
                            theirs.get()));
        }
        if (Files.exists(file)) {
            return program.fail(
                    ExitCode.WRONG_USAGE,
                    file + " exists already and is left as it is: name another file, or a folder.");
        }
        try {
            Backup made = Backup.make(url, file);
            program.out()
                    .println("Backed up to " + made.file() + ": " + made.bytes() + " bytes, " + made.rows()
                            + " reminders in the ledger, tables of version " + made.version() + ".");
            return ExitCode.DONE;
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private Path file(Instant now) {
        return Files.isDirectory(target) ? target.resolve("pitboard-" + stamp(now) + ".db") : target;
    }

    /** An instant in the name of a file, in UTC. */
    static String stamp(Instant instant) {
        return STAMP.format(instant);
    }
}
