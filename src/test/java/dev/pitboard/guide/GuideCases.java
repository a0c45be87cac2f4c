package dev.pitboard.guide;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Caller;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.seasons.SeasonFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The guide's answers in the states that matter, from the shipped season files, for the golden tests of every platform. */
public final class GuideCases {
    /** Where the reader is: an hour behind the tracks of 2023, so that the two times differ. */
    public static final ZoneId READER = ZoneId.of("Europe/London");

    private static final Timetable SHIPPED =
            Objects.requireNonNull(SeasonFiles.read(Path.of("config")).timetable());

    private GuideCases() {}

    /**
     * One answer.
     *
     * @param name the golden file's name
     * @param now timetable time at which it is asked
     */
    public record Case(String name, Instant now, Function<Platform, Card> answer) {
        /** The answer for a platform: cards differ only where commands are spelled. */
        public Card card(Platform platform) {
            return answer.apply(platform);
        }

        /** Fixed at {@link #now}, times as text for a reader in London. */
        public Presentation presentation() {
            return new Presentation(false, READER, InstantSource.fixed(now));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All cases, for {@code @MethodSource("dev.pitboard.guide.GuideCases#all")}. */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(nextSession());
        cases.addAll(weekends());
        cases.addAll(drivers());
        cases.addAll(others());
        cases.addAll(mistakes());
        return cases;
    }

    /** The guide's commands over a timetable, in the order of help. */
    public static Router router(Timetable timetable) {
        List<ChatCommand> commands = new ArrayList<>();
        List<Signature> signatures = new ArrayList<>();
        commands.add(new NextSession(() -> timetable));
        commands.add(new WeekendTimetable(() -> timetable));
        commands.add(new Calendar(() -> timetable));
        commands.add(new Track(() -> timetable));
        commands.add(new Drivers(() -> timetable));
        commands.add(new PointsCommand(() -> timetable));
        commands.add(new Help(() -> timetable, () -> signatures));
        commands.add(new Privacy());
        commands.stream().map(ChatCommand::signature).forEach(signatures::add);
        signatures.addAll(REMINDERS);
        return new Router(commands);
    }

    /** The season files in the repository. */
    public static Timetable shipped() {
        return SHIPPED;
    }

    private static List<Case> nextSession() {
        return List.of(
                asked("next-session-before-weekend", "2023-09-27T12:00", "next-session"),
                asked("next-session-on-now", "2023-09-29T11:40", "next-session"),
                asked("next-session-parts", "2023-09-30T10:25", "next-session"),
                asked("next-session-last-race", "2023-10-01T11:50", "next-session"),
                asked("next-session-season-over", "2023-10-01T13:00", "next-session"),
                asked("next-session-before-season", "2023-01-10T12:00", "next-session"),
                asked("next-session-dates-only", "2023-07-20T12:00", "next-session gt4"),
                asked("next-session-weekend-without-times", "2023-07-15T12:00", "next-session"),
                asked("next-session-no-next-season", "2026-11-20T12:00", "next-session"),
                with("next-session-both-on", "2023-09-30T17:10", "next-session", Paddock.twoSeries(SHIPPED)),
                with(
                        "next-session-round-postponed",
                        "2023-09-27T12:00",
                        "next-session",
                        Paddock.withStatus(SHIPPED, Status.POSTPONED)),
                asked("next-session-nothing-after", "2026-04-12T17:00", "next-session"),
                asked("next-session-length-unknown", "2026-04-12T11:10", "next-session"),
                with("next-session-together", "2023-09-30T14:00", "next-session", Paddock.twoSeries(SHIPPED)),
                with(
                        "next-session-delayed",
                        "2023-09-30T19:30",
                        "next-session",
                        Paddock.raceIs(SHIPPED, Status.DELAYED)),
                with(
                        "next-session-tentative",
                        "2023-09-30T14:00",
                        "next-session",
                        Paddock.raceIs(SHIPPED, Status.TENTATIVE)),
                with("next-session-cancelled", "2023-09-30T14:00", "next-session", Paddock.raceCancelled(SHIPPED)));
    }

