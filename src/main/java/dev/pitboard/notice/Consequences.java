package dev.pitboard.notice;

import dev.pitboard.motorsport.SessionId;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of the timetable means for the ledger; written in the same transaction as the change.
 *
 * @param starts every start of a session that changed, with the instant it has now; empty where it has none any more. Unsent
 *     rows for another instant are superseded
 * @param owed reminders of those starts that are due already: to be expanded, covered where a notice says the same
 * @param notices what is said; where a notice of the same subject was not claimed yet, that one says it
 * @param touched sessions of which something that cards show has changed: messages about them that were posted, or are being
 *     sent, are brought up to date
 */
public record Consequences(
        Map<Start, Optional<Instant>> starts, List<Reminder> owed, List<Notice> notices, Set<SessionId> touched) {
    public Consequences {
        starts = Map.copyOf(starts);
        owed = List.copyOf(owed);
        notices = List.copyOf(notices);
        touched = Set.copyOf(touched);
    }

    /** None at all. */
    public static Consequences none() {
        return new Consequences(Map.of(), List.of(), List.of(), Set.of());
    }
}
