package dev.pitboard.revision.command;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.sources.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sessions and rounds with something changed by hand. Pure functions. */
final class Rescheduling {
    private static final String BY_HAND = ", changed by hand";

    private Rescheduling() {}

    /** The session at another start, its parts moving along; it then goes ahead. */
    static Session at(Session session, Instant start) {
        Instant old = session.start();
        Duration length = session.time() instanceof SessionTime.Exact exact ? exact.length() : null;
        List<Part> parts = old == null
                ? session.parts()
                : session.parts().stream()
                        .map(p -> p.start() == null
                                ? p
                                : new Part(
                                        p.id(), p.name(), p.length(), p.start().plus(Duration.between(old, start))))
                        .toList();
        return new Session(
                session.id(),
                session.kind(),
                session.name(),
                new SessionTime.Exact(start, length),
                Status.SCHEDULED,
                parts,
                session.notes(),
                session.links());
    }

    /** The session with a note more. */
    static Session with(Session session, String note) {
        List<String> notes = new ArrayList<>(session.notes());
        notes.add(note);
        return new Session(
                session.id(),
                session.kind(),
                session.name(),
                session.time(),
                session.status(),
                session.parts(),
                notes,
                session.links());
    }

    /** What goes ahead in the same round later that day at the circuit, in order. */
    static List<Session> laterThatDay(Fixture fixture) {
        Instant start = fixture.session().start();
        ZoneId zone = fixture.round().circuit().zone();
        if (start == null) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(start, zone);
        return fixture.round().sessions().stream()
                .filter(s -> s.status().goesAhead()
                        && !s.id().equals(fixture.session().id()))
                .filter(s -> s.start() != null && s.start().isAfter(start))
                .filter(s -> LocalDate.ofInstant(Objects.requireNonNull(s.start()), zone)
                        .equals(day))
                .toList();
    }

    /** The season with those sessions in the place of theirs; the round's dates widen where a session leaves them. */
    static Season season(Fixture fixture, List<Session> changed, Instant now) {
        Map<SessionId, Session> byId =
                changed.stream().collect(Collectors.toMap(Session::id, s -> s, (_, last) -> last, LinkedHashMap::new));
        Season season = fixture.season();
        return Changes.withRounds(
                season,
                season.rounds().stream()
                        .map(r -> r.id().equals(fixture.round().id()) ? round(season, r, byId, now) : r)
                        .toList());
    }

    private static Round round(Season season, Round round, Map<SessionId, Session> changed, Instant now) {
        ZoneId zone = round.circuit().zone();
        LocalDate first = round.firstDay();
        LocalDate last = round.lastDay();
        for (Session session : changed.values()) {
            Instant start = session.start();
            if (start != null && session.status().goesAhead()) {
                LocalDate day = LocalDate.ofInstant(start, zone);
                first = day.isBefore(first) ? day : first;
                last = day.isAfter(last) ? day : last;
            }
        }
        return new Round(
                round.id(),
                round.number(),
                round.name(),
                round.circuit(),
                first,
                last,
                round.status(),
                round.gridSize(),
                round.sessions().stream()
                        .map(s -> changed.getOrDefault(s.id(), s))
                        .toList(),
                round.results(),
                round.notes(),
                byHand(Sources.ofTimes(season, round), now));
    }

    /** The source of a round somebody just changed: they knew better at that moment. */
    private static Source byHand(Source source, Instant now) {
        String name = source.name().endsWith(BY_HAND) ? source.name() : source.name() + BY_HAND;
        return new Source(name, source.url(), source.checked(), now);
    }
}
