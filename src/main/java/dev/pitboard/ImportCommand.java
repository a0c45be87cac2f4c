package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.formats.TimetableReader;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads somebody else's timetable and shows what it says. */
@Command(
        name = "import",
        description =
                "Reads a timetable from a text such as a press release, a calendar file, a table or JSON, and shows the sessions and what is unclear in it.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    /** More than any reader takes; what is larger is refused by them. */
    private static final int MOST_BYTES = 32 << 20;

    private final Program program;
    private final InputStream in;

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "The text, or - for standard input.")
    private String file = "-";

    @Option(names = "--dry-run", description = "Only show. (Nothing else is possible so far.)")
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

    ImportCommand(Program program, InputStream in) {
        this.program = program;
        this.in = in;
    }

    @Override
    public Integer call() {
        byte[] bytes;
        byte @Nullable [] keys;
        try {
            bytes = bytes();
            keys = besideIt();
        } catch (IOException e) {
            return program.fail(ExitCode.UNREADABLE_INPUT, file + " can't be read" + because(e));
        }
        Path config = Configuration.from(program.environment()).config();
        Timetable timetable = SeasonFiles.read(config).timetable();
        List<Series> known = timetable == null ? List.of() : timetable.series();
        Draft draft;
        try {
            draft = new TimetableReader(SeasonFiles.circuitsIn(config), known)
                    .read(bytes, keys, new Known(series, zone, year, published));
        } catch (Unreadable unreadable) {
            return program.fail(ExitCode.UNREADABLE_INPUT, unreadable.sentence());
        }
        program.out().print(json ? DraftJson.of(draft) : DraftText.of(draft));
        if (!json || !dryRun) {
            String note = "Nothing was changed: a timetable that was read can only be looked at so far.";
            (json ? program.err() : program.out()).println(json ? "pitboard: " + note : note);
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
            return open.readNBytes(MOST_BYTES);
        }
    }

    /** The {@code config.json} in the same folder, which says what the keys of a sportstimes season mean; null where there is none. */
    private byte @Nullable [] besideIt() throws IOException {
        if (file.equals("-")) {
            return null;
        }
        Path config = Path.of(file).resolveSibling("config.json");
        if (!Files.isRegularFile(config)) {
            return null;
        }
        try (InputStream open = Files.newInputStream(config)) {
            return open.readNBytes(MOST_BYTES);
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
