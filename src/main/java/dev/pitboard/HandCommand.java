package dev.pitboard;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents.Result;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.config.Configuration;
import dev.pitboard.revision.command.ByHand;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.terminal.Console;
import dev.pitboard.terminal.TerminalRenderer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands for changes by hand, as they are in chats, from the command line: as the host, who may do everything. */
@Command(
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The bot may run meanwhile; it notices within seconds. Exit code 1 means that it can't be done; 2 that something is",
            "asked, that nobody could be asked, or that the answer was not yes: nothing was changed then."
        })
final class HandCommand implements Callable<Integer> {
    private static final Map<String, String> COMMANDS = Map.of(
            "session",
            "Changes a session: move SESSION TIME, delay SESSION [15m] [--all-after], cancel, postpone or restore SESSION, note SESSION TEXT. Shows what that does and who is told, and asks once.",
            "silence",
            "Holds every message of a series, at once: [30m] [SERIES].",
            "resume",
            "Ends the silence of a series: [SERIES].",
            "history",
            "Shows who changed the timetable of a series, when, why and what: [SERIES].");

    private final Program program;
    private final String command;
    private Result result = Result.ANSWERED;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "As in a chat, such as: race-1 17:10 reason=fog")
    private List<String> words = List.of();

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    private HandCommand(Program program, String command) {
        this.program = program;
        this.command = command;
    }

    /** Adds all of them. */
    static void addTo(picocli.CommandLine line, Program program) {
        COMMANDS.keySet().stream().sorted().forEach(word -> {
            picocli.CommandLine one = new picocli.CommandLine(new HandCommand(program, word));
            // "-10m" and "--all-after" are words of the command, for it to understand.
            one.setUnmatchedOptionsArePositionalParams(true);
            one.getCommandSpec().usageMessage().description(String.valueOf(COMMANDS.get(word)));
            line.addSubcommand(word, one);
        });
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = Configuration.from(program.environment());
        try (RaceOffice office = RaceOffice.open(program, configuration)) {
            Router router = new Router(
                    ByHand.commands(
                            office.timetables(),
                            office.control(),
                            office.stores().revisions(),
                            office.stores().stewards(),
                            office.stores().silences(),
                            () -> {}),
                    (_, _, what, _) -> result = what);
            return answer(router, configuration);
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private int answer(Router router, Configuration configuration) throws IOException {
        Card card = card(router, line());
        Optional<String> confirmed = confirmed(card);
        if (confirmed.isEmpty()) {
            show(card, configuration);
            return exitCode(card);
        }
        show(card.withoutActions(), configuration);
        if (!yes && !program.ask("Do this? [yes/no]").equals("yes")) {
            return program.fail(ExitCode.NEEDS_ANSWERS, "nothing was changed. Answer yes, or say --yes, to change it.");
        }
        Card done = card(router, confirmed.get());
        show(done.withoutActions(), configuration);
        return confirmed(done).isPresent()
                ? program.fail(ExitCode.NEEDS_ANSWERS, "the timetable was changed meanwhile: look again.")
                : exitCode(done);
    }

    private Card card(Router router, String line) {
        try {
            CommandLine parsed = router.parse(line, Platform.TERMINAL);
            return router.answer(new Request(
                            new TerminalCaller(),
                            ChatRef.of(Platform.TERMINAL, "host"),
                            "host",
                            parsed.path(),
                            parsed.arguments(),
                            program.machine().instant()))
                    .card();
        } catch (UserError mistake) {
            result = Result.MISTAKE;
            return Router.mistake(mistake).card();
        }
    }

    /** The line that does what a card asks about. */
    private static Optional<String> confirmed(Card card) {
        return card.actions().stream()
                .flatMap(a -> a instanceof Action.Run(var _, String line) && line.contains(" confirm=")
                        ? Optional.of(line).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }

    /** As one types it in a chat: what the shell kept together after a name stays together. */
    private String line() {
        return command + " "
                + words.stream()
                        .map(w -> w.matches("[a-z]+=.*\\s.*")
                                ? w.substring(0, w.indexOf('=') + 1)
                                        + CommandLine.quoted(w.substring(w.indexOf('=') + 1))
                                : w)
                        .collect(Collectors.joining(" "));
    }

    private int exitCode(Card card) {
        return switch (result) {
            case ANSWERED -> ExitCode.DONE;
            case MISTAKE -> card.actions().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.NEEDS_ANSWERS;
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case BUG -> ExitCode.OUR_BUG;
        };
    }

    private void show(Card card, Configuration configuration) throws IOException {
        Presentation presentation = new Presentation(false, configuration.zone(), program.machine());
        PrintStream to = result == Result.ANSWERED ? program.out() : program.err();
        try (Console console = new Console(false, to, _ -> List.of())) {
            console.print(new TerminalRenderer(presentation, program.interactive())
                    .render(card, console.width())
                    .stripTrailing());
        }
    }
}
