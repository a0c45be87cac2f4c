package dev.pitboard.reminder;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.sources.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a card says of a start besides its name, line by line; an empty line where nothing is known. */
public final class Details {
    private static final Duration SHORT = Duration.ofHours(2);

    private Details() {}

    /** On the wall clock at the circuit. */
    public static Line trackTime(Fixture fixture, Instant at) {
        ZoneId zone = fixture.round().circuit().zone();
        return Line.empty().trackTime(at, zone, MomentStyle.WEEKDAY_DATE_TIME);
    }

    /** How long, and until when on the reader's clock. */
    static Line length(Fixture fixture, Start start, Instant at) {
        Part part = start.partIn(fixture).orElse(null);
        Duration length = part != null
                ? part.length()
                : fixture.session().time() instanceof SessionTime.Exact exact ? exact.length() : null;
        return length == null
                ? Line.empty()
                : Line.of(length(length) + ", until ").moment(at.plus(length), MomentStyle.TIME);
    }

    /** The parts of a session; for a part, the session it belongs to. */
    static Line parts(Fixture fixture, Start start) {
        Instant sessionStart = fixture.session().start();
        if (start.part() != null && sessionStart != null) {
            return Line.of(fixture.session().name() + ", which started at ").moment(sessionStart, MomentStyle.TIME);
        }
        Line line = Line.empty();
        for (Part part : fixture.session().parts()) {
            line = line.text((line.isEmpty() ? "" : " · ") + part.name());
            line = part.length() == null ? line : line.text(" " + length(part.length()));
            Instant own = part.start() == null || part.start().equals(sessionStart) ? null : part.start();
            line = own == null ? line : line.text(" at ").moment(own, MomentStyle.TIME);
        }
        return line;
    }

    static Line links(Fixture fixture) {
        Line line = Line.empty();
        for (Link link : fixture.session().links()) {
            line = line.isEmpty() ? line : line.text(" · ");
            line = link.url() == null ? line.text(link.label()) : line.link(link.label(), link.url());
        }
        return line;
    }

    /** Circuit, place and country. */
    public static Line where(Fixture fixture) {
        Circuit circuit = fixture.round().circuit();
        List<String> words = new ArrayList<>(List.of(circuit.name()));
        if (!circuit.name().contains(circuit.place())) {
            words.add(circuit.place());
        }
        String country = Locale.of("", circuit.country()).getDisplayCountry(Locale.ENGLISH);
        if (!circuit.place().contains(country)) {
            words.add(country);
        }
        return Line.of(String.join(", ", words));
    }

    /** Where the times come from, each source once; what is old is marked. */
    public static Line sources(List<Fixture> fixtures, Instant now) {
        Line line = Sources.line(fixtures.stream()
                .map(f -> Sources.ofTimes(f.season(), f.round()))
                .toArray(Source[]::new));
        return fixtures.stream()
                .map(f -> Sources.warning(f.season(), f.round(), now))
                .filter(w -> !w.isEmpty())
                .findFirst()
                .map(line::then)
                .orElse(line);
    }

    /** Empty where the start is confirmed, else that it is not. */
    static String unconfirmed(Fixture fixture) {
        return fixture.isConfirmed() ? "" : " · time not confirmed";
    }

    /** Minutes as timetables print them ("60 min"), hours for what is longer ("24 h", "2 h 30 min"). */
    static String length(Duration length) {
        if (length.compareTo(SHORT) <= 0) {
            return length.toMinutes() + " min";
        }
        return length.toHours() + " h" + (length.toMinutesPart() == 0 ? "" : " " + length.toMinutesPart() + " min");
    }
}
