package dev.pitboard;

import dev.pitboard.card.Presentation;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Answer;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.config.Configuration;
import dev.pitboard.guide.NextSession;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.terminal.Console;
import dev.pitboard.terminal.TerminalRenderer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what is on now or next, by the timetable in force, and exits. */
@Command(
        name = "next",
        description = "Prints the session that is on now or next, and exits.",
        mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "SERIES", description = "The series. Default: the nearest.")
    private @Nullable String series;

    @Option(names = "--at", paramLabel = "TIME", description = "As if it were then, such as 2023-09-30T11:00:00+02:00.")
    private @Nullable OffsetDateTime at;

    NextCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = Configuration.from(program.environment());
        Timetables timetables = new Timetables(Seasons.inForce(program, configuration));
        Instant now = at == null ? program.machine().instant() : at.toInstant();
        Presentation presentation = new Presentation(false, configuration.zone(), () -> now);
        Answer answer = new Router(List.of(new NextSession(timetables))).answer(request(now));
        boolean colours = program.interactive();
        try (Console console = new Console(false, program.out(), _ -> List.of())) {
            console.print(new TerminalRenderer(presentation, colours)
                    .render(answer.card().withoutActions(), console.width())
                    .stripTrailing());
        }
        boolean found = answer.card().tone() != Tone.MISTAKE && anythingAhead(timetables.get(), now);
        return found ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
    }

    private Request request(Instant now) {
        Map<String, String> arguments = series == null || series.isBlank() ? Map.of() : Map.of("series", series);
        return new Request(
                new TerminalCaller(),
                ChatRef.of(Platform.TERMINAL, "next"),
                "next",
                List.of("next-session"),
                arguments,
                now);
    }

    private static boolean anythingAhead(Timetable timetable, Instant now) {
        return timetable.series().stream()
                .flatMap(s -> s.seasons().stream())
                .flatMap(s -> s.rounds().stream())
                .filter(r -> r.status() != Status.CANCELLED)
                .anyMatch(r -> !r.lastDay()
                        .isBefore(LocalDate.ofInstant(now, r.circuit().zone())));
    }
}
