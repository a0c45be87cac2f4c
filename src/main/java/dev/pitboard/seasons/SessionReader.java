package dev.pitboard.seasons;

import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.seasons.SeasonFile.PartFile;
import dev.pitboard.seasons.SeasonFile.SessionFile;
import dev.pitboard.seasons.Starts.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the sessions of one round. */
final class SessionReader {
    /** Longer than any endurance race, short enough to catch a slip of the keyboard. */
    private static final int MOST_MINUTES = 48 * 60;

    private final RoundId round;
    private final Days.@Nullable Range days;
    private final @Nullable ZoneId zone;
    private final List<SessionKind> kinds;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    /**
     * @param days the round's days, null where they are wrong themselves
     * @param zone the track's zone, null where the circuit is unknown: then no start can be checked
     * @param kinds those the series runs; empty where they are not known
     */
    SessionReader(RoundId round, Days.@Nullable Range days, @Nullable ZoneId zone, List<SessionKind> kinds) {
        this.round = round;
        this.days = days;
        this.zone = zone;
        this.kinds = kinds;
    }

    /** The session, or null when something in it is wrong. */
    @Nullable
    Session read(SessionFile file, At at) {
        String id = Words.id(file.id(), ids, at.key("id"));
        String name = name(file.name(), at.key("name"));
        SessionKind kind = kind(file.kind(), at.key("kind"));
        Integer minutes = minutes(file.minutes(), at.key("minutes"));
        Status status = Words.status(file.status(), at.key("status"));
        Start start = start(file, at);
        Duration length = minutes == null ? null : Duration.ofMinutes(minutes);
        SessionTime time = time(file, start, length, at);
        List<Part> parts = parts(file, start, length, at.key("parts"));
        var links = Words.links(file.links(), at.key("links"));
        if (id == null || name == null || kind == null || time == null) {
            return null;
        }
        return new Session(round.session(id), kind, name, time, status, parts, Words.list(file.notes()), links);
    }

    private @Nullable String name(@Nullable String text, At at) {
        String name = Words.name(text, at);
        Integer first = name == null ? null : names.putIfAbsent(name, at.line());
        if (first != null) {
            at.error("the name \"" + name + "\" is already used on line " + first);
        }
        return name;
    }

    private @Nullable SessionKind kind(@Nullable String word, At at) {
        SessionKind kind = Words.kind(word, at);
        if (kind != null && !kinds.isEmpty() && !kinds.contains(kind)) {
            List<String> known = kinds.stream().map(SessionKind::word).toList();
            at.error(
                    "\"" + kind.word() + "\" is not among the kinds in series.yaml (" + String.join(", ", known) + ")");
        }
        return kind;
    }

    private static @Nullable Integer minutes(@Nullable Integer minutes, At at) {
        return Words.within(minutes, 1, MOST_MINUTES, "a length in minutes", at);
    }

    private @Nullable Start start(SessionFile file, At at) {
        if (file.start() == null || zone == null) {
            return null;
        }
        Start start = Starts.full(file.start(), zone, at.key("start"));
        if (start != null) {
            inRound(start.local().toLocalDate(), at.key("start"));
        }
        return start;
    }

    private void inRound(LocalDate day, At at) {
        if (days != null && !days.contains(day)) {
            at.error(day + " is outside the round's dates " + days);
        }
    }

    /** Null where a start or date is written but wrong. */
    private @Nullable SessionTime time(SessionFile file, @Nullable Start start, @Nullable Duration length, At at) {
        if (file.start() != null && file.date() != null) {
            at.key("date").error("leave \"date\" out where there is a \"start\"");
        }
        if (file.start() != null) {
            return start == null ? null : new SessionTime.Exact(start.instant(), length);
        }
        if (length != null) {
            at.key("minutes").error("a length needs a \"start\"; put it into \"notes\" until the start is known");
        }
        if (file.date() == null) {
            return new SessionTime.ToBeConfirmed();
        }
        LocalDate date = Days.day(file.date(), at.key("date"));
        if (date == null) {
            return null;
        }
        inRound(date, at.key("date"));
        return new SessionTime.DateOnly(date);
    }

    private List<Part> parts(SessionFile file, @Nullable Start start, @Nullable Duration length, At at) {
        Map<String, Integer> seen = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        Instant end = start == null || length == null ? null : start.instant().plus(length);
        Part before = null;
        long sum = 0;
        for (int i = 0; file.parts() != null && i < file.parts().size(); i++) {
            PartFile one = file.parts().get(i);
            Part part = one == null ? null : part(one, start, end, file.start() != null, seen, at.index(i));
            if (part != null) {
                follows(before, part, at.index(i));
                before = part.start() == null ? before : part;
                sum += part.length() == null ? 0 : part.length().toMinutes();
                parts.add(part);
            }
        }
        if (length != null && sum > length.toMinutes()) {
            at.error("the parts take " + sum + " minutes together, the session only " + length.toMinutes());
        }
        return parts;
    }

    private @Nullable Part part(
            PartFile file,
            @Nullable Start session,
            @Nullable Instant end,
            boolean sessionHasStart,
            Map<String, Integer> seen,
            At at) {
        String name = Words.name(file.name(), at.key("name"));
        String word = file.id() != null || name == null ? file.id() : Words.slug(name);
        if (word == null && name != null) {
            at.error("no id can be made of the name \"" + name + "\": give an \"id\"");
        }
        String id = Words.id(word, seen, file.id() == null ? at.key("name") : at.key("id"));
        Integer minutes = minutes(file.minutes(), at.key("minutes"));
        Instant start = partStart(file, session, end, sessionHasStart, at.key("start"));
        if (id == null || name == null) {
            return null;
        }
        Duration length = minutes == null ? null : Duration.ofMinutes(minutes);
        if (start != null && length != null && end != null && start.plus(length).isAfter(end)) {
            at.error("ends after its session");
        }
        return new Part(id, name, length, start);
    }

    private @Nullable Instant partStart(
            PartFile file, @Nullable Start session, @Nullable Instant end, boolean sessionHasStart, At at) {
        if (file.start() == null || zone == null) {
            return null;
        }
        if (session == null) {
            if (!sessionHasStart) {
                at.error("a part can only have a start when its session has one");
            }
            return null;
        }
        Start start = Starts.part(file.start(), session, end, zone, at);
        if (start == null) {
            return null;
        }
        if (start.instant().isBefore(session.instant())) {
            at.error("starts before its session");
        } else if (end != null && !start.instant().isBefore(end)) {
            at.error("starts after its session has ended");
        }
        return start.instant();
    }

    private static void follows(@Nullable Part before, Part part, At at) {
        if (before == null || before.start() == null || part.start() == null) {
            return;
        }
        Instant earliest =
                before.length() == null ? before.start() : before.start().plus(before.length());
        if (part.start().isBefore(earliest)) {
            at.key("start").error("starts before \"" + before.name() + "\" is over");
        }
    }
}
