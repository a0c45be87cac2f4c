package dev.pitboard.reminder;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a reminder says of a start besides its name, line by line; an empty line where nothing is known. */
final class Details {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Duration SHORT = Duration.ofHours(2);

    private Details() {}

    static Line trackTime(Fixture fixture, Instant at) {
        ZoneId zone = fixture.round().circuit().zone();
        return Line.empty().trackTime(at, zone, MomentStyle.WEEKDAY_DATE_TIME);
    }

    static Line length(Fixture fixture, Start start) {
        Part part = start.partIn(fixture).orElse(null);
        Duration length = part != null
                ? part.length()
                : fixture.session().time() instanceof SessionTime.Exact exact ? exact.length() : null;
        return length == null ? Line.empty() : Line.of(length(length));
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
            line = part.start() == null ? line : line.text(" at ").moment(part.start(), MomentStyle.TIME);
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

    static Line circuit(Fixture fixture) {
        Circuit circuit = fixture.round().circuit();
        List<String> words = new ArrayList<>(List.of(circuit.name()));
        if (!circuit.name().contains(circuit.place())) {
            words.add(circuit.place());
        }
        String country = Locale.of("", circuit.country()).getDisplayCountry(Locale.ENGLISH);
        if (!circuit.place().contains(country)) {
            words.add(country);
        }
        String text = String.join(", ", words);
        if (circuit.lengthMetres() != null) {
            text += String.format(Locale.ENGLISH, " · %.3f km", circuit.lengthMetres() / 1000.0);
        }
        return Line.of(circuit.corners() == null ? text : text + " · " + circuit.corners() + " corners");
    }

    /** Where the times come from: the round's source, or its season's. */
    static Line source(Fixture fixture) {
        Source source = source(fixture.round().source(), fixture.season().source());
        Line line = Line.of("Source: ");
        line = source.url() == null ? line.text(source.name()) : line.link(source.name(), source.url());
        return line.text(source.checked() == null ? "." : ", checked " + DAY.format(source.checked()) + ".");
    }

    private static Source source(@Nullable Source round, Source season) {
        return round == null ? season : round;
    }

    /** Minutes as timetables print them ("60 min"), hours for what is longer ("24 h", "2 h 30 min"). */
    static String length(Duration length) {
        if (length.compareTo(SHORT) <= 0) {
            return length.toMinutes() + " min";
        }
        return length.toHours() + " h" + (length.toMinutesPart() == 0 ? "" : " " + length.toMinutesPart() + " min");
    }
}
