package dev.pitboard.importing;

import dev.pitboard.reading.DraftSession;
import java.util.LinkedHashSet;
import java.util.Set;

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
