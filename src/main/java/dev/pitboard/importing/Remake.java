package dev.pitboard.importing;

import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.reading.DraftPart;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sessions of what was read, new ones and those there are with what was read about them. */
final class Remake {
    private final ZoneId zone;

    /** @param zone of the circuit */
    Remake(ZoneId zone) {
        this.zone = zone;
    }

    /** Why no session can be made of it, or null. */
    @Nullable
    String impossible(DraftSession read) {
        if (read.date() == null
                && read.startUtc() == null
                && (read.clock() != null || read.status() == DraftStatus.SCHEDULED)) {
            return "its date is not known";
        }
        return read.clock() != null && start(read) == null
                ? "there is no such time that day in " + (read.zone() == null ? zone : read.zone())
                : null;
    }

    /** The start, in the zone of the printed times, else in that of the circuit. */
    private @Nullable Instant start(DraftSession read) {
        LocalDateTime local = read.start();
        if (read.startUtc() != null || local == null) {
            return read.startUtc();
        }
        ZoneId printed = read.zone();
        return Correction.instant(local, printed == null ? zone : printed);
    }

    /** The day at the circuit, or null where none was read. */
    @Nullable
    LocalDate day(DraftSession read) {
        Instant start = start(read);
        return start == null ? read.date() : LocalDate.ofInstant(start, zone);
    }

    /** The day of a session at the circuit, or null where none is known. */
    static @Nullable LocalDate day(SessionTime time, ZoneId zone) {
        return switch (time) {
            case SessionTime.Exact(Instant start, var _) -> LocalDate.ofInstant(start, zone);
            case SessionTime.DateOnly(LocalDate date) -> date;
            case SessionTime.ToBeConfirmed() -> null;
        };
    }

    private SessionTime time(DraftSession read, @Nullable Duration otherwise) {
        Instant start = start(read);
        if (start != null) {
            Integer minutes = read.minutes();
            return new SessionTime.Exact(start, minutes == null ? otherwise : Duration.ofMinutes(minutes));
        }
        LocalDate date = read.date();
        return date == null ? new SessionTime.ToBeConfirmed() : new SessionTime.DateOnly(date);
    }

    /** A session that is not on the timetable yet. */
    Session made(DraftSession read, RoundId round, String id, String name) {
        return new Session(
                round.session(id),
                read.kind(),
                name,
                time(read, null),
                status(read),
                parts(read),
                List.of(),
                List.of());
    }

    /** A session of the timetable with what was read; what the input does not say stays. */
    Session with(Session known, DraftSession read) {
        Duration length = known.time() instanceof SessionTime.Exact(var _, Duration had) ? had : null;
        SessionTime time = time(read, length);
        boolean saysLess = start(read) == null
                && read.status() != DraftStatus.TBC
                && (read.date() == null || read.date().equals(day(known.time(), zone)));
        if (saysLess) {
            time = known.time();
        }
        List<Part> parts = known.parts().isEmpty() ? parts(read) : moved(known, time);
        return new Session(
                known.id(), known.kind(), known.name(), time, status(read), parts, known.notes(), known.links());
    }

    /** Parts keep their distance from the start of their session. */
    private static List<Part> moved(Session known, SessionTime time) {
        Instant before = known.start();
        Instant after = time instanceof SessionTime.Exact(Instant start, var _) ? start : null;
        if (before != null && before.equals(after)) {
            return known.parts();
        }
        return known.parts().stream()
                .map(p -> new Part(
                        p.id(),
                        p.name(),
                        p.length(),
                        p.start() == null || before == null || after == null
                                ? null
                                : p.start().plus(Duration.between(before, after))))
                .toList();
    }

    /** To be confirmed without a time is what a session without a time says by itself. */
    private Status status(DraftSession read) {
        return switch (read.status()) {
            case SCHEDULED -> Status.SCHEDULED;
            case TBC -> start(read) == null ? Status.SCHEDULED : Status.TENTATIVE;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    private List<Part> parts(DraftSession read) {
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        ZoneId printed = read.zone() == null ? zone : read.zone();
        for (DraftPart part : read.parts()) {
            String id = Answers.word(part.name(), "part");
            LocalDateTime start = part.start();
            Integer minutes = part.minutes();
            if (ids.add(id)) {
                parts.add(new Part(
                        id,
                        part.name(),
                        minutes == null ? null : Duration.ofMinutes(minutes),
                        start == null ? null : Correction.instant(start, printed)));
            }
        }
        return parts;
    }
}
