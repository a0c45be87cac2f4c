package dev.pitboard.card;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Spans that stand on one line. Immutable; each method returns a longer line. */
public record Line(List<Span> spans) {
    public Line {
        spans = List.copyOf(spans);
    }

    /** A line without anything on it. */
    public static Line empty() {
        return new Line(List.of());
    }

    /** A line of plain words. */
    public static Line of(String text) {
        return empty().text(text);
    }

    /** A line of words that stand out. */
    public static Line strongly(String text) {
        return empty().strong(text);
    }

    public Line text(String text) {
        return text.isEmpty() ? this : plus(new Span.Text(text));
    }

    public Line strong(String text) {
        return plus(new Span.Strong(text));
    }

    public Line code(String text) {
        return plus(new Span.Code(text));
    }

    public Line role(String id) {
        return plus(new Span.Role(id));
    }

    public Line link(String label, URI url) {
        return plus(new Span.Link(label, url));
    }

    public Line moment(Instant at, Span.MomentStyle style) {
        return plus(new Span.Moment(at, style));
    }

    public Line trackTime(Instant at, ZoneId zone, Span.MomentStyle style) {
        return plus(new Span.TrackTime(at, zone, style));
    }

    /** This line followed by the other. */
    public Line then(Line other) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return new Line(all);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    private Line plus(Span span) {
        List<Span> all = new ArrayList<>(spans);
        all.add(span);
        return new Line(all);
    }
}
