package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.importing.ImportPreview;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.json.SportstimesReader;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.CannotOpen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads somebody else's timetable and shows what it says. */
@Command(
        name = "import",
        description =
                "Reads somebody else's timetable, such as a press release, a calendar file, a table or JSON, shows what it would change and asks what is unclear; then takes it in.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    /** More than any reader takes; what is larger is refused by them. */
    private static final int MOST_BYTES = 32 << 20;

    private final Program program;
    private final InputStream in;

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "The text, or - for standard input.")
    private String file = "-";

    @Option(names = "--dry-run", description = "Only show what was read; nothing is kept.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON and nothing else on standard output.")
    private boolean json;

    @Option(names = "--series", paramLabel = "NAME", description = "The series, where the text names none.")
    private @Nullable String series;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of the printed times, such as Europe/Madrid.")
    private @Nullable ZoneId zone;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year of dates without one.")
    private @Nullable Integer year;

    @Option(names = "--published", paramLabel = "DATE", description = "The day the text came out, such as 2023-09-27.")
    private @Nullable LocalDate published;

    @Option(
            names = "--circuit",
            paramLabel = "NAME",
            description = "The circuit, where the text names none that is known.")
    private @Nullable String circuit;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "The round's name or number, where the text names none.")
    private @Nullable String round;

    @Option(
            names = "--answer",
            paramLabel = "KEY=VALUE",
            description = "Answers a question; the preview shows the keys.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--yes", description = "Approve without asking; only when nothing is open.")
    private boolean yes;

    @Option(names = "--part", description = "Leave out what is still asked; it waits to be answered.")
    private boolean partly;

    ImportCommand(Program program, InputStream in) {
        this.program = program;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        byte[] bytes;
        try {
            bytes = bytes();
        } catch (IOException e) {
            return program.fail(ExitCode.UNREADABLE_INPUT, file + " can't be read" + because(e));
        }
        Configuration configuration = Configuration.from(program.environment());
        return dryRun ? look(bytes, configuration) : propose(bytes, configuration);
    }

    private int propose(byte[] bytes, Configuration configuration) throws IOException {
        try (ImportDesk desk = ImportDesk.open(program, configuration)) {
            ImportTerminal terminal = new ImportTerminal(program, configuration, desk.imports());
            return ImportTerminal.told(program, ExitCode.UNREADABLE_INPUT, () -> {
                ImportPreview read = desk.imports().propose(source(), bytes, upFront(), "terminal");
                return ImportTerminal.told(program, ExitCode.NEEDS_ANSWERS, () -> {
                    ImportPreview preview = terminal.answered(read, answers);
                    if (json) {
                        program.out().print(PreviewJson.of(preview));
                    } else {
                        terminal.show(preview);
                        ImportPreview asked = terminal.asked(preview);
                        if (!asked.fingerprint().equals(preview.fingerprint())) {
                            terminal.show(asked);
                            preview = asked;
                        }
                    }
                    return json && !yes
                            ? preview.resolution().open().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ANSWERS
                            : terminal.approve(preview, yes, partly);
                });
            });
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private String source() {
        return file.equals("-")
                ? "standard input"
                : String.valueOf(Path.of(file).getFileName());
    }

    /** The options that answer questions before they are asked. */
    private Map<String, String> upFront() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "series", series);
        put(given, "zone", zone);
        put(given, "year", year);
        put(given, "published", published);
        put(given, "circuit", circuit);
        put(given, "round", round);
        return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable Object value) {
        if (value != null) {
            given.put(key, value.toString());
        }
    }

    private int look(byte[] bytes, Configuration configuration) {
        Timetable inForce = SeasonFiles.read(configuration.config()).timetable();
        Timetable timetable =
                inForce == null ? new Timetable(List.of(), SeasonFiles.circuitsIn(configuration.config())) : inForce;
        Draft draft;
        try {
            draft = Readings.read(bytes, new Known(series, zone, year, published), timetable);
        } catch (Unreadable unreadable) {
            return program.fail(ExitCode.UNREADABLE_INPUT, unreadable.sentence());
        }
        program.out().print(json ? DraftJson.of(draft) : DraftText.of(draft));
        if (!json) {
            program.out().println("Nothing was changed or kept.");
        }
        if (draft.sessions().isEmpty()) {
            return json ? program.fail(ExitCode.NOTHING_FOUND, "no session was found in it.") : ExitCode.NOTHING_FOUND;
        }
        return draft.questions().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ANSWERS;
    }

    private byte[] bytes() throws IOException {
        if (file.equals("-")) {
            return in.readNBytes(MOST_BYTES);
        }
        try (InputStream open = Files.newInputStream(Path.of(file))) {
            return withConfig(open.readNBytes(MOST_BYTES));
        }
    }

    /** With the {@code config.json} beside it, which says what the keys of a season in JSON mean. */
    private byte[] withConfig(byte[] bytes) throws IOException {
        Path config = Path.of(file).resolveSibling("config.json");
        boolean season = bytes.length > 0 && bytes[0] == '{' && Files.isRegularFile(config);
        if (!season) {
            return bytes;
        }
        try (InputStream open = Files.newInputStream(config)) {
            return SportstimesReader.together(bytes, open.readNBytes(MOST_BYTES));
        }
    }

    private static String because(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> ": there is no such file.";
            case java.nio.file.AccessDeniedException _ -> ": permission denied.";
            default -> ".";
        };
    }
}
