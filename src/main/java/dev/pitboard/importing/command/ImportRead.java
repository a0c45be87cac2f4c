package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.Attachment;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Spelling;
import dev.pitboard.command.UserError;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code /import}: reads a timetable from a file or a text and shows what it would change. */
final class ImportRead implements ChatCommand {
    private static final String TEXT = "text";

    private static final Signature SIGNATURE = Imported.signature(
            "read",
            "Read a timetable, such as a press release, and see what it would change",
            Parameter.attachment("file", "The timetable as a file: text, calendar, CSV or JSON"),
            Parameter.lines(TEXT, "The timetable as text"));

    private final Imports imports;

    ImportRead(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        Attachment file = request.attachment();
        String text = request.argument(TEXT).orElse(null);
        if (file == null && text == null) {
            throw new UserError(how(request));
        }
        String name = file == null || text != null ? "pasted text" : file.name();
        byte[] input =
                file == null || text != null ? String.valueOf(text).getBytes(StandardCharsets.UTF_8) : file.read();
        return PreviewCard.of(imports.propose(name, input, Map.of(), Rights.person(request)), request.platform());
    }

    private static String how(Request request) {
        String command = Spelling.of("import read", request.platform());
        return switch (request.platform()) {
            case DISCORD ->
                "Give me the timetable: attach it to " + command
                        + " as a file. Discord takes the line breaks out of pasted text, so a file is read better.";
            case TELEGRAM ->
                "Give me the timetable: paste it after /import in the same message, answer /import to a message or file"
                        + " that has it, or send the file with /import as its caption.";
            case TERMINAL -> "Give me the timetable: paste it after import, or use ./pitboard import FILE.";
        };
    }
}
