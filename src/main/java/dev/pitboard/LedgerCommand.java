package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.config.Secret;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "leadMinutes, starts, due, expires, message, post, settled, lateMillis, reason; what there is not is null.",
            "With --counts it is one object from state to number. Exit code 1 means that nothing fits."
        },
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    /** As the log writes chats; the platform and the topic may be left out. */
    private static final Pattern CHAT = Pattern.compile("(?:([a-zA-Z]+):)?(-?[^:/\\s]+)(?:/(\\S+))?");

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
        try (Database database = open(configuration)) {
            Ledger ledger = new SqlLedger(database);
            return counts ? count(ledger, filter) : list(ledger, filter);
        } catch (CannotOpen cannot) {
            return program.fail(
                    cannot.isUnreachable() ? ExitCode.UNAVAILABLE : ExitCode.CONFIGURATION,
                    String.valueOf(cannot.getMessage()));
        }
    }

    private static Database open(Configuration configuration) throws CannotOpen {
        String url = configuration.databaseUrl();
        Secret password = configuration.databasePassword();
        return url == null
                ? Database.openToRead(Database.sqliteUrl(configuration.data().resolve(Server.DATABASE)), null, null)
                : Database.openToRead(url, configuration.databaseUser(), password == null ? null : password.get());
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
        Platform where = platform;
        String id = null;
        String topic = null;
        if (chat != null) {
            Matcher parts = CHAT.matcher(chat);
            if (!parts.matches()) {
                throw wrong("--chat is written like discord:123 or telegram:-100/5.");
            }
            if (parts.group(1) != null) {
                where = platformOfChat(parts.group(1));
            }
            id = parts.group(2);
            topic = parts.group(3);
        }
        String about = session == null ? null : session(session);
        return new LedgerFilter(Set.copyOf(states), where, id, topic, about, message);
    }

    private Platform platformOfChat(String word) {
        Platform named = Arrays.stream(Platform.values())
                .filter(p -> p.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong("--chat begins with discord:, telegram: or terminal:."));
        if (platform != null && platform != named) {
            throw wrong("--platform and --chat name two platforms.");
        }
        return named;
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
