package dev.pitboard.subscription.command;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a promise, in plain words. */
enum Fate {
    ON_TIME("sent on time"),
    LATE("sent late"),
    OPEN("on the way"),
    EXPIRED("expired"),
    OVERTAKEN("overtaken"),
    COVERED("covered"),
    REPLACED("replaced"),
    WITHDRAWN("withdrawn"),
    IN_DOUBT("in doubt"),
    FAILED("failed");

    /** From then on the time of day alone would mislead. */
    private static final Duration LONG_AFTER = Duration.ofHours(12);

    private final String label;

    Fate(String label) {
        this.label = label;
    }

    static Fate of(DeliveryRecord one) {
        return switch (one.state()) {
            case PENDING, SENDING -> OPEN;
            case SENT -> isLate(one) ? LATE : ON_TIME;
            case EXPIRED -> EXPIRED;
            case OVERTAKEN -> OVERTAKEN;
            case SUPERSEDED -> REPLACED;
            case COVERED -> COVERED;
            case WITHDRAWN -> WITHDRAWN;
            case FAILED -> FAILED;
            case IN_DOUBT -> IN_DOUBT;
        };
    }

    /** By the same measure as the message itself, which says so. */
    private static boolean isLate(DeliveryRecord one) {
        Instant settled = one.settled();
        return settled != null && settled.isAfter(one.promise().due().plus(Reminder.LATE_AFTER));
    }

    /** "46 sent on time, 1 sent late, 1 failed". */
    static String counts(List<DeliveryRecord> records) {
        Map<Fate, Long> counts =
                records.stream().collect(Collectors.groupingBy(Fate::of, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().label)
                .collect(Collectors.joining(", "));
    }

    /** "Sent at 15:40"; "Overtaken: a later reminder of the same start was due too". */
    static Line line(DeliveryRecord one, Instant now) {
        return switch (of(one)) {
            case ON_TIME -> sent("Sent at ", one);
            case LATE -> sent("Sent late, at ", one);
            case OPEN ->
                Line.of(
                        one.state() == DeliveryState.SENDING
                                ? "Being sent"
                                : one.promise().due().isAfter(now)
                                        ? "On the way: it goes out when it is due"
                                        : "On the way: it goes out as soon as it can");
            case EXPIRED -> Line.of("Expired: by the time it could have gone out it was of no use any more");
            case OVERTAKEN -> Line.of("Overtaken: a later reminder of the same start was due too and went instead");
            case COVERED -> Line.of("Covered: said already, and the start then moved by too little to say it again");
            case REPLACED -> Line.of("Replaced: the session was moved or cancelled before this went out");
            case WITHDRAWN -> Line.of("Withdrawn: reminders were turned off or changed before this went out");
            case IN_DOUBT -> Line.of("In doubt: nobody can tell whether it arrived");
            case FAILED -> Line.of("Failed: it could not be delivered");
        };
    }

    private static Line sent(String words, DeliveryRecord one) {
        Instant due = one.promise().due();
        Instant settled = one.settled() == null ? due : one.settled();
        boolean longAfter = Duration.between(due, settled).compareTo(LONG_AFTER) > 0;
        return Line.of(words).moment(settled, longAfter ? MomentStyle.DATE_TIME : MomentStyle.TIME);
    }

    /** What more there is to know, or null: of the other fates the words above say all of it. */
    static @Nullable String reason(DeliveryRecord one) {
        return switch (of(one)) {
            case ON_TIME, LATE, IN_DOUBT, FAILED -> one.reason();
            case OPEN -> one.reason() == null ? null : "The latest try: " + one.reason();
            case EXPIRED, OVERTAKEN, COVERED, REPLACED, WITHDRAWN -> null;
        };
    }
}
