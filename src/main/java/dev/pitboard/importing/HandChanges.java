package dev.pitboard.importing;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.Revisions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which sessions were last changed by hand, or by taking something back, which is done by hand too. */
final class HandChanges implements Predicate<SessionId> {
    /** More revisions than a series has in a season. */
    private static final int LOOKED_AT = 1000;

    private final Revisions revisions;
    private final Map<String, Map<SessionId, Origin>> lastOf = new HashMap<>();

    HandChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public boolean test(SessionId session) {
        Origin last = lastOf.computeIfAbsent(session.series(), this::last).get(session);
        return last == Origin.HAND || last == Origin.UNDO;
    }

    private Map<SessionId, Origin> last(String series) {
        Map<SessionId, Origin> last = new HashMap<>();
        for (Revision revision : revisions.history(series, LOOKED_AT)) {
            for (Change change : revision.changes()) {
                if (change instanceof Change.OfSession session) {
                    last.putIfAbsent(session.id(), revision.origin());
                }
            }
        }
        return last;
    }
}
