package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What cards say about a session. */
final class SessionLines {
    private SessionLines() {}

    /** The session's name; a chequered flag marks what decides a result. */
    static String name(Session session) {
        return (session.kind() == SessionKind.RACE || session.kind() == SessionKind.SPRINT ? "🏁 " : "")
                + session.name();
    }

    /** The kind, where the name does not tell it already: " (practice)", else nothing. */
    static String kindIfNotNamed(Session session) {
        String kind = Words.kind(session.kind());
        boolean named = session.kind() == SessionKind.OTHER
                || session.name().toLowerCase(Locale.ROOT).contains(kind.toLowerCase(Locale.ROOT));
        return named ? "" : " (" + kind.toLowerCase(Locale.ROOT) + ")";
    }

    /** Adds start, length, parts, notes and coverage of a session that is to start. */
    static void addTo(Card.Builder card, Fixture fixture, Instant now) {
        Session session = fixture.session();
        ZoneId zone = fixture.round().circuit().zone();
        if (session.time() instanceof SessionTime.Exact(Instant start, var length)) {
            boolean on = !start.isAfter(now);
            card.fact(
                    on ? "Started" : "Starts",
                    Line.empty()
                            .moment(start, MomentStyle.WEEKDAY_DATE_TIME)
                            .text(" · ")
                            .moment(start, MomentStyle.RELATIVE)
                            .text(fixture.isConfirmed() ? "" : " · time not confirmed"));
            card.fact("Track time", Line.empty().trackTime(start, zone, MomentStyle.WEEKDAY_DATE_TIME));
            card.fact("Length", length(start, length));
        }
        if (!session.parts().isEmpty()) {
            card.fact("Parts", parts(session));
        }
        if (!session.links().isEmpty()) {
            card.fact("Coverage", Facts.links(session.links()));
        }
        if (!session.notes().isEmpty()) {
            card.fact("Note", String.join("; ", session.notes()));
        }
    }

    private static Line length(Instant start, @Nullable Duration length) {
        return length == null
                ? Line.of("not published")
                : Line.of(Words.length(length) + ", until ").moment(start.plus(length), MomentStyle.TIME);
    }

    /** Q1 20 min, Q2 20 min; with their own starts where those are known. */
    static Line parts(Session session) {
        List<Line> parts = new ArrayList<>();
        for (Part part : session.parts()) {
            Line line = Line.of(part.name());
            Instant start = part.start();
            if (start != null && !start.equals(session.start())) {
                line = line.text(" ").moment(start, MomentStyle.TIME);
            }
            Duration length = part.length();
            parts.add(length == null ? line : line.text(" " + Words.length(length)));
        }
        return Facts.joined(parts, ", ");
    }

    /** The session as an item of its day: reader's time in front, track time below. */
    static Block.Row row(Fixture fixture, Instant now, boolean next) {
        Session session = fixture.session();
        Line lead = Line.of("–");
        Line main = Line.strongly(name(session)).text(kindIfNotNamed(session));
        List<Line> first = new ArrayList<>();
        if (session.time() instanceof SessionTime.Exact(Instant start, var length)) {
            lead = Line.empty().moment(start, MomentStyle.TIME);
            main = main.text(length == null ? "" : " · " + Words.length(length));
            first.add(Line.empty()
                    .trackTime(start, fixture.round().circuit().zone(), MomentStyle.TIME)
                    .text(" at the track"));
        } else if (session.status().goesAhead()) {
            main = main.text(" · time not published");
        }
        if (!session.links().isEmpty()) {
            first.add(Facts.links(session.links()));
        }
        List<Line> details = new ArrayList<>();
        if (!first.isEmpty()) {
            details.add(Facts.joined(first, " · "));
        }
        if (!session.parts().isEmpty()) {
            details.add(parts(session));
        }
        session.notes().forEach(n -> details.add(Line.of(n)));
        String mark = mark(fixture, now, next);
        return new Block.Row(lead, mark.isEmpty() ? main : main.text(" · ").strong(mark), details);
    }

    private static String mark(Fixture fixture, Instant now, boolean next) {
        if (!fixture.session().status().goesAhead()) {
            return Words.status(fixture.session().status());
        }
        String mark = Agenda.isOn(fixture, now) ? "on now" : next ? "next" : "";
        if (fixture.session().start() == null || fixture.isConfirmed()) {
            return mark;
        }
        return mark.isEmpty() ? "time not confirmed" : mark + " · time not confirmed";
    }
}
