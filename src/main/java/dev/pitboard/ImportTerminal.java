package dev.pitboard;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.UserError;
import dev.pitboard.config.Configuration;
import dev.pitboard.importing.Approval;
import dev.pitboard.importing.ApprovedCard;
import dev.pitboard.importing.Asked;
import dev.pitboard.importing.ImportPreview;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;
import dev.pitboard.terminal.Console;
import dev.pitboard.terminal.TerminalRenderer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An import at the terminal: shown, asked about, approved. The host may do everything. */
final class ImportTerminal {
    private static final String HOST = "terminal";

    private final Program program;
    private final Configuration configuration;
    private final Imports imports;

    ImportTerminal(Program program, Configuration configuration, Imports imports) {
        this.program = program;
        this.configuration = configuration;
        this.imports = imports;
    }

    /** Gives answers that were said on the command line, and at a terminal asks for the others. */
    ImportPreview answered(ImportPreview preview, Map<String, String> answers) {
        ImportPreview now = preview;
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            now = imports.answer(now.proposal().id(), answer.getKey(), answer.getValue());
        }
        return now;
    }

    /** Asks one question after the other, as long as somebody answers. */
    ImportPreview asked(ImportPreview preview) {
        ImportPreview now = preview;
        while (program.interactive() && !now.resolution().open().isEmpty()) {
            Asked asked = now.resolution().open().getFirst();
            program.out().println();
            program.out().println((asked.line() > 0 ? "Line " + asked.line() + ": " : "") + asked.text());
            String typed = program.askAsTyped("  (" + asked.takes() + "; nothing stops asking)");
            if (typed.isEmpty()) {
                return now;
            }
            try {
                now = imports.answer(now.proposal().id(), asked.key(), typed);
            } catch (UserError mistake) {
                program.out().println(plain(mistake));
            }
        }
        return now;
    }

    /** Approves it when that was said or is answered. @return the exit code */
    int approve(ImportPreview preview, boolean yes, boolean partly) throws IOException {
        long id = preview.proposal().id();
        int open = preview.resolution().open().size();
        if (open > 0 && !partly) {
            return program.fail(
                    ExitCode.NEEDS_ANSWERS,
                    "nothing was changed: " + (open == 1 ? "a question is" : open + " questions are")
                            + " open. Answer with --answer KEY=VALUE, or later: ./pitboard proposals answer " + id
                            + " KEY=VALUE");
        }
        if (!yes && !program.ask("Approve this? [yes/no]").equals("yes")) {
            return program.fail(
                    ExitCode.NEEDS_ANSWERS,
                    "nothing was changed. It waits: ./pitboard proposals approve " + id + ", or drop it.");
        }
        return switch (imports.approve(id, preview.fingerprint(), partly, HOST, _ -> {})) {
            case Approval.Made made -> {
                show(ApprovedCard.of(made));
                yield ExitCode.DONE;
            }
            case Approval.Different(var now) -> {
                show(ApprovedCard.different(PreviewCard.of(now, Platform.TERMINAL)));
                yield ExitCode.NEEDS_ANSWERS;
            }
        };
    }

    void show(ImportPreview preview) throws IOException {
        show(PreviewCard.of(preview, Platform.TERMINAL));
    }

    /** Prints a card; of what its buttons do, the command line has its own words. */
    private void show(Card card) throws IOException {
        Presentation presentation = new Presentation(false, configuration.zone(), program.machine());
        try (Console console = new Console(false, program.out(), _ -> List.of())) {
            console.print(new TerminalRenderer(presentation, program.interactive())
                    .render(card.withoutActions(), console.width())
                    .stripTrailing());
        }
    }

    /** Does something and tells a person's mistake. @return its exit code */
    static int told(Program program, int mistakes, Step step) throws IOException {
        try {
            return step.run();
        } catch (UserError mistake) {
            return program.fail(mistakes, plain(mistake));
        }
    }

    /** Something that gives an exit code. */
    interface Step {
        int run() throws IOException;
    }

    private static String plain(UserError mistake) {
        return mistake.line().spans().stream()
                .map(span -> switch (span) {
                    case Span.Text(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Link(String label, var _) -> label;
                    case Span.Role(String id) -> id;
                    case Span.Moment(var at, var _) -> at.toString();
                    case Span.TrackTime(var at, var _, var _) -> at.toString();
                })
                .collect(Collectors.joining());
    }
}
