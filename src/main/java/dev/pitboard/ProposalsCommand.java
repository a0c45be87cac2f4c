package dev.pitboard;

import dev.pitboard.command.UserError;
import dev.pitboard.config.Configuration;
import dev.pitboard.importing.ImportPreview;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.Proposal;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.store.CannotOpen;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What waits to be approved: imports, and seasons whose files ask for what nobody may do unasked. */
@Command(
        name = "proposals",
        description = {
            "Imports that wait to be approved, and season files that ask: list; show N; answer N KEY=VALUE ...; approve N; drop N.",
            "N is the number of an import, or a season such as gt4-european/2023 whose file asks. The bot may run meanwhile."
        },
        mixinStandardHelpOptions = true)
final class ProposalsCommand implements Callable<Integer> {
    private static final String HOST = "terminal";
    private static final Pattern SEASON = Pattern.compile("([a-z0-9-]{1,24})/(\\d{4})");

    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is to be done. */
    enum Act {
        LIST,
        SHOW,
        ANSWER,
        APPROVE,
        DROP
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|show|answer|approve|drop", description = "What to do.")
    private Act act = Act.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "Which.")
    private @Nullable String which;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Answers; the preview shows the keys.")
    private List<String> answers = List.of();

    @Option(names = "--yes", description = "Approve without asking.")
    private boolean yes;

    @Option(names = "--part", description = "Leave out what is still asked; it waits to be answered.")
    private boolean partly;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ProposalsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> given = given();
        Configuration configuration = Configuration.from(program.environment());
        try (ImportDesk desk = ImportDesk.open(program, configuration)) {
            return ImportTerminal.told(program, ExitCode.NOTHING_FOUND, () -> {
                Matcher season = SEASON.matcher(String.valueOf(which));
                if (act == Act.LIST) {
                    return list(desk);
                }
                return season.matches()
                        ? file(desk.control(), new SeasonId(season.group(1), Integer.parseInt(season.group(2))))
                        : proposal(desk, new ImportTerminal(program, configuration, desk.imports()), given);
            });
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String answer : answers) {
            int equals = answer.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "'" + answer + "' is no answer: write KEY=VALUE.");
            }
            given.put(answer.substring(0, equals), answer.substring(equals + 1));
        }
        return given;
    }

    private int list(ImportDesk desk) {
        List<Proposal> open = desk.imports().open();
        List<SeasonId> asking = desk.control().asking();
        if (open.isEmpty() && asking.isEmpty()) {
            return program.fail(ExitCode.NOTHING_FOUND, "nothing waits.");
        }
        open.forEach(p -> program.out().println(p.id() + "  " + p.source() + ", by " + p.who() + ", " + p.at()));
        asking.forEach(id -> program.out()
                .println(id + "  its file asks " + desk.control().asked(id).size() + " questions"));
        return ExitCode.DONE;
    }

    private int proposal(ImportDesk desk, ImportTerminal terminal, Map<String, String> given) throws IOException {
        if (which == null || !which.matches("\\d{1,15}")) {
            throw new ParameterException(spec.commandLine(), "Say which: ./pitboard proposals lists them.");
        }
        long id = Long.parseLong(which);
        ImportPreview preview = terminal.answered(desk.imports().look(id), given);
        if (act == Act.DROP) {
            desk.imports().drop(id);
            program.out().println("Import " + id + " is dropped.");
            return ExitCode.DONE;
        }
        if (json) {
            program.out().print(PreviewJson.of(preview));
        } else {
            terminal.show(preview);
        }
        return act == Act.APPROVE ? terminal.approve(preview, yes, partly) : ExitCode.DONE;
    }

    /** Of a season whose file asks, everything is answered at once: as in the file, or as it is. */
    private int file(RaceControl control, SeasonId id) {
        List<RaceControl.Asked> asked = control.asked(id);
        if (asked.isEmpty()) {
            return program.fail(ExitCode.NOTHING_FOUND, "the file of " + id + " asks nothing.");
        }
        asked.forEach(a -> program.out().println("- " + a.question()));
        if (act == Act.SHOW || act == Act.ANSWER) {
            return ExitCode.DONE;
        }
        boolean asInFile = act == Act.APPROVE;
        String question = asInFile ? "Make it as in the file? [yes/no]" : "Leave it as it is? [yes/no]";
        if (!yes && !program.ask(question).equals("yes")) {
            return program.fail(ExitCode.NEEDS_ANSWERS, "nothing was changed.");
        }
        try {
            control.answer(id, asInFile, HOST)
                    .ifPresentOrElse(
                            r -> program.out().println("It is as in the file now: revision " + r.number() + "."),
                            () -> program.out().println("It stays as it is; the file is not asked about again."));
            return ExitCode.DONE;
        } catch (Outdated meanwhile) {
            throw new UserError("The timetable was changed meanwhile. Look again.");
        }
    }
}
