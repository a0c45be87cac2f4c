package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.text.Found.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From wall-clock times at several circuits to instants, by the rules of the text reader; what is doubtful is asked once a circuit. */
public final class LocalTimes {
    /** A start; the zone is null where only an offset is known, the instant where not even that. */
    public record Start(@Nullable ZoneId zone, @Nullable Instant instant) {}

    private final Known known;
    private final Phrasebook phrases;
    private final Map<String, Instants> byCircuit = new HashMap<>();

    public LocalTimes(Known known, Phrasebook phrases) {
        this.known = known;
        this.phrases = phrases;
    }

    /**
     * @param minute after midnight
     * @param zone as written, such as CEST, Europe/Madrid, +02:00 or "local time"; empty where nothing is
     */
    public Start of(int line, LocalDate date, int minute, String zone, @Nullable Circuit circuit) {
        Instants.Start start = instants(circuit).of(line, date, new Moment(minute, null, label(zone), List.of()));
        return new Start(start.zone(), start.instant());
    }

    private @Nullable ZoneLabel label(String zone) {
        String written = zone.strip();
        return written.matches("Z|[+-]\\d{2}:?\\d{2}") ? Zones.offset(written) : phrases.zone(written);
    }

    private Instants instants(@Nullable Circuit circuit) {
        return byCircuit.computeIfAbsent(
                circuit == null ? "" : circuit.id(), _ -> new Instants(known, circuit, Map.of(), false));
    }

    /** What is asked about the zones. */
    public List<Question> questions() {
        return byCircuit.values().stream().flatMap(i -> i.questions().stream()).toList();
    }
}
