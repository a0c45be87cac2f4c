package dev.pitboard.motorsport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up seasons with something of everything, and others that differ from them here and there. */
public final class RandomSeasons {
    private static final List<Circuit> CIRCUITS = List.of(
            circuit("barcelona", "Europe/Madrid"),
            circuit("jeddah", "Asia/Riyadh"),
            circuit("portimao", "Europe/Lisbon"));

    private final Random random;

    public RandomSeasons(long seed) {
        this.random = new Random(seed);
    }

    private static Circuit circuit(String id, String zone) {
        return new Circuit(
                id, "Circuit " + id, List.of(id), id, "ES", ZoneId.of(zone), null, null, null, List.of(), List.of());
    }

    /** A season of the series {@code cup} in 2023. */
    public Season season() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            rounds.add(round("round-" + i));
        }
        return facts(rounds);
    }

    private Season facts(List<Round> rounds) {
        return new Season("cup", 2023, source(), rounds, List.of(), List.of(), one(List.of("a note"), List.of()), null);
    }

    /** The same with some things changed, added and gone. */
    public Season changed(Season season) {
        List<Round> rounds = new ArrayList<>();
        for (Round round : season.rounds()) {
            if (random.nextInt(6) > 0) {
                rounds.add(changed(round));
            }
        }
        if (random.nextInt(3) == 0) {
            rounds.add(round("round-" + (4 + random.nextInt(3))));
        }
        return random.nextBoolean() ? Changes.withRounds(season, rounds) : facts(rounds);
    }

    private Round changed(Round round) {
        List<Session> sessions = new ArrayList<>();
        for (Session session : round.sessions()) {
            switch (random.nextInt(5)) {
                case 0 -> sessions.add(session(session.id()));
                case 1 -> {
                    // Gone.
                }
                default -> sessions.add(session);
            }
        }
        if (random.nextInt(3) == 0) {
            sessions.add(session(round.id().session("added-" + random.nextInt(3))));
        }
        return random.nextInt(3) == 0
                ? Changes.withSessions(round(round.id().round()), sessions)
                : Changes.withSessions(round, sessions);
    }

    private Round round(String id) {
        RoundId roundId = new RoundId("cup", 2023, id);
        LocalDate first = LocalDate.of(2023, 9, 1).plusDays(random.nextInt(60));
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            sessions.add(session(roundId.session("session-" + i)));
        }
        return new Round(
                roundId,
                one(1, null),
                one("Home", "Away"),
                CIRCUITS.get(random.nextInt(CIRCUITS.size())),
                first,
                first.plusDays(random.nextInt(3)),
                any(Status.values()),
                one(40, null),
                sessions,
                List.of(),
                one(List.of("dates not confirmed"), List.of()),
                one(source(), null));
    }

    private Session session(SessionId id) {
        Instant start = Instant.parse("2023-09-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(90_000)));
        SessionTime time = switch (random.nextInt(4)) {
            case 0 -> new SessionTime.DateOnly(LocalDate.of(2023, 9, 1 + random.nextInt(30)));
            case 1 -> new SessionTime.ToBeConfirmed();
            default -> new SessionTime.Exact(start, one(Duration.ofMinutes(60), null));
        };
        List<Part> parts = time instanceof SessionTime.Exact && random.nextInt(3) == 0
                ? List.of(
                        new Part("q1", "Q1", Duration.ofMinutes(20), start),
                        new Part("q2", "Q2", one(Duration.ofMinutes(20), null), one(start.plusSeconds(1500), null)))
                : List.of();
        return new Session(
                id,
                any(SessionKind.values()),
                "Session " + random.nextInt(9),
                time,
                any(Status.values()),
                parts,
                one(List.of("Bäckman »drives« first"), List.of()),
                one(List.of(new Link("Live TV", null)), List.of()));
    }

    private <T> T any(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private Source source() {
        return new Source(
                one("Press release", "Timetable"),
                null,
                one(LocalDate.of(2023, 9, 27), null),
                one(Instant.parse("2023-09-27T12:34:56Z"), null));
    }

    private <T extends @Nullable Object> T one(T first, T second) {
        return random.nextBoolean() ? first : second;
    }
}
