package dev.pitboard.store;

import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes the notices of a revision: a row for everyone whose subscription covers what changed. Who has a notice of it that was not
 * claimed yet keeps that one, which then tells of both changes.
 */
final class Noticing {
    /** By way of the series' subscriptions, each of which has an index of its rows by start. */
    private static final String OF_IT = " WHERE subscription_id IN (SELECT s.id FROM subscription s"
            + " WHERE s.series = :series) AND start = :start AND revision > 0";

    private static final String SUPERSEDE = "UPDATE delivery SET state = 'superseded', settled_at = :now,"
            + " reason = 'Another notice of the same says it.'" + OF_IT + " AND ";

    /** SQL: that delivery is a notice nobody claimed yet, and people know as much already. */
    static final String SAID_BY_ANOTHER =
            another("o.revision >= delivery.revision AND o.state IN ('sending', 'sent', 'in_doubt')");

    /** SQL: that delivery is a notice nobody claimed yet, and an older one, which tells of more, goes out anyway. */
    static final String TOLD_BY_AN_OLDER = another("o.revision < delivery.revision AND o.state = 'pending'");

    /** It keeps its revision, and with it how things stood when people were last told. */
    private static final String CARRY_ON = "UPDATE delivery SET start_at = :at, due_at = :due,"
            + " expires_at = CASE WHEN expires_at > :expires THEN expires_at ELSE :expires END,"
            + " quiet = CASE WHEN :quiet = 1 THEN quiet ELSE 0 END" + OF_IT + " AND state = 'pending'";

    private static final String INSERT = """
            INSERT INTO delivery (subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at,
                expires_at, state, revision, quiet)
            SELECT s.id, s.chat_id, s.platform, :start, :kind, 0, :at, :due, :expires, 'pending', :revision, :quiet
            FROM subscription s
            JOIN subscription_terms t ON t.subscription_id = s.id
            WHERE s.series = :series AND s.active = 1 AND t.valid_from <= :due AND t.valid_until > :due
            AND (:kind = 'round' OR t.kinds LIKE :kindPattern)
            AND NOT EXISTS (SELECT 1 FROM delivery p WHERE p.subscription_id = s.id AND p.start = :start
                AND p.start_at = :at AND p.due_at = :due AND p.revision > 0 AND p.state = 'pending')
            ORDER BY s.id
            ON CONFLICT (subscription_id, start, lead_minutes, start_at, revision) DO NOTHING
            """;

    private final Handle handle;
    private final long revision;
    private final Instant now;
    private int carriedOn;
    private int added;

    private static String another(String which) {
        return "state = 'pending' AND revision > 0 AND EXISTS (SELECT 1 FROM delivery o"
                + " WHERE o.subscription_id = delivery.subscription_id AND o.start = delivery.start"
                + " AND o.id <> delivery.id AND o.revision > 0 AND " + which + ")";
    }

    Noticing(Handle handle, long revision, Instant now) {
        this.handle = handle;
        this.revision = revision;
        this.now = now;
    }

    void follow(Consequences consequences) {
        correct(consequences);
        consequences.notices().forEach(this::write);
    }

    /** A start that moves by too little for a notice: what was noticed before says the corrected start from now on. */
    private void correct(Consequences consequences) {
        Set<String> told = consequences.notices().stream().map(Notice::subject).collect(Collectors.toSet());
        consequences.starts().forEach((start, at) -> {
            if (at.isPresent() && !told.contains(start.toString())) {
                correct(start, at.get());
            }
        });
    }

    private void correct(Start start, Instant at) {
        int corrected = handle.createUpdate(
                        "UPDATE delivery SET start_at = :at" + OF_IT + " AND start_at > 0 AND start_at <> :at")
                .bind("series", start.session().series())
                .bind("start", start.toString())
                .bind("at", at.toEpochMilli())
                .execute();
        if (corrected > 0) {
            noticed(start.toString(), at.toEpochMilli());
        }
    }

    private void write(Notice notice) {
        if (wasNoticed(notice.subject())) {
            supersede(notice, SAID_BY_ANOTHER);
            supersede(notice, TOLD_BY_AN_OLDER);
            carriedOn += bound(handle.createUpdate(CARRY_ON), notice).execute();
        }
        noticed(notice.subject(), millis(notice.at()));
        added += bound(handle.createUpdate(INSERT), notice)
                .bind("kind", notice.kind())
                .bind("kindPattern", Text.having(notice.kind()))
                .bind("revision", revision)
                .execute();
    }

    private void supersede(Notice notice, String which) {
        handle.createUpdate(SUPERSEDE + which)
                .bind("series", notice.series())
                .bind("start", notice.subject())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Notice notice) {
        return statement
                .bind("series", notice.series())
                .bind("start", notice.subject())
                .bind("at", millis(notice.at()))
                .bind("due", notice.due().toEpochMilli())
                .bind("expires", notice.expires().toEpochMilli())
                .bind("quiet", notice.quiet() ? 1 : 0);
    }

    private boolean wasNoticed(String subject) {
        return handle.createQuery("SELECT count(*) FROM noticed WHERE start = :start")
                        .bind("start", subject)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private void noticed(String subject, long at) {
        handle.createUpdate("INSERT INTO noticed (start, start_at) VALUES (:start, :at)"
                        + " ON CONFLICT (start, start_at) DO NOTHING")
                .bind("start", subject)
                .bind("at", at)
                .execute();
    }

    /** No start is 0. */
    private static long millis(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }

    /** For the log. */
    @Override
    public String toString() {
        return added + " notices"
                + (carriedOn == 0 ? "" : ", " + carriedOn + " that were not sent yet brought up to date");
    }
}
