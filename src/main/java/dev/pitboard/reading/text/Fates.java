package dev.pitboard.reading.text;

import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which of the starts in a clause is called off or not confirmed: the one the word stands behind, or else the first. */
final class Fates {
    private Fates() {}

    static List<DraftStatus> of(Clause clause, List<Pair> pairs) {
        List<DraftStatus> fates = new ArrayList<>(Collections.nCopies(pairs.size(), DraftStatus.SCHEDULED));
        for (Cue cue : clause.all(Cue.class).toList()) {
            DraftStatus status = cue.is("cancelled")
                    ? DraftStatus.CANCELLED
                    : cue.is("tbc") ? DraftStatus.TBC : DraftStatus.SCHEDULED;
            int owner = status == DraftStatus.SCHEDULED ? -1 : owner(clause, cue, pairs);
            if (owner >= 0) {
                fates.set(owner, status);
            }
        }
        return fates;
    }

    /** The place of the pair, or -1 where the word is about something else. */
    private static int owner(Clause clause, Cue cue, List<Pair> pairs) {
        for (Token token :
                clause.tokens().subList(0, clause.tokens().indexOf(cue)).reversed()) {
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).isAt(token)) {
                    return i;
                }
            }
            if (token instanceof Label || token instanceof Time) {
                return -1;
            }
        }
        return 0;
    }
}
