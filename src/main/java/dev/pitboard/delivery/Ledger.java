package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was promised, sent, given up, and why. One row for each (subscription, start, lead time, start instant) that is reminded
 * of, and for each (subscription, subject, revision) that there is a notice of: planning twice or firing twice is harmless. "now" is timetable time, "machine" is machine time. Methods throw
 * {@link dev.pitboard.command.Unavailable} when the database can't be reached or is full.
 */
public interface Ledger {
    /** How long a chat must have refused everything, in words used by mistake before, until it counts as blocked. */
    Duration DENIED_FOR = Duration.ofHours(24);

    /** How long after its due instant an owed reminder without a row is still noticed. */
    Duration LOOK_BACK = Duration.ofDays(7);

    /**
     * Writes a row for every subscription that wants this reminder at its due instant and has none: pending while it is
     * useful at {@code now}, else expired. A superseded row for the same start instant is revived. Where the same promise
     * was sent (or is being sent) for another start instant, the row is pending only if the due instant is at least
     * {@link Reminder#SAY_AGAIN_AFTER} after that sending, else covered. One SQL statement.
     *
     * @return how many rows are pending because of this call
     */
    default int expand(Reminder reminder, Instant now) {
        return expand(List.of(reminder), now);
    }

    /**
     * The same for several reminders, all or none: nothing is claimed in between, so that what is due together in a chat
     * becomes one message.
     */
    int expand(List<Reminder> reminders, Instant now);

    /** The starts, with their instants, of all pending reminders. */
    Set<PlannedStart> pendingStarts();

    /** Marks pending reminders of a start instant that is no longer true as superseded. @return how many */
    int supersede(PlannedStart stale, String reason, Instant now);

    /**
     * Claims up to {@code limit} messages of a platform in one transaction: settles what has expired, was overtaken or is
     * no longer wanted; first takes messages again whose lease or wait has ended, then makes new messages of pending rows:
     * what expires first comes first, then the nearer start. Chats that are shut are passed over; what becomes useless there
     * meanwhile has failed. Each message is ours until {@code machine} + {@code lease}, and to be sent at once: one whose
     * lease ends unsettled may have arrived.
     *
     * <p>Reminders and notices never share a message. All notices of a chat with the same role and due instant are one; when all
     * of them are quiet, so is the message, and it pings nobody. Who turned the series off, or did not want the kind of session
     * when the timetable changed, gets no notice; lead times do not matter to it.
     *
     * <p>Rows of a series that is silenced are passed over, also in messages that wait; what becomes useless meanwhile expires.
     *
     * <p>A reminder is overtaken by a shorter lead time of the same start that is due and still wanted, being sent or sent,
     * also while it waits to be tried again. A message keeps the role it was first claimed with. How many rows were
     * settled without being sent is logged.
     */
    List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit);

    /**
     * Claims up to {@code limit} posted messages that show less than a revision that changed what they say, the newest first.
     * Each is ours to edit until {@code machine} + {@code lease}; one whose lease ends unsettled is edited again. Chats that
     * are shut, and messages of a series that is silenced, are passed over.
     */
    List<Claim> claimEdits(Platform platform, Instant now, Instant machine, Duration lease, int limit);

    /** Whether anything in that message is of a series of which nothing is sent at {@code now}. */
    boolean isSilenced(Claim claim, Instant now);

    /**
     * When there is next something to claim: the machine instant at which the first wait or lease ends, also of an edit, or
     * empty when nothing waits. While there is a silence that ends by itself, at most a second after {@code machine}. New rows
     * are not considered.
     */
    Optional<Instant> nextRetry(Platform platform, Instant now, Instant machine);

    /**
     * Before a claim is sent: these of its rows are left out of the message and end in that state, for that reason (or in
     * doubt, see {@link Settlement.Ended}); what was covered by them is owed again. Ignored from an attempt that is not the
     * latest.
     */
    void leaveOut(Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now);

    /** What came of attempts, in one transaction. */
    void settle(List<Settlement> settlements, Instant now, Instant machine);

    /** After a crash of the only process: every lease ends now. @return how many messages were in the air and may have arrived */
    int releaseLeases(Instant machine);

    /**
     * The latest rows that fit, newest first: those of a chat or a message by their due instants, all others by when they
     * were promised, which needs no sorting however long the ledger is.
     *
     * <p>Of a chat or a message, all rows of that chat are read. Otherwise the ledger is read backwards from its end until
     * enough rows are found: quick for what is common or recent, all of the ledger for what is rare and long ago.
     */
    List<DeliveryRecord> find(LedgerFilter filter, int limit);

    /** How many rows that fit there are in each state. Reads as {@link #find} does, but never stops early. */
    Map<DeliveryState, Long> counts(LedgerFilter filter);

    /** The latest rows of a chat, newest first. */
    default List<DeliveryRecord> history(ChatRef chat, int limit) {
        return find(LedgerFilter.of(chat), limit);
    }

    /** How many rows there are in each state. Reads the whole ledger. */
    default Map<DeliveryState, Long> counts() {
        return counts(LedgerFilter.all());
    }

    /** A start and the instant it was promised for. */
    record PlannedStart(Start start, Instant at) {}
}
