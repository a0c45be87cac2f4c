package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Stewards;
import dev.pitboard.revision.Stewards.Steward;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlRevisions;
import dev.pitboard.store.SqlStewards;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names who may change the timetable from a chat. */
@Command(
        name = "steward",
        description = {
            "Names who may change the timetable from a chat: add PERSON, remove PERSON, list. The bot may run meanwhile.",
            "A person is the platform and the user's id there, such as discord:123456789012345678; /stewards shows",
            "everyone their own."
        },
        footer = {"", "Exit code 1 means that nothing was changed: it was so already, or there is no such series."},
        mixinStandardHelpOptions = true)
final class StewardCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is to be done. */
    enum Act {
        ADD,
        REMOVE,
        LIST
    }

    @Parameters(index = "0", paramLabel = "add|remove|list", description = "What to do.")
    private Act act = Act.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PERSON", description = "Whom.")
    private @Nullable String person;

    @Option(names = "--series", paramLabel = "ID", description = "Of this series only. Default: of every series.")
    private @Nullable String series;

    StewardCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Steward steward = act == Act.LIST ? null : new Steward(checked(person), series);
        Configuration configuration = Configuration.from(program.environment());
        try (Database database = Opening.toChange(configuration)) {
            Stewards stewards = new SqlStewards(database);
            if (steward == null) {
                return list(stewards);
            }
            return act == Act.ADD ? add(steward, stewards, database, configuration) : remove(steward, stewards);
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private String checked(@Nullable String typed) {
        if (typed == null || !typed.matches("discord:\\d{15,20}|telegram:-?\\d{1,20}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    (typed == null ? "Say whom: a" : "'" + typed + "' is not a person. A")
                            + " person is written like discord:123456789012345678 or telegram:123456789: the id, not the name.");
        }
        return typed;
    }

    private int add(Steward steward, Stewards stewards, Database database, Configuration configuration) {
        List<String> known = known(database, configuration);
        if (series != null && !known.contains(series)) {
            return program.fail(
                    ExitCode.NOTHING_FOUND,
                    "there is no series " + series + "; there is " + String.join(", ", known) + ".");
        }
        if (!stewards.add(steward)) {
            return program.fail(ExitCode.NOTHING_FOUND, shown(steward) + " already.");
        }
        program.out().println(shown(steward) + ".");
        return ExitCode.DONE;
    }

    private int remove(Steward steward, Stewards stewards) {
        if (!stewards.remove(steward)) {
            return program.fail(
                    ExitCode.NOTHING_FOUND,
                    steward.person() + " was not named so. `./pitboard steward list` shows who was.");
        }
        program.out().println(steward.person() + " may change " + what(steward) + " no longer.");
        return ExitCode.DONE;
    }

    private int list(Stewards stewards) {
        List<Steward> all = stewards.list();
        if (all.isEmpty()) {
            return program.fail(ExitCode.NOTHING_FOUND, "nobody was named.");
        }
        all.forEach(s -> program.out().println(shown(s)));
        return ExitCode.DONE;
    }

    private static List<String> known(Database database, Configuration configuration) {
        Timetable files = SeasonFiles.read(configuration.config()).timetable();
        return Stream.concat(
                        new SqlRevisions(database, DeliveryEvents.NONE)
                                .stored().seasons().stream().map(s -> s.series().id()),
                        files == null ? Stream.empty() : files.series().stream().map(Series::id))
                .distinct()
                .sorted()
                .toList();
    }

    private static String shown(Steward steward) {
        return steward.person() + " may change " + what(steward);
    }

    private static String what(Steward steward) {
        return steward.series() == null ? "every series" : steward.series();
    }
}
