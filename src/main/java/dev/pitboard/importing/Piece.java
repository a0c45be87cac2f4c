package dev.pitboard.importing;

import dev.pitboard.reading.DraftSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was read and answered about.
 *
 * @param skipped whether it is to be left out
 * @param open keys of the questions that decide about it and are not answered
 */
record Piece(DraftSession read, boolean skipped, Set<String> open) {
    Piece {
        open = Set.copyOf(open);
    }

    /** The day of its start in the zone of the printed times, else in UTC; null where none is known. */
    @Nullable
    LocalDate day() {
        Instant start = read.startUtc();
        if (read.date() != null || start == null) {
            return read.date();
        }
        return LocalDate.ofInstant(start, Objects.requireNonNullElse(read.zone(), ZoneOffset.UTC));
    }

    Piece with(DraftSession other) {
        return new Piece(other, skipped, open);
    }

    Piece leftOut() {
        return new Piece(read, true, open);
    }

    Piece waitingFor(String key) {
        Set<String> all = new LinkedHashSet<>(open);
        all.add(key);
        return new Piece(read, skipped, all);
    }
}
