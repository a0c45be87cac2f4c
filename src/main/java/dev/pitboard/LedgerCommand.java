package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.reminder.Start;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows the host what is in the ledger. Only reads, and takes no lock: the bot may run meanwhile. */
@Command(
        name = "ledger",
        description = {
            "Lists what was promised to which chat and what became of it, newest first. Only reads: the bot may run meanwhile.",
            "Of a chat or a message the latest due comes first, else the latest promised. Times are in UTC."
        },
        footer = {
            "",
            "--json prints one JSON object a line for each row, with all of id, state, platform, chat, topic, session, part,",
            "leadMinutes, starts, revision, due, expires, message, post, settled, lateMillis, reason; what there is not is null.",
            "A row with a revision is a notice that this session, or round, changed with it; the others are reminders.",
            "With --counts it is one object from state to number. Exit code 1 means that nothing fits."
        },
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            converter = StateWord.class,
            description = "Only rows in these states, such as failed,in_doubt.")
    private List<DeliveryState> states = List.of();

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "Only discord, telegram or terminal.")
    private @Nullable Platform platform;

    @Option(
            names = "--chat",
            paramLabel = "CHAT",
            description = "Only this chat, as in the log: discord:123, telegram:-100/5 for a topic, or the id alone.")
    private @Nullable String chat;

    @Option(
            names = "--session",
            paramLabel = "SESSION",
            description =
                    "Only this session, round, season or series: as much of series/year/round/session#part as you like.")
    private @Nullable String session;

    @Option(
            names = "--message",
            paramLabel = "ID",
            description = "Only what became part of this message, as in the log.")
    private @Nullable String message;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many rows, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--counts", description = "Only how many rows there are in each state, without limit.")
    private boolean counts;

    @Option(names = "--json", description = "For programs, see below.")
    private boolean json;

    LedgerCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw wrong("--limit must be from 1 to " + MOST + ".");
        }
        LedgerFilter filter = filter();
        Configuration configuration = Configuration.from(program.environment());
        try (Database database = Opening.toRead(configuration)) {
            Ledger ledger = new SqlLedger(database);
            return counts ? count(ledger, filter) : list(ledger, filter);
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private int list(Ledger ledger, LedgerFilter filter) {
        List<DeliveryRecord> found = ledger.find(filter, limit + 1);
        List<DeliveryRecord> shown = found.subList(0, Math.min(limit, found.size()));
        if (shown.isEmpty()) {
            return nothing();
        }
        (json ? LedgerText.json(shown) : LedgerText.table(shown)).forEach(program.out()::println);
        if (found.size() > shown.size()) {
            program.err().println("pitboard: there is more; --limit shows more than " + limit + ".");
        }
        return ExitCode.DONE;
    }

    private int count(Ledger ledger, LedgerFilter filter) {
        Map<DeliveryState, Long> found = ledger.counts(filter);
        if (found.isEmpty()) {
            return nothing();
        }
        (json ? List.of(LedgerText.json(found)) : LedgerText.table(found)).forEach(program.out()::println);
        return ExitCode.DONE;
    }

    private int nothing() {
        return program.fail(ExitCode.NOTHING_FOUND, "nothing in the ledger fits.");
    }

    private LedgerFilter filter() {
        ChatNotation place = chat == null ? null : place(chat);
        String about = session == null ? null : session(session);
        return place == null
                ? new LedgerFilter(Set.copyOf(states), platform, null, null, about, message)
                : new LedgerFilter(
                        Set.copyOf(states),
                        place.platform() == null ? platform : place.platform(),
                        place.id(),
                        place.topic(),
                        about,
                        message);
    }

    private ChatNotation place(String typed) {
        ChatNotation place;
        try {
            place = ChatNotation.parse(typed);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
        if (platform != null && place.platform() != null && platform != place.platform()) {
            throw wrong("--platform and --chat name two platforms.");
        }
        return place;
    }

    /** As it stands in the ledger, without a slash at the end. */
    private String session(String typed) {
        String text = typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
        if (text.isBlank()) {
            throw wrong("--session needs a session.");
        }
        long slashes = text.chars().filter(c -> c == '/').count();
        try {
            // What is missing at the end is made up, to check what is there.
            Start.parse(text
                    + List.of("/2000/round/session", "/round/session", "/session", "")
                            .get((int) Math.min(slashes, 3)));
        } catch (IllegalArgumentException unreadable) {
            throw wrong(
                    "--session is written like gt4-european/2023/barcelona/race-1; less of it means more sessions.");
        }
        return text;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** A state's word, as in the ledger or with hyphens. */
    static final class StateWord implements ITypeConverter<DeliveryState> {
        @Override
        public DeliveryState convert(String word) {
            try {
                return DeliveryState.ofWord(word.strip().replace('-', '_'));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("'" + word + "' is not a state; there are "
                        + Arrays.stream(DeliveryState.values())
                                .map(DeliveryState::word)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
    }
}
