package dev.pitboard.store;

import dev.pitboard.motorsport.SessionId;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Reminder;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a change of the timetable does to the ledger, in the plainest SQL: for tests of what comes of it there. */
public final class PlainCommit {
    private static final String NOTICE = """
            INSERT INTO delivery (subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at,
                expires_at, state, settled_at, revision, quiet)
            SELECT s.id, s.chat_id, s.platform, :subject, :kind, 0, :at, :due, :expires,
                CASE WHEN :expires > :now THEN 'pending' ELSE 'expired' END,
                CASE WHEN :expires > :now THEN NULL ELSE :now END, :number, :quiet
            FROM subscription s WHERE s.series = :series AND s.active = 1
            AND EXISTS (SELECT 1 FROM subscription_terms t WHERE t.subscription_id = s.id AND t.valid_from <= :due
                AND t.valid_until > :due AND (:kind = 'round' OR t.kinds LIKE '%,' || :kind || ',%'))
            """;

    private static final String COVERED = """
            UPDATE delivery SET state = 'covered', settled_at = :now
            WHERE revision = 0 AND state IN ('pending', 'expired') AND start = :start AND lead_minutes = :lead
            AND start_at = :at AND EXISTS (SELECT 1 FROM delivery n WHERE n.subscription_id = delivery.subscription_id
                AND n.start = delivery.start AND n.start_at = delivery.start_at AND n.revision = :number
                AND n.state = 'pending')
            """;

    private static final String MARK = """
            UPDATE message SET to_show = :number WHERE (again_at IS NOT NULL OR message_ref IS NOT NULL)
            AND id IN (SELECT message_id FROM delivery WHERE state IN ('sent', 'sending')
                AND (start = :session OR start LIKE :session || '#%' OR start = :round))
            """;

    private PlainCommit() {}

    /** The timetable changed with the revision of that number. */
    public static void follow(Database database, Consequences consequences, long number, Instant now) {
        database.write(handle -> {
            database.dialect().changeSubscriptions(handle);
            handle.execute(
                    "INSERT INTO revision (number, series, year, made_at, origin, who, why, changes)"
                            + " VALUES (?, 'gt4', 2023, ?, 'hand', 'terminal', 'test', '[]')",
                    number,
                    now.toEpochMilli());
            consequences.starts().forEach((start, at) -> handle.execute(
                    "UPDATE delivery SET state = 'superseded', reason = 'changed', settled_at = ?"
                            + " WHERE state = 'pending' AND revision = 0 AND start = ? AND start_at <> ?",
                    now.toEpochMilli(),
                    start.toString(),
                    at.map(Instant::toEpochMilli).orElse(0L)));
            consequences.notices().forEach(notice -> insert(handle, notice, number, now));
            consequences.owed().forEach(reminder -> expand(database, handle, reminder, number, now));
            consequences.touched().forEach(session -> mark(handle, session, number));
            return null;
        });
    }

    private static void insert(Handle handle, Notice notice, long number, Instant now) {
        Instant at = notice.at();
        handle.createUpdate(NOTICE)
                .bind("subject", notice.subject())
                .bind("kind", notice.kind())
                .bind("series", notice.series())
                .bind("at", at == null ? 0 : at.toEpochMilli())
                .bind("due", notice.due().toEpochMilli())
                .bind("expires", notice.expires().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("number", number)
                .bind("quiet", notice.quiet() ? 1 : 0)
                .execute();
    }

    private static void expand(Database database, Handle handle, Reminder reminder, long number, Instant now) {
        new Expansion(handle, database.dialect()).run(reminder, now, new Written());
        handle.createUpdate(COVERED)
                .bind("now", now.toEpochMilli())
                .bind("start", reminder.start().toString())
                .bind("lead", Text.minutes(reminder.lead()))
                .bind("at", reminder.at().toEpochMilli())
                .bind("number", number)
                .execute();
    }

    private static void mark(Handle handle, SessionId session, long number) {
        handle.createUpdate(MARK)
                .bind("number", number)
                .bind("session", session.toString())
                .bind("round", session.roundId().toString())
                .execute();
    }

    /** Nothing of the series is sent from then on. */
    public static void silence(Database database, String series, Instant since, @Nullable Instant until) {
        database.write(handle -> handle.execute(
                "INSERT INTO silence (series, who, since, ends_at) VALUES (?, 'terminal', ?, ?)",
                series,
                since.toEpochMilli(),
                until == null ? null : until.toEpochMilli()));
    }

    /** The silence of a series is over. */
    public static void resume(Database database, String series) {
        database.write(handle -> handle.execute("DELETE FROM silence WHERE series = ?", series));
    }
}
