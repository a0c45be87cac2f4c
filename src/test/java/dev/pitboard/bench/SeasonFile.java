package dev.pitboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A season of races at equal distances, several to a round. */
final class SeasonFile {
    static final String SERIES = "gt4-european";
    private static final ZoneId TRACK = ZoneId.of("Europe/Rome");

    private final List<Instant> starts = new ArrayList<>();
    private final int sessionsOfARound;
    private final int minutes;

    /**
     * @param first when the first session starts, to the second
     * @param apart from one start to the next
     * @param minutes the length of each session, shorter than {@code apart}
     */
    SeasonFile(Instant first, int sessions, Duration apart, int minutes, int sessionsOfARound) {
        for (int i = 0; i < sessions; i++) {
            starts.add(first.truncatedTo(ChronoUnit.SECONDS).plus(apart.multipliedBy(i)));
        }
        this.minutes = minutes;
        this.sessionsOfARound = sessionsOfARound;
    }

    /** A single race. */
    static SeasonFile race(Instant start) {
        return new SeasonFile(start, 1, Duration.ofHours(1), 30, 1);
    }

    List<Instant> starts() {
        return starts;
    }

    /** Writes a config folder with this season alone, on the shipped series and circuits. */
    void write(Path folder) throws IOException {
        Path series = Files.createDirectories(folder.resolve("series").resolve(SERIES));
        Files.copy(Path.of("config/circuits.yaml"), folder.resolve("circuits.yaml"));
        Files.copy(Path.of("config/series", SERIES, "series.yaml"), series.resolve("series.yaml"));
        ZonedDateTime first = starts.getFirst().atZone(TRACK);
        StringBuilder text = new StringBuilder("""
                season: %1$tY
                source: { name: bench, checked: %1$tF }
                rounds:
                """.formatted(first));
        for (int i = 0; i < starts.size(); i++) {
            if (i % sessionsOfARound == 0) {
                round(text, i);
            }
            text.append("      - { id: race-%1$d, kind: race, name: Race %1$d, minutes: %2$d, start: %3$s }\n"
                    .formatted(
                            i + 1,
                            minutes,
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    starts.get(i).atZone(TRACK))));
        }
        Files.writeString(series.resolve(first.getYear() + ".yaml"), text);
    }

    private void round(StringBuilder text, int from) {
        Instant last = starts.get(Math.min(from + sessionsOfARound, starts.size()) - 1);
        text.append("""
                  - id: round-%1$d
                    number: %1$d
                    name: Round %1$d
                    circuit: misano
                    dates: %2$tF..%3$tF
                    sessions:
                """.formatted(
                        from / sessionsOfARound + 1,
                        starts.get(from).atZone(TRACK),
                        last.plus(Duration.ofDays(1)).atZone(TRACK)));
    }
}
