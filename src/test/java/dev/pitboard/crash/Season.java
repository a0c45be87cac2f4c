package dev.pitboard.crash;

import dev.pitboard.motorsport.SessionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Four sessions of which two are announced at their start and two some minutes ahead, all within a few seconds. */
final class Season {
    static final String SERIES = "gt4-european";

    /** How long before the start some want to know: longer than any trouble lasts. */
    static final int MINUTES = 2;

    private static final ZoneId TRACK = ZoneId.of("Europe/Rome");

    private final Instant first;
    private final List<Slot> slots;

    /** A session; no name is part of another. */
    record Slot(String name, SessionKind kind, Instant start) {
        String id() {
            return name.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    /** @param first when the first reminders are due, to the second */
    Season(Instant first) {
        this.first = first.truncatedTo(ChronoUnit.SECONDS);
        this.slots = List.of(
                new Slot("Practice Alpha", SessionKind.PRACTICE, this.first),
                new Slot("Race Bravo", SessionKind.RACE, this.first.plusSeconds(2)),
                new Slot("Practice Charlie", SessionKind.PRACTICE, this.first.plusSeconds(MINUTES * 60L)),
                new Slot("Race Delta", SessionKind.RACE, this.first.plusSeconds(MINUTES * 60L + 2)));
    }

    Instant first() {
        return first;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Writes a config folder with this season alone, on the shipped series and circuits. */
    void write(Path folder) throws IOException {
        Path series = Files.createDirectories(folder.resolve("series").resolve(SERIES));
        Files.copy(Path.of("config/circuits.yaml"), folder.resolve("circuits.yaml"));
        Files.copy(Path.of("config/series", SERIES, "series.yaml"), series.resolve("series.yaml"));
        ZonedDateTime day = first.atZone(TRACK);
        StringBuilder text = new StringBuilder("""
                season: %1$tY
                source: { name: crash test, checked: %1$tF }
                rounds:
                  - id: crash
                    number: 1
                    name: Crash
                    circuit: misano
                    dates: %1$tF..%2$tF
                    sessions:
                """.formatted(day, day.plusDays(1)));
        for (Slot slot : slots) {
            text.append("      - { id: %s, kind: %s, name: %s, start: %s }\n"
                    .formatted(
                            slot.id(),
                            slot.kind().word(),
                            slot.name(),
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    slot.start().atZone(TRACK))));
        }
        Files.writeString(series.resolve(day.getYear() + ".yaml"), text);
    }
}
