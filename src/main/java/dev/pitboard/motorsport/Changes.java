package dev.pitboard.motorsport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a season, and how one becomes the other. Pure functions. */
public final class Changes {
    private Changes() {}

    /** A season that is not what the changes were made for. */
    public static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Change change;

        Contradiction(Change change) {
            super("the season is not as it was before " + change);
            this.change = change;
        }

        /** The first change that does not fit. */
        public Change change() {
            return change;
        }
    }

    /**
     * The season with its rounds and sessions in the order of their dates, then of the weekend, so that two versions with the
     * same facts are equal.
     */
    public static Season inOrder(Season season) {
        return withRounds(
                season,
                season.rounds().stream()
                        .map(r -> withSessions(r, sorted(r)))
                        .sorted(Comparator.comparing(Round::firstDay)
                                .thenComparing(Round::lastDay)
                                .thenComparing(Round::id))
                        .toList());
    }

    private static List<Session> sorted(Round round) {
        return round.sessions().stream()
                .sorted(Comparator.comparing((Session s) -> day(s, round))
                        .thenComparing(s -> Objects.requireNonNullElse(s.start(), Instant.MAX))
                        .thenComparing(Session::kind)
                        .thenComparing(Session::id))
                .toList();
    }

    private static LocalDate day(Session session, Round round) {
        return switch (session.time()) {
            case SessionTime.Exact exact ->
                LocalDate.ofInstant(exact.start(), round.circuit().zone());
            case SessionTime.DateOnly(LocalDate date) -> date;
            case SessionTime.ToBeConfirmed() -> LocalDate.MAX;
        };
    }

    /** All differences; of a season that is not there every part is new or gone. Circuits are compared by their ids. */
    public static List<Change> between(@Nullable Season before, @Nullable Season after) {
        List<Change> changes = new ArrayList<>();
        Season bareBefore = before == null ? null : withRounds(before, List.of());
        Season bareAfter = after == null ? null : withRounds(after, List.of());
        if (!Objects.equals(bareBefore, bareAfter)) {
            changes.add(new Change.OfSeason(bareBefore, bareAfter));
        }
        Map<RoundId, Round> oldRounds = rounds(before);
        Map<RoundId, Round> newRounds = rounds(after);
        keys(oldRounds, newRounds).forEach(id -> {
            Round old = bare(oldRounds.get(id));
            Round now = bare(newRounds.get(id));
            if (!same(old, now)) {
                changes.add(new Change.OfRound(old, now));
            }
        });
        Map<SessionId, Session> oldSessions = sessions(oldRounds);
        Map<SessionId, Session> newSessions = sessions(newRounds);
        keys(oldSessions, newSessions).forEach(id -> {
            Session old = oldSessions.get(id);
            Session now = newSessions.get(id);
            if (!Objects.equals(old, now)) {
                changes.add(new Change.OfSession(old, now));
            }
        });
        return changes;
    }

    /**
     * The season after the changes, in order; null where they take it away.
     *
     * @param season null where there is none yet
     * @throws Contradiction when something is not as a change says it was before
     */
    public static @Nullable Season apply(@Nullable Season season, List<Change> changes) throws Contradiction {
        Season facts = season == null ? null : withRounds(season, List.of());
        Map<RoundId, Round> rounds = rounds(season);
        Map<SessionId, Session> sessions = sessions(rounds);
        rounds.replaceAll((_, round) -> withSessions(round, List.of()));
        for (Change change : changes) {
            switch (change) {
                case Change.OfSeason(var before, var after) -> {
                    demand(Objects.equals(facts, before), change);
                    facts = after;
                }
                case Change.OfRound round -> {
                    demand(same(rounds.get(round.id()), round.before()), change);
                    put(rounds, round.id(), round.after());
                }
                case Change.OfSession session -> {
                    demand(Objects.equals(sessions.get(session.id()), session.before()), change);
                    put(sessions, session.id(), session.after());
                }
            }
        }
        return facts == null ? null : together(facts, rounds, sessions);
    }

    private static void demand(boolean fits, Change change) throws Contradiction {
        if (!fits) {
            throw new Contradiction(change);
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** Sessions of a round that is gone are gone with it. */
    private static Season together(Season facts, Map<RoundId, Round> rounds, Map<SessionId, Session> sessions) {
        List<Round> whole = rounds.values().stream()
                .map(round -> withSessions(
                        round,
                        sessions.values().stream()
                                .filter(s -> s.id().roundId().equals(round.id()))
                                .toList()))
                .toList();
        return inOrder(withRounds(facts, whole));
    }

    /** The season with other rounds. */
    public static Season withRounds(Season season, List<Round> rounds) {
        return new Season(
                season.seriesId(),
                season.year(),
                season.source(),
                rounds,
                season.entries(),
                season.champions(),
                season.notes(),
                season.entriesSource());
    }

    /** The round with other sessions. */
    public static Round withSessions(Round round, List<Session> sessions) {
        return new Round(
                round.id(),
                round.number(),
                round.name(),
                round.circuit(),
                round.firstDay(),
                round.lastDay(),
                round.status(),
                round.gridSize(),
                sessions,
                round.results(),
                round.notes(),
                round.source());
    }

    private static @Nullable Round bare(@Nullable Round round) {
        return round == null ? null : withSessions(round, List.of());
    }

    /** A circuit's own facts are no fact of a round. */
    private static boolean same(@Nullable Round one, @Nullable Round other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.circuit().id().equals(other.circuit().id()) && one.equals(withCircuit(other, one.circuit()));
    }

    /** The round at another circuit. */
    public static Round withCircuit(Round round, Circuit circuit) {
        return new Round(
                round.id(),
                round.number(),
                round.name(),
                circuit,
                round.firstDay(),
                round.lastDay(),
                round.status(),
                round.gridSize(),
                round.sessions(),
                round.results(),
                round.notes(),
                round.source());
    }

    /** The round with another source of its times, null for its season's. */
    public static Round withSource(Round round, @Nullable Source source) {
        return new Round(
                round.id(),
                round.number(),
                round.name(),
                round.circuit(),
                round.firstDay(),
                round.lastDay(),
                round.status(),
                round.gridSize(),
                round.sessions(),
                round.results(),
                round.notes(),
                source);
    }

    private static SequencedMap<RoundId, Round> rounds(@Nullable Season season) {
        SequencedMap<RoundId, Round> rounds = new LinkedHashMap<>();
        if (season != null) {
            season.rounds().forEach(r -> rounds.put(r.id(), r));
        }
        return rounds;
    }

    private static SequencedMap<SessionId, Session> sessions(Map<RoundId, Round> rounds) {
        SequencedMap<SessionId, Session> sessions = new LinkedHashMap<>();
        rounds.values().forEach(r -> r.sessions().forEach(s -> sessions.put(s.id(), s)));
        return sessions;
    }

    private static <K> List<K> keys(Map<K, ?> before, Map<K, ?> after) {
        List<K> keys = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(k -> !before.containsKey(k)).forEach(keys::add);
        return keys;
    }
}
