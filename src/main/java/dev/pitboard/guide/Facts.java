package dev.pitboard.guide;

import dev.pitboard.card.Line;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Source;
import dev.pitboard.sources.Sources;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines that several cards share. */
final class Facts {
    private Facts() {}

    /** Where the times of rounds come from and when that was last checked; what is old on race day is marked. */
    static Line sources(Instant now, Weekend... weekends) {
        Line line = Sources.line(Stream.of(weekends)
                .flatMap(w -> Stream.of(w.season().source(), w.round().source()))
                .toArray(Source[]::new));
        List<Line> warnings = Stream.of(weekends)
                .map(w -> Sources.warning(w.season(), w.round(), now))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        return warnings.isEmpty() ? line : line.then(warnings.getFirst());
    }

    /** Labels side by side; one without an address is plain text. */
    static Line links(List<Link> links) {
        List<Line> lines = new ArrayList<>();
        for (Link link : links) {
            URI url = link.url();
            lines.add(url == null ? Line.of(link.label()) : Line.empty().link(link.label(), url));
        }
        return joined(lines, " · ");
    }

    static Line joined(List<Line> lines, String separator) {
        Line all = Line.empty();
        for (Line line : lines) {
            all = all.isEmpty() ? line : all.text(separator).then(line);
        }
        return all;
    }

    /** Circuit de Barcelona-Catalunya, Montmeló, Spain. */
    static String where(Circuit circuit) {
        String country = Names.country(circuit.country());
        return circuit.place().contains(country)
                ? circuit.name() + ", " + circuit.place()
                : circuit.name() + ", " + circuit.place() + ", " + country;
    }
}
