package dev.pitboard.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The planner against an oracle that knows only what it was told about each session, and finds by walking through time,
 * minute by minute, what is due. To repeat a failure run it with {@code -Dpitboard.seed=} and the number it names.
 */
class ReminderPlannerOracleTest {
    private static final int TIMETABLES = 100;
    private static final Instant BEGIN = Instant.parse("2023-03-01T00:00:00Z");
    private static final int DAYS = 3;
    private static final List<String> SERIES = List.of("alpha", "beta", "gamma");
    private static final List<SessionKind> KINDS = List.of(SessionKind.values());
    private static final int[] LEADS = {0, 1, 5, 10, 30, 60, 90, 1440, 2880, 20160};

    /** Something that was put into a timetable, in the oracle's own words. */
    private record Fact(
            String series,
            String start,
            SessionKind kind,
            boolean happens,
            @Nullable Instant at,
            @Nullable Instant end) {}

    @Test
    void plansWhatAWalkThroughTimeFinds() {
        long first = Long.getLong("pitboard.seed", 20230929L);
        for (long seed = first; seed < first + TIMETABLES; seed++) {
            World world = new World(seed);
            assertEquals(world.walked(), world.planned(), "seed " + seed);
        }
    }

    @Test
    void asksAboutOneStartAsAboutAll() {
        for (long seed = 1; seed <= TIMETABLES; seed++) {
            World world = new World(seed);
            List<Reminder> all = ReminderPlanner.plan(world.timetable, world.leads);
            for (Reminder one : all) {
                String where = "seed " + seed + ", " + one;
                assertEquals(
                        one,
                        ReminderPlanner.plan(world.timetable, one.start(), one.lead())
                                .orElseThrow(),
                        where);
                assertEquals(
                        one.at(),
                        ReminderPlanner.startOf(world.timetable, one.start()).orElseThrow(),
                        where);
            }
            for (Fact fact : world.facts) {
                boolean known = ReminderPlanner.startOf(world.timetable, Start.parse(fact.start()))
                        .isPresent();
                assertEquals(fact.happens() && fact.at() != null, known, "seed " + seed + ", " + fact);
            }
        }
    }

    @Test
    void keepsItsOrderAndNeverExpiresBeforeDue() {
        for (long seed = 1; seed <= TIMETABLES; seed++) {
            World world = new World(seed);
            List<Reminder> plan = ReminderPlanner.plan(world.timetable, world.leads);
            for (int i = 0; i < plan.size(); i++) {
                Reminder one = plan.get(i);
                assertTrue(one.expires().isAfter(one.due()), "seed " + seed + ", " + one);
                assertTrue(i == 0 || !one.due().isBefore(plan.get(i - 1).due()), "seed " + seed + ", " + one);
            }
            assertEquals(plan.size(), new HashSet<>(plan).size(), "seed " + seed);
            assertEquals(plan, ReminderPlanner.plan(world.shuffled(), world.leads), "seed " + seed);
        }
    }

    /** A random timetable together with what was decided about it. */
    private static final class World {
        private final Random random;
        private final List<Fact> facts = new ArrayList<>();
        private final Map<String, Set<LeadTime>> leads = new HashMap<>();
        private final Map<String, List<Session>> sessions = new HashMap<>();
        private final Map<String, Status> rounds = new HashMap<>();
        private final Timetable timetable;

        World(long seed) {
            this.random = new Random(seed);
            for (String series : SERIES) {
                rounds.put(series, status());
                sessions.put(series, new ArrayList<>());
                int count = random.nextInt(6);
                for (int i = 0; i < count; i++) {
                    addSession(series, i);
                }
                if (random.nextInt(4) > 0) {
                    Set<LeadTime> wanted = new TreeSet<>();
                    int most = random.nextInt(LeadTime.MOST + 1);
                    for (int i = 0; i < most; i++) {
                        wanted.add(LeadTime.ofMinutes(LEADS[random.nextInt(LEADS.length)]));
                    }
                    leads.put(series, wanted);
                }
            }
            this.timetable = built(sessions);
        }

        Timetable shuffled() {
            Map<String, List<Session>> other = new HashMap<>();
            sessions.forEach((series, list) -> {
                List<Session> mixed = new ArrayList<>(list);
                Collections.shuffle(mixed, random);
                other.put(series, mixed);
            });
            return built(other);
        }

        Set<String> planned() {
            Set<String> lines = new TreeSet<>();
            ReminderPlanner.plan(timetable, leads)
                    .forEach(r -> lines.add(r.due() + " " + r.start() + " " + r.kind() + " " + r.lead() + " at "
                            + r.at() + " until " + r.expires()));
            return lines;
        }

