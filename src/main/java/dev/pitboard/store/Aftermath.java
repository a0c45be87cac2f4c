package dev.pitboard.store;

import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Brings the ledger in line with a revision, inside its transaction: unsent reminders of other instants are superseded, notices
 * are written, reminders that became due are owed, and posted messages are to be edited. Once for each revision.
 */
final class Aftermath {
    /** What was about something longer ago is left as it is: nobody looks there, and platforms refuse to edit it some day. */
    private static final Duration POSTED_FOR = Duration.ofDays(14);

    /**
     * By way of the series' subscriptions, each of which has an index of its rows by start. An edit that is on its way keeps its
     * lease, so that no later one overtakes it.
     */
    private static final String TO_EDIT = """
            UPDATE message SET to_show = :revision
            WHERE id IN (SELECT d.message_id FROM delivery d
                WHERE d.subscription_id IN (SELECT s.id FROM subscription s WHERE s.series = :series) AND <subjects>
                AND d.state IN ('sent', 'sending') AND (d.start_at >= :since OR d.due_at >= :since))
            """;

    private final Handle handle;
    private final Dialect dialect;
    private final long revision;
    private final Instant now;
    private final Noticing noticing;
    private final Written written = new Written();
    private int superseded;
    private int toEdit;

    Aftermath(Handle handle, Dialect dialect, long revision, Instant now) {
        this.handle = handle;
        this.dialect = dialect;
        this.revision = revision;
        this.now = now;
        this.noticing = new Noticing(handle, revision, now);
    }

    /** In this order: a notice that is there covers the reminder that says the same. */
    void follow(Consequences consequences) {
        supersede(consequences.starts());
        noticing.follow(consequences);
        Expansion expansion = new Expansion(handle, dialect);
        consequences.owed().forEach(reminder -> expansion.run(reminder, now, written));
        edit(subjects(consequences));
    }

    /** A row that waits for a start at some instant. */
    private record Waiting(Start start, Instant at) {}

    private void supersede(Map<Start, Optional<Instant>> starts) {
        if (starts.isEmpty()) {
            return;
        }
        List<Waiting> waiting = handle.createQuery(
                        "SELECT DISTINCT start, start_at FROM delivery WHERE state = 'pending' AND revision = 0")
                .map((rs, _) ->
                        new Waiting(Start.parse(rs.getString("start")), Instant.ofEpochMilli(rs.getLong("start_at"))))
                .list();
        for (Waiting rows : waiting) {
            Optional<Instant> present = starts.get(rows.start());
            if (present != null && !present.equals(Optional.of(rows.at()))) {
                supersede(rows, present.map(at -> "now starts at " + at).orElse("does not take place as planned"));
            }
        }
    }

    private void supersede(Waiting rows, String reason) {
        superseded += handle.createUpdate("""
                        UPDATE delivery SET state = 'superseded', reason = :reason, settled_at = :now
                        WHERE state = 'pending' AND revision = 0 AND start = :start AND start_at = :at""")
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("start", rows.start().toString())
                .bind("at", rows.at().toEpochMilli())
                .execute();
    }

    /** What posted messages may be about that show something else now: sessions and their rounds. */
    private static Set<String> subjects(Consequences consequences) {
        Set<String> about = new HashSet<>();
        consequences.touched().forEach(session -> {
            about.add(session.toString());
            about.add(session.roundId().toString());
        });
        consequences.notices().stream()
                .filter(notice -> notice.kind().equals(Notice.ROUND))
                .forEach(notice -> about.add(notice.subject()));
        return about;
    }

    private void edit(Set<String> about) {
        Instant since = now.minus(POSTED_FOR);
        written(about, since)
                .forEach((series, subjects) ->
                        toEdit += handle.createUpdate(TO_EDIT.replace("<subjects>", dialect.among("d.start", "text")))
                                .bind("revision", revision)
                                .bind("series", series)
                                .bind("keys", dialect.keys(subjects))
                                .bind("since", since.toEpochMilli())
                                .execute());
    }

    /** What rows are about one of these or a part of it, by series: of what was ever written lately. */
    private Map<String, List<String>> written(Set<String> about, Instant since) {
        if (about.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT start FROM announced WHERE start_at >= :since UNION SELECT start FROM noticed")
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .stream()
                .filter(subject -> about.contains(withoutPart(subject)))
                .collect(Collectors.groupingBy(Aftermath::series));
    }

    private static String withoutPart(String subject) {
        int hash = subject.indexOf('#');
        return hash < 0 ? subject : subject.substring(0, hash);
    }

    /** Every subject begins with that. */
    private static String series(String subject) {
        return subject.substring(0, subject.indexOf('/'));
    }

    /** What ended at once; what is pending everybody sees. */
    void tell(DeliveryEvents events) {
        written.tell(events);
    }

    /** What it came to, for the log. */
    @Override
    public String toString() {
        return superseded + " unsent reminders superseded, " + noticing + ", " + written.pending()
                + " reminders owed" + (written.hasEnded() ? " (" + written.endedText() + ")" : "") + ", " + toEdit
                + " messages to edit";
    }
}
