package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.terminal.WeekendScript.Tempo;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a race weekend in about a minute, with everything real but the time. */
@Command(
        name = "demo",
        description =
                "Plays a race weekend in about a minute: reminders come, commands can be typed. Needs no token and no set-up.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Program program;

    @Option(
            names = "--round",
            paramLabel = "ROUND",
            defaultValue = "gt4-european/2023/barcelona",
            description = "Which weekend, as series/year/round. Default: ${DEFAULT-VALUE}.")
    private String round = "";

    @Option(
            names = "--as",
            paramLabel = "PLATFORM",
            defaultValue = "terminal",
            description = "Whose form to show: terminal, discord or telegram.")
    private Platform platform = Platform.TERMINAL;

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = Configuration.from(program.environment());
        Timetable timetable = Seasons.read(program, configuration.config());
        Round played = find(timetable);
        if (played == null) {
            return program.fail(
                    ExitCode.NOTHING_FOUND,
                    "there is no round " + round + "; --round takes series/year/round. Those that can be played: "
                            + playable(timetable) + ".");
        }
        if (Demo.moments(timetable, played).isEmpty()) {
            return program.fail(
                    ExitCode.NOTHING_FOUND,
                    round + " has no session with a known time. Those that can be played: " + playable(timetable)
                            + ".");
        }
        Demo demo = new Demo(program, configuration, timetable, played, platform, Tempo.comfortable());
        // Also after Ctrl-C nothing is left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-close"));
        demo.play();
        demo.close();
        return ExitCode.DONE;
    }

    private static String playable(Timetable timetable) {
        String rounds = timetable.series().stream()
                .flatMap(s -> s.seasons().stream())
                .flatMap(s -> s.rounds().stream())
                .filter(r -> !Demo.moments(timetable, r).isEmpty())
                .map(r -> r.id().toString())
                .collect(Collectors.joining(", "));
        return rounds.isEmpty() ? "none" : rounds;
    }

    private @Nullable Round find(Timetable timetable) {
        try {
            return timetable.findRound(RoundId.parse(round)).orElse(null);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
