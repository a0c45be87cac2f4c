package dev.pitboard.guide;

import dev.pitboard.card.Line;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Source;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines that several cards share. */
final class Facts {
    private Facts() {}

    /** "Source: Team press release, checked 27 Sep 2023." for all that are given, each once. */
    static Line sources(@Nullable Source... sources) {
        List<Source> given =
                Stream.of(sources).filter(Objects::nonNull).distinct().toList();
        Line line = Line.of(given.size() > 1 ? "Sources: " : "Source: ");
        for (int i = 0; i < given.size(); i++) {
            line = line.text(i == 0 ? "" : "; ").then(source(given.get(i)));
        }
        return line.text(given.isEmpty() ? "none named." : ".");
    }

    /** The source's name, linked where it has an address, and when it was last looked at. */
    static Line source(Source source) {
        URI url = source.url();
        LocalDate checked = source.checked();
        Line line = url == null ? Line.of(source.name()) : Line.empty().link(source.name(), url);
        return checked == null ? line : line.text(", checked " + Words.date(checked));
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
