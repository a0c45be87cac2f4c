package dev.pitboard;

import dev.pitboard.config.Configuration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves every platform that has a token. */
@Command(
        name = "run",
        description = {
            "Serves every platform that has a token, until it is told to stop.",
            "With --from it is a rehearsal: everything is real but the time, every message says so, and it has a database of its own."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** Faster than this even the demo's weekend would be over in a blink. */
    private static final double FASTEST = 10_000;

    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Rehearse from this instant, such as 2023-09-29T11:00:00+02:00.")
    private @Nullable OffsetDateTime from;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            description = "How many times as fast the rehearsal's time runs, above 0 and up to 10000. Default: 1.")
    private @Nullable Double speed;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        if (speed != null && from == null) {
            throw new ParameterException(spec.commandLine(), "--speed needs --from: only a rehearsal can run fast.");
        }
        if (speed != null && !(speed > 0 && speed <= FASTEST)) {
            throw new ParameterException(spec.commandLine(), "--speed must be above 0 and at most 10000.");
        }
        Configuration configuration = Configuration.from(program.environment());
        if (configuration.discordToken() == null && configuration.telegramToken() == null) {
            return program.fail(
                    ExitCode.CONFIGURATION,
                    List.of(
                            "no platform to serve: set DISCORD_TOKEN or TELEGRAM_TOKEN (or DISCORD_TOKEN_FILE, TELEGRAM_TOKEN_FILE).",
                            "to see it without a token: ./pitboard demo"));
        }
        Logging.tellOurOwnLines(program.environment());
        Rehearsal rehearsal = from == null ? null : new Rehearsal(from.toInstant(), speed == null ? 1 : speed);
        return new Server(program, configuration, rehearsal).serve();
    }

    /** Timetable time that is not real. */
    record Rehearsal(Instant from, double speed) {}
}
