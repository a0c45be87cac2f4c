package dev.pitboard.motorsport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One practice, qualifying, race or other item of a round's timetable. */
public record Session(
        SessionId id,
        SessionKind kind,
        String name,
        SessionTime time,
        Status status,
        List<Part> parts,
        List<String> notes,
        List<Link> links) {
    public Session {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        links = List.copyOf(links);
    }

    /** The start, or null where none is known; whether the session still takes place is {@link #status}. */
    public @Nullable Instant start() {
        return time instanceof SessionTime.Exact exact ? exact.start() : null;
    }

    /** The end, or null where start or length is unknown. */
    public @Nullable Instant end() {
        return time instanceof SessionTime.Exact exact ? exact.end() : null;
    }

    /** The same session with another status. */
    public Session with(Status other) {
        return new Session(id, kind, name, time, other, parts, notes, links);
    }

    /** The same session at another time. */
    public Session with(SessionTime other) {
        return new Session(id, kind, name, other, status, parts, notes, links);
    }
}
