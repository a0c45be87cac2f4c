package dev.pitboard.sources;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The small print of cards: sources with when they were last checked, and a warning where that is long ago on race day. */
public final class Sources {
    /** Times of a round that is on or begins tomorrow are old when they were last checked longer ago than this. */
    public static final Duration FRESH = Duration.ofDays(3);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Sources() {}

    /** "Source: Team press release, checked 27 Sep 2023." for all that are given, each once. */
    public static Line line(@Nullable Source... sources) {
        List<Source> given =
                Stream.of(sources).filter(Objects::nonNull).distinct().toList();
        Line line = Line.of(given.size() > 1 ? "Sources: " : "Source: ");
        for (int i = 0; i < given.size(); i++) {
            line = line.text(i == 0 ? "" : "; ").then(name(given.get(i)));
        }
        return line.text(given.isEmpty() ? "none named." : ".");
    }

    /** The source's name, linked where it has an address, and when it was last looked at. */
    private static Line name(Source source) {
        URI url = source.url();
        Line line = url == null ? Line.of(source.name()) : Line.empty().link(source.name(), url);
        if (source.checkedAt() != null) {
            return line.text(", checked ").moment(source.checkedAt(), MomentStyle.DATE_TIME);
        }
        return source.checked() == null ? line : line.text(", checked " + DAY.format(source.checked()));
    }

    /** Where the times of a round come from: its own source, or else its season's. */
    public static Source ofTimes(Season season, Round round) {
        return round.source() == null ? season.source() : round.source();
    }

    /**
     * What to say, before a full stop and after, of the times of a round that is on or begins tomorrow at the circuit and whose
     * times were not checked lately; an empty line where there is nothing to say.
     */
    public static Line warning(Season season, Round round, Instant now) {
        ZoneId zone = round.circuit().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean raceDay = !today.isBefore(round.firstDay().minusDays(1)) && !today.isAfter(round.lastDay());
        if (!raceDay || !round.status().goesAhead()) {
            return Line.empty();
        }
        Source source = ofTimes(season, round);
        Instant checkedAt = source.checkedAt();
        LocalDate checked = checkedAt == null ? source.checked() : LocalDate.ofInstant(checkedAt, zone);
        if (checked == null) {
            return Line.of(" ").strong("When these times were last checked is not known.");
        }
        boolean old = checkedAt == null
                ? ChronoUnit.DAYS.between(checked, today) > FRESH.toDays()
                : Duration.between(checkedAt, now).compareTo(FRESH) > 0;
        return old
                ? Line.of(" ")
                        .strong("Not checked for " + ChronoUnit.DAYS.between(checked, today)
                                + " days: times may have changed.")
                : Line.empty();
    }
}