        /** Looks at each minute whether anything starts one of the wanted lead times later. */
        Set<String> walked() {
            Map<Instant, List<Fact>> starting = new HashMap<>();
            BitSet busy = new BitSet();
            Instant dawn = BEGIN.minus(LeadTime.LONGEST);
            facts.stream().filter(f -> f.happens() && f.at() != null).forEach(f -> {
                starting.computeIfAbsent(f.at(), _ -> new ArrayList<>()).add(f);
                busy.set((int) Duration.between(dawn, f.at()).toMinutes());
            });
            Set<String> lines = new TreeSet<>();
            for (int minute = 0; minute < busy.length(); minute++) {
                for (int lead : LEADS) {
                    if (busy.get(minute + lead)) {
                        Instant due = dawn.plus(Duration.ofMinutes(minute));
                        Instant start = due.plus(Duration.ofMinutes(lead));
                        starting.getOrDefault(start, List.of()).stream()
                                .filter(f ->
                                        leads.getOrDefault(f.series(), Set.of()).contains(LeadTime.ofMinutes(lead)))
                                .forEach(f -> lines.add(due + " " + f.start() + " " + f.kind() + " "
                                        + LeadTime.ofMinutes(lead) + " at " + start + " until " + useful(f, lead)));
                    }
                }
            }
            return lines;
        }

        /** Seconds are counted until it is of no use: a start ahead until it starts, a start now for ten minutes or till the end. */
        private static Instant useful(Fact fact, long lead) {
            Instant until = fact.at() == null ? Instant.MAX : fact.at();
            if (lead == 0) {
                for (int second = 0; second < 600 && (second == 0 || !until.equals(fact.end())); second++) {
                    until = until.plusSeconds(1);
                }
            }
            return until;
        }

        private void addSession(String series, int number) {
            SessionKind kind = KINDS.get(random.nextInt(KINDS.size()));
            Status status = status();
            boolean happens = status == Status.SCHEDULED && rounds.get(series) == Status.SCHEDULED;
            Instant start = BEGIN.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
            @Nullable Duration length = random.nextBoolean() ? null : Duration.ofMinutes(1 + random.nextInt(90));
            int form = random.nextInt(6);
            SessionTime time = form == 0
                    ? new SessionTime.DateOnly(LocalDate.of(2023, 3, 1))
                    : form == 1 ? new SessionTime.ToBeConfirmed() : new SessionTime.Exact(start, length);
            boolean exact = form > 1;
            String id = series + "/2023/round/s" + number;
            Instant end = length == null ? null : start.plus(length);
            facts.add(new Fact(series, id, kind, happens, exact ? start : null, end));
            List<Part> parts = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                parts.add(part(series, id, i, kind, happens && exact, start, end));
            }
            sessions.getOrDefault(series, new ArrayList<>())
                    .add(new Session(
                            RoundId.parse(series + "/2023/round").session("s" + number),
                            kind,
                            "Session " + number,
                            time,
                            status,
                            parts,
                            List.of(),
                            List.of()));
        }

        private Part part(
                String series,
                String session,
                int i,
                SessionKind kind,
                boolean happens,
                Instant start,
                @Nullable Instant end) {
            @Nullable Duration length = random.nextBoolean() ? null : Duration.ofMinutes(1 + random.nextInt(30));
            @Nullable
            Instant at = random.nextInt(3) == 0
                    ? null
                    : start.plus(Duration.ofMinutes(random.nextInt(5) == 0 ? 0 : random.nextInt(120) - 10));
            boolean later = at != null && at.isAfter(start);
            @Nullable Instant until = at == null ? null : length == null ? end : at.plus(length);
            facts.add(new Fact(series, session + "#p" + i, kind, happens && later, later ? at : null, until));
            return new Part("p" + i, "P" + i, length, at);
        }

        private Status status() {
            return switch (random.nextInt(8)) {
                case 0 -> Status.CANCELLED;
                case 1 -> Status.POSTPONED;
                default -> Status.SCHEDULED;
            };
        }

        private Timetable built(Map<String, List<Session>> of) {
            List<Weekend> weekends = new ArrayList<>();
            for (String series : SERIES) {
                Weekend weekend = Weekend.of(series + "/2023/round", series, "Round", ZoneId.of("Europe/Rome"))
                        .status(rounds.getOrDefault(series, Status.SCHEDULED));
                of.getOrDefault(series, List.of()).forEach(weekend::add);
                weekends.add(weekend);
            }
            return weekends.getFirst().timetable(weekends.get(1), weekends.get(2));
        }
    }
}
