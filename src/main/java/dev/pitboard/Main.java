package dev.pitboard;

import dev.pitboard.command.Unavailable;
import dev.pitboard.config.ConfigurationError;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** Entry point of the command line. */
@Command(
        name = "pitboard",
        description = "Tells motorsport fans and race teams what is on next, on Discord, Telegram and the terminal.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 nothing found or problems found; 2 needs answers; 64 wrong usage; 65 unreadable input;",
            "69 a platform or the database can't be reached; 70 our bug; 78 configuration or token."
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Program program = new Program(System.getenv(), InstantSource.system(), System.out, System.err, atATerminal());
        int exitCode = ExitCode.OUR_BUG;
        try {
            exitCode = run(program, args);
        } catch (Error broken) {
            LoggerFactory.getLogger(Main.class).debug("broken", broken);
            program.fail(
                    ExitCode.OUR_BUG, "this installation is broken: " + broken + ". Build it again, or report it.");
        }
        System.exit(exitCode);
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 still answers null where input or output is not a terminal.
    private static boolean atATerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Runs one command line. @return the exit code */
    static int run(Program program, String... args) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new DemoCommand(program))
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new CheckCommand(program))
                .addSubcommand(new NextCommand(program))
                .addSubcommand(new ImportCommand(program, System.in))
                .addSubcommand(new LedgerCommand(program))
                .addSubcommand(new BackupCommand(program))
                .addSubcommand(new RestoreCommand(program))
                .addSubcommand(new ProposalsCommand(program))
                .addSubcommand(new UndoCommand(program))
                .addSubcommand(
                        new CommandLine(new ExportCommand(program)).addSubcommand(new ExportSeasonCommand(program)))
                .addSubcommand(new DeleteCommand(program))
                .addSubcommand(new StewardCommand(program))
                .addSubcommand(new TestCommand(program));
        HandCommand.addTo(line, program);
        line.setOut(new PrintWriter(program.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(program.err(), true, StandardCharsets.UTF_8));
        line.registerConverter(OffsetDateTime.class, Main::time);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, _, _) -> explain(program, problem));
        line.getSubcommands().values().forEach(sub -> {
            useOurExitCodes(sub);
            sub.getSubcommands().values().forEach(Main::useOurExitCodes);
        });
        useOurExitCodes(line);
        if (args.length == 0) {
            line.usage(line.getOut());
            return ExitCode.WRONG_USAGE;
        }
        return line.execute(args);
    }

    private static void useOurExitCodes(CommandLine line) {
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.WRONG_USAGE);
        line.getCommandSpec().exitCodeOnExecutionException(ExitCode.OUR_BUG);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is not a time with an offset from UTC: write it like 2023-09-29T11:00:00+02:00 or 2023-09-29T09:00:00Z.");
        }
    }

    private static int explain(Program program, Exception problem) {
        if (problem instanceof ConfigurationError wrong) {
            return program.fail(ExitCode.CONFIGURATION, wrong.problems());
        }
        if (problem instanceof Unavailable unavailable) {
            return program.fail(ExitCode.UNAVAILABLE, unavailable.sentence());
        }
        LoggerFactory.getLogger(Main.class).debug("unexpected", problem);
        return program.fail(
                ExitCode.OUR_BUG,
                "this is a bug of ours: " + problem + ". Please report it; PITBOARD_LOG=debug shows more.");
    }

    /** The version, as the build has it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            return new String[] {"pitboard " + text()};
        }

        /** The number alone, such as 1.2.0. */
        static String number() throws IOException {
            return text().split(" ", 2)[0];
        }

        private static String text() throws IOException {
            try (InputStream text = Objects.requireNonNull(Main.class.getResourceAsStream("/version.txt"))) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        }
    }
}
