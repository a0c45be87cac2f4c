package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.Status;
import dev.pitboard.revision.command.SessionCommand.Deed;
import dev.pitboard.revision.command.SessionCommand.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the {@code /session} commands do. */
final class SessionVerbs {
    static final String TIME = "time";
    static final String AMOUNT = "amount";
    static final String AFTER = "after";
    static final String TEXT = "text";
    static final String NOTE = "note";

    /** A longer delay is a new time. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private static final List<String> ALL_AFTER = List.of("yes", "all", "true", "--all-after", "all-after");

    private SessionVerbs() {}

    /** All, in the order in which help lists them. */
    static List<Verb> all() {
        return List.of(
                new Move(),
                new Delay(),
                new Fate(
                        "cancel", "Say that a session does not take place", Status.CANCELLED, "Cancel", "is cancelled"),
                new Fate(
                        "postpone",
                        "Put a session off without a new time",
                        Status.POSTPONED,
                        "Postpone",
                        "is postponed"),
                new Fate(
                        "restore",
                        "Say that a session goes ahead after all",
                        Status.SCHEDULED,
                        "Restore",
                        "goes ahead"),
                new Note());
    }

    /** {@code /session move}: to another time. */
    private static final class Move implements Verb {
        @Override
        public String word() {
            return "move";
        }

        @Override
        public String description() {
            return "Move a session to another time";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.words(
                    TIME, "When, at the track: 17:10, 5:10 pm, Sun 11:20, +20m", ClockText::looksLikeOne, false));
        }

        @Override
        public Deed deed(Fixture fixture, Request request) {
            String typed = request.argument(TIME)
                    .orElseThrow(() -> new UserError("Say when, at the track, such as 17:10 or +20m."));
            Instant at = switch (ClockText.of(fixture, request.now()).read(typed)) {
                case Reading.Read(Instant read) -> read;
                case Reading.Asks(String question, var answers) ->
                    throw new UserError(
                            Line.of(question),
                            answers.stream()
                                    .<Action>map(a ->
                                            new Action.Run(Wording.label(a.label()), again(fixture, request, a.text())))
                                    .toList());
            };
            Session session = fixture.session();
            if (at.equals(session.start()) && session.status().goesAhead()) {
                throw new UserError(session.name() + " is at that time already.");
            }
            return new Deed(
                    List.of(Rescheduling.at(session, at)),
                    "Move",
                    "is moved",
                    Map.of(TIME, ClockText.text(at, fixture.round().circuit().zone())));
        }

        private static String again(Fixture fixture, Request request, String time) {
            Map<String, String> arguments = new TreeMap<>(request.arguments());
            arguments.remove(Wording.CONFIRM);
            arguments.put(SessionCommand.SESSION, fixture.session().id().toString());
            arguments.put(TIME, time);
            return Wording.commandLine(request.path(), arguments);
        }
    }

    /** {@code /session delay}: by an amount, or until further notice; alone or with what comes after it that day. */
    private static final class Delay implements Verb {
        @Override
        public String word() {
            return "delay";
        }

        @Override
        public String description() {
            return "Say that a session runs late";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.words(
                            AMOUNT,
                            "By how much, such as 15m; without it: no new time yet",
                            Amount::looksLikeOne,
                            true),
                    Parameter.words(
                            AFTER,
                            "yes: everything after it that day moves too",
                            w -> ALL_AFTER.subList(3, ALL_AFTER.size()).contains(w.toLowerCase(Locale.ROOT)),
                            true));
        }

        @Override
        public List<Choice> complete(Parameter parameter, String typed) {
            return Stream.of(parameter.name().equals(AFTER) ? "yes" : "5m,10m,15m,20m,30m,1h")
                    .flatMap(s -> Stream.of(s.split(",", -1)))
                    .filter(s -> s.startsWith(typed.strip()))
                    .map(s -> new Choice(s, s))
                    .toList();
        }

        @Override
        public Deed deed(Fixture fixture, Request request) {
            Session session = fixture.session();
            if (session.status() == Status.CANCELLED || session.status() == Status.POSTPONED) {
                throw new UserError(
                        Line.of(session.name() + " is " + session.status().word() + ", so it can't run late."),
                        List.of(new Action.Run("Restore it", "session restore session=" + session.id())));
            }
            Optional<Duration> by =
                    request.argument(AMOUNT).map(a -> Amount.parse(a.replaceFirst("^\\+\\s*", ""), LONGEST_DELAY));
            boolean after = request.argument(AFTER).filter(Delay::meansAll).isPresent();
            if (by.isPresent() && session.start() == null) {
                throw new UserError("The time of " + session.name()
                        + " is not known, so it can't be delayed by an amount. Move it to its time instead.");
            }
            if (by.isEmpty() && session.status() == Status.DELAYED && !after) {
                throw new UserError(session.name() + " is delayed without a new time already.");
            }
            List<Session> late = new ArrayList<>(List.of(session));
            if (after) {
                late.addAll(Rescheduling.laterThatDay(fixture));
            }
            Map<String, String> arguments = new TreeMap<>();
            by.ifPresent(b -> arguments.put(AMOUNT, Amount.text(b)));
            if (after) {
                arguments.put(AFTER, "yes");
            }
            String done = by.map(b -> "is delayed by " + Amount.text(b)).orElse("is delayed, with no new time yet");
            return new Deed(
                    late.stream().map(s -> later(s, by)).toList(),
                    "Delay",
                    after && late.size() > 1 ? done + ", and all after it that day" : done,
                    arguments);
        }

        private static boolean meansAll(String typed) {
            String word = typed.toLowerCase(Locale.ROOT);
            if (!ALL_AFTER.contains(word) && !word.equals("no")) {
                throw new UserError("Say after=yes for everything after it that day, or leave it out.");
            }
            return !word.equals("no");
        }

        private static Session later(Session session, Optional<Duration> by) {
            Instant start = session.start();
            return by.isPresent() && start != null
                    ? Rescheduling.at(session, start.plus(by.get()))
                    : session.with(Status.DELAYED);
        }
    }

    /** {@code /session cancel}, {@code postpone} and {@code restore}. */
    private record Fate(String word, String description, Status status, String question, String done) implements Verb {
        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Deed deed(Fixture fixture, Request request) {
            Session session = fixture.session();
            if (session.status() == status) {
                throw new UserError(session.name() + " " + done + " already.");
            }
            return new Deed(List.of(session.with(status)), question, done, Map.of());
        }
    }

    /** {@code /session note}: a line more on its cards. */
    private static final class Note implements Verb {
        @Override
        public String word() {
            return NOTE;
        }

        @Override
        public String description() {
            return "Put a note on a session's cards; nobody is told";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Wording.text(TEXT, "The note, such as: wet race declared"));
        }

        @Override
        public Deed deed(Fixture fixture, Request request) {
            String text = Wording.line(request.argument(TEXT)
                    .orElseThrow(() -> new UserError("Say what the note is, after the session.")));
            if (fixture.session().notes().contains(text)) {
                throw new UserError(fixture.session().name() + " has that note already.");
            }
            return new Deed(
                    List.of(Rescheduling.with(fixture.session(), text)),
                    "Add a note to",
                    "has a note",
                    Map.of(TEXT, text));
        }
    }
}