    private static List<Case> weekends() {
        return List.of(
                asked("timetable", "2023-09-29T13:00", "timetable"),
                asked("timetable-dates-only", "2023-01-10T12:00", "timetable round 5"),
                asked("timetable-over", "2023-12-01T12:00", "timetable barcelona 2023"),
                asked("timetable-open-times", "2024-11-01T12:00", "timetable jeddah"),
                asked("timetable-round-cancelled", "2023-10-10T12:00", "timetable vallelunga"),
                with("timetable-session-cancelled", "2023-09-30T14:00", "timetable", Paddock.raceCancelled(SHIPPED)),
                with("timetable-delayed", "2023-09-30T17:30", "timetable", Paddock.raceIs(SHIPPED, Status.DELAYED)),
                with("timetable-tentative", "2023-09-30T14:00", "timetable", Paddock.raceIs(SHIPPED, Status.TENTATIVE)),
                with(
                        "calendar-tentative",
                        "2023-09-27T12:00",
                        "calendar",
                        Paddock.withStatus(SHIPPED, Status.TENTATIVE)),
                asked("calendar", "2023-09-27T12:00", "calendar"),
                asked("calendar-over", "2026-11-20T12:00", "calendar 2023"),
                asked("calendar-next-year", "2023-09-27T12:00", "calendar 2024"),
                asked("track", "2023-09-27T12:00", "track"),
                asked("track-by-name", "2023-09-27T12:00", "track catalunya"),
                asked("track-by-round", "2023-09-27T12:00", "track round 3"));
    }

    private static List<Case> drivers() {
        return List.of(
                asked("drivers", "2023-09-27T12:00", "drivers"),
                asked("drivers-one", "2023-10-02T12:00", "drivers backman"),
                asked("drivers-results", "2023-10-02T12:00", "drivers #2"),
                asked("drivers-several", "2023-09-27T12:00", "drivers porsche"),
                asked("drivers-other-season", "2026-05-01T12:00", "drivers #19"));
    }

    private static List<Case> others() {
        return List.of(
                with("help-two-series", "2023-09-27T12:00", "help", Paddock.twoSeries(SHIPPED)),
                asked("points", "2023-09-27T12:00", "points"),
                asked("help", "2023-09-27T12:00", "help"),
                asked("privacy", "2023-09-27T12:00", "privacy"),
                new Case("greeting", at("2023-09-27T12:00"), p -> new Help(() -> SHIPPED, List::of).greeting(p)));
    }

    private static List<Case> mistakes() {
        return List.of(
                asked("mistake-command", "2023-09-27T12:00", "nextsesion"),
                asked("mistake-round", "2023-09-27T12:00", "timetable barcelna"),
                asked("mistake-round-number", "2023-09-27T12:00", "timetable round 9"),
                asked("mistake-season", "2023-09-27T12:00", "calendar 2019"),
                asked("mistake-series", "2023-09-27T12:00", "next-session formula one"),
                asked("mistake-driver", "2023-09-27T12:00", "drivers bekman"),
                asked("mistake-track", "2023-09-27T12:00", "track italy"));
    }

    /** The answer to a typed line on a timetable, as {@link Router} gives it. */
    public static Card answer(String line, Timetable timetable, Platform platform, Instant now) {
        Router router = router(timetable);
        try {
            CommandLine parsed = router.parse(line, platform);
            ChatRef chat = ChatRef.of(platform, "1");
            return router.answer(new Request(new Visitor(), chat, "1", parsed.path(), parsed.arguments(), now))
                    .card();
        } catch (UserError mistake) {
            return Router.mistake(mistake).card();
        }
    }

    private static Case asked(String name, String localTime, String line) {
        return with(name, localTime, line, SHIPPED);
    }

    private static Case with(String name, String localTime, String line, Timetable timetable) {
        Instant now = at(localTime);
        return new Case(name, now, platform -> answer(line, timetable, platform, now));
    }

    /** On the clock at Barcelona. */
    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZoneId.of("Europe/Madrid")).toInstant();
    }

    private record Visitor() implements Caller {
        @Override
        public String id() {
            return "1";
        }

        @Override
        public boolean mayManage() {
            return false;
        }
    }

    private static final List<Signature> REMINDERS = List.of(
            reminders("on", "Turn reminders on, or change them", Signature.Access.MANAGERS),
            reminders("off", "Turn reminders off and keep the settings", Signature.Access.MANAGERS),
            reminders("list", "What this chat is reminded of", Signature.Access.EVERYONE));

    private static Signature reminders(String word, String description, Signature.Access access) {
        List<Parameter> parameters = word.equals("on")
                ? List.of(
                        Parameter.words("before", "How early, such as 1h,10m", _ -> false, false),
                        Parameter.role("role", "Whom to ping"))
                : List.of();
        return new Signature(
                List.of("reminders", word),
                description,
                parameters,
                access,
                Signature.Audience.PRIVATE,
                Signature.Work.SLOW);
    }
}
