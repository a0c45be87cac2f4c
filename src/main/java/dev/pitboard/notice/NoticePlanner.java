package dev.pitboard.notice;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of the timetable means for what people were and will be told. Pure functions. */
public final class NoticePlanner {
    /** What was over so long ago is history: correcting it tells nobody anything. */
    private static final Duration HISTORY = Duration.ofHours(12);

    /** How long a notice is of use that is about nothing ahead. */
    private static final Duration USEFUL = Duration.ofHours(12);

    private final Timetable before;
    private final Timetable after;
    private final NoticeRules rules;
    private final Instant now;

    private NoticePlanner(Timetable before, Timetable after, NoticeRules rules, Instant now) {
        this.before = before;
        this.after = after;
        this.rules = rules;
        this.now = now;
    }

    /**
     * The consequences of changes of one season.
     *
     * @param before the timetable without them
     * @param after the timetable with them
     * @param leads the lead times in use, by series
     * @param now timetable time
     */
    public static Consequences plan(
            List<Change> changes,
            Timetable before,
            Timetable after,
            Map<String, Set<LeadTime>> leads,
            NoticeRules rules,
            Instant now) {
        return new NoticePlanner(before, after, rules, now).plan(changes, leads);
    }

    private Consequences plan(List<Change> changes, Map<String, Set<LeadTime>> leads) {
        Set<SessionId> touched = new LinkedHashSet<>();
        List<Notice> notices = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.OfSeason _ -> {}
                case Change.OfRound round -> {
                    if (!onlySource(round)) {
                        Stream.concat(sessions(round.before(), before), sessions(round.after(), after))
                                .forEach(touched::add);
                    }
                    ofRound(round).ifPresent(notices::add);
                }
                case Change.OfSession session -> {
                    touched.add(session.id());
                    notices.addAll(new SessionNotices(session.id()).all());
                }
            }
        }
        Map<Start, Optional<Instant>> starts = new HashMap<>();
        for (SessionId id : touched) {
            Stream.concat(starts(before, id), starts(after, id))
                    .forEach(start -> starts.put(start, ReminderPlanner.startOf(after, start)));
        }
        return new Consequences(starts, owed(starts.keySet(), leads), notices, touched);
    }

    /** That somebody looked at the times again is no reason to bring every message of the round up to date. */
    private static boolean onlySource(Change.OfRound change) {
        Round was = change.before();
        Round is = change.after();
        return was != null && is != null && Changes.withSource(was, is.source()).equals(is);
    }

    private static Stream<SessionId> sessions(@Nullable Round bare, Timetable timetable) {
        return bare == null
                ? Stream.empty()
                : timetable.findRound(bare.id()).stream()
                        .flatMap(r -> r.sessions().stream().map(Session::id));
    }

    private static Stream<Start> starts(Timetable timetable, SessionId id) {
        return timetable.findFixture(id).stream().flatMap(f -> ReminderPlanner.starts(f).stream());
    }

    /** What is due already and still of use: nobody was told, or of another instant. */
    private List<Reminder> owed(Set<Start> starts, Map<String, Set<LeadTime>> leads) {
        return starts.stream()
                .sorted()
                .flatMap(start -> leads.getOrDefault(start.session().series(), Set.of()).stream()
                        .flatMap(lead -> ReminderPlanner.plan(after, start, lead).stream()))
                .filter(r -> !r.due().isAfter(now) && r.isOfUse(now))
                .toList();
    }

    /** A round that moved as a whole, has another circuit, does not take place, takes place after all, or is gone. */
    private Optional<Notice> ofRound(Change.OfRound change) {
        Round old = change.before();
        Round round = change.after();
        boolean over = old == null
                || (endOf(old).isBefore(now) && (round == null || endOf(round).isBefore(now)));
        if (old == null || over) {
            return Optional.empty();
        }
        boolean moved = round == null
                || areOthers(old, round)
                || !round.circuit().id().equals(old.circuit().id())
                || isOther(old.status(), round.status());
        if (!moved) {
            return Optional.empty();
        }
        Instant nearest = round == null ? beginOf(old) : earlier(beginOf(old), beginOf(round));
        Instant last = round == null ? endOf(old) : later(endOf(old), endOf(round));
        return Optional.of(new Notice(
                old.id().series(),
                old.id().toString(),
                Notice.ROUND,
                null,
                now,
                later(last, now.plus(USEFUL)),
                nearest.isAfter(now.plus(rules.silentBeyond()))));
    }

    /** Where only one end is another, a session was added or moved, of which its own notice tells. */
    private static boolean areOthers(Round old, Round round) {
        return !round.firstDay().equals(old.firstDay()) && !round.lastDay().equals(old.lastDay());
    }

    private static boolean isOther(Status old, Status status) {
        return status != old && !(status.goesAhead() && old.goesAhead());
    }

    private static Instant beginOf(Round round) {
        return round.firstDay().atStartOfDay(round.circuit().zone()).toInstant();
    }

    private static Instant endOf(Round round) {
        return round.lastDay().plusDays(1).atStartOfDay(round.circuit().zone()).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The notices of one session that changed: its own, else those of its parts. */
    private final class SessionNotices {
        private final @Nullable Fixture old;
        private final @Nullable Fixture current;

        SessionNotices(SessionId id) {
            old = before.findFixture(id).orElse(null);
            current = after.findFixture(id).orElse(null);
        }

        List<Notice> all() {
            if (old == null || !old.round().status().goesAhead()) {
                return List.of();
            }
            if (current == null) {
                // Of a round that is gone or does not take place its own notice tells.
                boolean told = after.findRound(old.round().id())
                        .filter(r -> r.status().goesAhead())
                        .isEmpty();
                return told || !old.session().status().goesAhead() ? List.of() : own(old, null);
            }
            if (!current.round().status().goesAhead()) {
                return List.of();
            }
            return isChanged(old.session(), current.session()) ? own(old, current) : parts(old, current);
        }

        private boolean isChanged(Session was, Session is) {
            if (was.status() != is.status()
                    && !(was.status().goesAhead() && is.status().goesAhead())) {
                return true;
            }
            if (!is.status().goesAhead()) {
                return false;
            }
            return switch (was.time()) {
                case SessionTime.Exact(Instant start, var _) ->
                    !(is.time() instanceof SessionTime.Exact(Instant then, var _))
                            || Duration.between(start, then).abs().compareTo(rules.atLeast()) >= 0;
                case SessionTime.DateOnly day -> is.time() instanceof SessionTime.DateOnly other && !day.equals(other);
                case SessionTime.ToBeConfirmed _ -> false;
            };
        }

        private List<Notice> own(Fixture was, @Nullable Fixture is) {
            Instant at = is == null || !is.takesPlace() ? null : is.session().start();
            return notice(Start.of(was.session().id()), was, instant(was), is == null ? null : instant(is), at).stream()
                    .toList();
        }

        private List<Notice> parts(Fixture was, Fixture is) {
            if (!is.takesPlace() || !was.takesPlace()) {
                return List.of();
            }
            List<Notice> notices = new ArrayList<>();
            for (Start start : ReminderPlanner.starts(was)) {
                Instant then = ReminderPlanner.startOf(before, start).orElse(null);
                Instant at = ReminderPlanner.startOf(after, start).orElse(null);
                boolean moved = start.part() != null
                        && then != null
                        && at != null
                        && Duration.between(then, at).abs().compareTo(rules.atLeast()) >= 0;
                if (moved) {
                    notice(start, was, then, at, at).ifPresent(notices::add);
                }
            }
            return notices;
        }

        private Optional<Notice> notice(
                Start subject, Fixture of, @Nullable Instant then, @Nullable Instant next, @Nullable Instant at) {
            List<Instant> known =
                    Stream.of(then, next).filter(Objects::nonNull).sorted().toList();
            Instant last = known.isEmpty() ? endOf(of.round()) : known.getLast();
            if (last.isBefore(now.minus(HISTORY))) {
                return Optional.empty();
            }
            Instant nearest = known.isEmpty() ? beginOf(of.round()) : known.getFirst();
            boolean past = at != null && !at.isAfter(now);
            return Optional.of(new Notice(
                    subject.session().series(),
                    subject.toString(),
                    of.session().kind().word(),
                    at,
                    now,
                    later(last, now.plus(USEFUL)),
                    past || nearest.isAfter(now.plus(rules.silentBeyond()))));
        }

        /** The start as it is given, also of what does not take place; of a day its end. */
        private static @Nullable Instant instant(Fixture fixture) {
            return switch (fixture.session().time()) {
                case SessionTime.Exact exact -> exact.start();
                case SessionTime.DateOnly(var date) ->
                    date.plusDays(1)
                            .atStartOfDay(fixture.round().circuit().zone())
                            .toInstant();
                case SessionTime.ToBeConfirmed _ -> null;
            };
        }
    }
}
