package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.RaceControl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One of {@code /session …}: finds the session, shows what would become of it, asks once. */
final class SessionCommand implements ChatCommand {
    static final String SESSION = "session";

    /**
     * What one of the commands does.
     *
     * @see SessionVerbs
     */
    interface Verb {
        /** The word after {@code session}. */
        String word();

        String description();

        /** Besides the session, the reason and the confirmation. */
        List<Parameter> parameters();

        /** What becomes of the session, and of others with it. @throws UserError when that can't be */
        Deed deed(Fixture fixture, Request request);

        default List<Choice> complete(Parameter parameter, String typed) {
            return List.of();
        }
    }

    /**
     * What is to be done.
     *
     * @param changed the sessions as they are to be
     * @param question what to ask before the session's name, such as "Move"; {@code done} what to say after it
     * @param arguments besides the session and the reason, so that they mean the same later
     */
    record Deed(List<Session> changed, String question, String done, Map<String, String> arguments) {}

    private final Supplier<Timetable> timetables;
    private final RaceControl control;
    private final Rights rights;
    private final Verb verb;
    private final Signature signature;

    SessionCommand(Supplier<Timetable> timetables, RaceControl control, Rights rights, Verb verb) {
        this.timetables = timetables;
        this.control = control;
        this.rights = rights;
        this.verb = verb;
        this.signature = Wording.signature(
                "session " + verb.word(),
                verb.description(),
                Stream.of(
                                Stream.of(Parameter.search(SESSION, "Which session, such as race-1, q1 or fp2")),
                                verb.parameters().stream(),
                                Stream.of(Wording.reason(), Wording.confirm()))
                        .flatMap(s -> s)
                        .toArray(Parameter[]::new));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return parameter.name().equals(SESSION)
                ? SessionFinder.of(timetables.get(), soFar.now()).complete(typed)
                : verb.complete(parameter, typed);
    }

    @Override
    public Card run(Request asked) {
        control.refresh();
        Request request = Together.put(asked);
        return new Decision(control).answer(request, () -> intent(request));
    }

    private Intent intent(Request asked) {
        SessionFinder finder = new SessionFinder(rights.open(asked, timetables.get()), asked.now());
        Request request = SessionVerbs.NOTE.equals(verb.word()) ? Together.apart(asked, finder) : asked;
        String typed = request.argument(SESSION)
                .orElseThrow(() -> new UserError("Say which session, such as race-1, q1 or fp2."));
        Fixture fixture = finder.find(typed, id -> Wording.again(request, SESSION, id));
        Deed deed = verb.deed(fixture, request);
        String name = fixture.session().name() + " · " + fixture.round().name();
        ChangeSet set = control.changing(
                fixture.series(),
                fixture.season(),
                Rescheduling.season(fixture, deed.changed(), request.now()),
                Origin.HAND,
                Rights.person(request),
                why(deed, name, request));
        Map<String, String> arguments = new TreeMap<>(deed.arguments());
        arguments.put(SESSION, fixture.session().id().toString());
        request.argument(Wording.REASON).ifPresent(reason -> arguments.put(Wording.REASON, Wording.line(reason)));
        return new Intent(
                set,
                new Action.Run("Timetable", "timetable round=" + fixture.round().id()),
                deed.question() + " " + name + "?",
                deed.question(),
                name + " " + deed.done(),
                Wording.commandLine(signature.path(), arguments));
    }

    private static String why(Deed deed, String name, Request request) {
        return request.argument(Wording.REASON).map(Wording::line).orElse(name + " " + deed.done());
    }
}
