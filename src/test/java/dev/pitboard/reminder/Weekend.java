package dev.pitboard.reminder;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A made-up race weekend, built session by session, with local times at the track. */
public final class Weekend {
    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    public static final Source SOURCE = new Source("Team press release", null, LocalDate.of(2023, 9, 27));

    private final RoundId id;
    private final String seriesName;
    private final String roundName;
    private final ZoneId zone;
    private final List<Session> sessions = new ArrayList<>();
    private Status status = Status.SCHEDULED;
    private @Nullable Source source;

    private Weekend(RoundId id, String seriesName, String roundName, ZoneId zone) {
        this.id = id;
        this.seriesName = seriesName;
        this.roundName = roundName;
        this.zone = zone;
    }

    /** A weekend of series/year/round, named in words. */
    public static Weekend of(String id, String seriesName, String roundName, ZoneId zone) {
        return new Weekend(RoundId.parse(id), seriesName, roundName, zone);
    }

    /** The timetable of the press release for Barcelona 2023, as far as the tests need it. */
    public static Weekend barcelona() {
        return of("gt4-european/2023/barcelona", "GT4 European Series", "Barcelona", MADRID)
                .session("fp1", SessionKind.PRACTICE, "Free Practice 1", "2023-09-29T11:20", 60)
                .session("fp2", SessionKind.PRACTICE, "Free Practice 2", "2023-09-29T15:40", 60)
                .add(qualifying(null))
                .add(race1(Status.SCHEDULED))
                .session("race-2", SessionKind.RACE, "Race 2", "2023-10-01T11:20", 60);
    }

    /** Qualifying at Barcelona; the start of Q2 was not printed. */
    public static Session qualifying(@Nullable Instant startOfQ2) {
        return new Session(
                RoundId.parse("gt4-european/2023/barcelona").session("qualifying"),
                SessionKind.QUALIFYING,
                "Qualifying 1 & 2",
                new SessionTime.Exact(Instant.parse("2023-09-30T09:25:00Z"), Duration.ofMinutes(40)),
                Status.SCHEDULED,
                List.of(
                        new Part("q1", "Q1", Duration.ofMinutes(20), Instant.parse("2023-09-30T09:25:00Z")),
                        new Part("q2", "Q2", Duration.ofMinutes(20), startOfQ2)),
                List.of(),
                List.of(new Link("Live TV", null)));
    }

    public static Session race1(Status status) {
        return new Session(
                RoundId.parse("gt4-european/2023/barcelona").session("race-1"),
                SessionKind.RACE,
                "Race 1",
                new SessionTime.Exact(Instant.parse("2023-09-30T14:50:00Z"), Duration.ofMinutes(60)),
                status,
                List.of(),
                List.of("Driver change in the middle of the race"),
                List.of(new Link("Live TV", null)));
    }

    /** The session at another start, and an hour long. */
    public static Session at(Session session, Instant start) {
        return session.with(new SessionTime.Exact(start, Duration.ofMinutes(60)));
    }

    /** The season with another version of one of its sessions, which is named by its word alone. */
    public static Season with(Season season, String session, UnaryOperator<Session> change) {
        return Changes.withRounds(
                season,
                season.rounds().stream()
                        .map(r -> Changes.withSessions(
                                r,
                                r.sessions().stream()
                                        .map(s -> s.id().session().equals(session) ? change.apply(s) : s)
                                        .toList()))
                        .toList());
    }

    public Weekend session(String session, SessionKind kind, String name, String local, int minutes) {
        Instant start = LocalDateTime.parse(local).atZone(zone).toInstant();
        return session(session, kind, name, new SessionTime.Exact(start, Duration.ofMinutes(minutes)));
    }

    public Weekend session(String session, SessionKind kind, String name, SessionTime time) {
        return add(
                new Session(id.session(session), kind, name, time, Status.SCHEDULED, List.of(), List.of(), List.of()));
    }

    /** Adds a session, or puts it in the place of the one with its id. */
    public Weekend add(Session session) {
        sessions.removeIf(s -> s.id().equals(session.id()));
        sessions.add(session);
        return this;
    }

    public Weekend status(Status other) {
        this.status = other;
        return this;
    }

    public Weekend source(Source other) {
        this.source = other;
        return this;
    }

    /** A timetable of this weekend and those of other series. */
    public Timetable timetable(Weekend... others) {
        List<Series> series = Stream.concat(Stream.of(this), Arrays.stream(others))
                .map(Weekend::series)
                .toList();
        return new Timetable(series, List.of());
    }

    private Series series() {
        Circuit circuit = new Circuit(
                id.round(),
                "Circuit of " + roundName,
                List.of(),
                "Montmeló",
                "ES",
                zone,
                null,
                4657,
                14,
                List.of(),
                List.of());
        LocalDate day = LocalDate.of(id.year(), 9, 29);
        Round round = new Round(
                id, 6, roundName, circuit, day, day.plusDays(2), status, null, sessions, List.of(), List.of(), source);
        Season season =
                new Season(id.series(), id.year(), SOURCE, List.of(round), List.of(), List.of(), List.of(), null);
        List<SessionKind> kinds =
                sessions.stream().map(Session::kind).distinct().sorted().toList();
        return new Series(id.series(), seriesName, List.of(), kinds, List.of(), null, null, SOURCE, List.of(season));
    }
}
