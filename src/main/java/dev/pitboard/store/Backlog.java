package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Waiting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much waits to be sent. Reads only what is open, which has indexes of its own: quick however long the ledger is. */
public final class Backlog {
    private static final String OPEN = """
            SELECT platform, count(*) AS reminders, min(due_at) AS oldest FROM delivery
            WHERE state = '%s' AND due_at <= :now AND chat_id NOT IN (SELECT id FROM chat WHERE state <> 'open')
            GROUP BY platform""";

    private final Database database;

    public Backlog(Database database) {
        this.database = database;
    }

    /**
     * What is due at {@code now} (timetable time) and not there yet; a platform with nothing to send is left out, and so are
     * chats that can't be written to.
     */
    public Map<Platform, Waiting> at(Instant now) {
        Map<Platform, Waiting> waiting = new EnumMap<>(Platform.class);
        database.read(handle -> handle.createQuery(
                                OPEN.formatted("pending") + " UNION ALL " + OPEN.formatted("sending"))
                        .bind("now", now.toEpochMilli())
                        .map((rs, _) -> Map.entry(
                                Platform.valueOf(rs.getString("platform").toUpperCase(Locale.ROOT)),
                                new Waiting(rs.getLong("reminders"), Instant.ofEpochMilli(rs.getLong("oldest")))))
                        .list())
                .forEach(e -> waiting.merge(e.getKey(), e.getValue(), Backlog::together));
        return waiting;
    }

    private static Waiting together(Waiting one, Waiting other) {
        return new Waiting(
                one.reminders() + other.reminders(),
                one.oldestDue().isBefore(other.oldestDue()) ? one.oldestDue() : other.oldestDue());
    }
}
