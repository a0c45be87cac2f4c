package dev.pitboard.store;

import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.Revisions;
import dev.pitboard.revision.StoredSeason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The revisions of the timetable in SQL. Instants are kept to the millisecond. */
public final class SqlRevisions implements Revisions {
    private static final Logger log = LoggerFactory.getLogger(SqlRevisions.class);

    private static final String ROWS =
            "SELECT number, series, year, made_at, origin, who, why, undoes, changes FROM revision ";

    private final Database database;
    private final DeliveryEvents events;

    /** One whose consequences nobody watches. */
    public SqlRevisions(Database database) {
        this(database, DeliveryEvents.NONE);
    }

    /** @param events told of reminders that a change makes owed and that end at once */
    public SqlRevisions(Database database, DeliveryEvents events) {
        this.database = database;
        this.events = events;
    }

    /** A revision with what it meant for the ledger. */
    private record Done(Revision revision, Aftermath aftermath) {}

    @Override
    public long head() {
        return database.read(SqlRevisions::head);
    }

    private static long head(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM revision")
                .mapTo(Long.class)
                .one();
    }

    /** One statement, so that all of it is from one moment. */
    @Override
    public Stored stored() {
        return database.read(handle -> handle.createQuery("""
                        SELECT h.head, s.series, s.year, s.facts, s.active, s.file, s.revision
                        FROM (SELECT coalesce(max(number), 0) AS head FROM revision) h LEFT JOIN season s ON true
                        ORDER BY s.series, s.year""").scanResultSet((rows, _) -> {
            try (ResultSet rs = rows.get()) {
                return stored(rs);
            }
        }));
    }

    private static Stored stored(ResultSet rs) throws SQLException {
        long head = 0;
        List<StoredSeason> seasons = new ArrayList<>();
        while (rs.next()) {
            head = rs.getLong("head");
            if (rs.getString("series") != null) {
                seasons.add(new StoredSeason(
                        Documents.series(rs.getString("facts")),
                        rs.getInt("year"),
                        season(rs.getString("active")),
                        season(rs.getString("file")),
                        rs.getLong("revision")));
            }
        }
        return new Stored(head, seasons);
    }

    private static @Nullable Season season(@Nullable String document) {
        return document == null ? null : Documents.season(document);
    }

    private static @Nullable String document(@Nullable Season season) {
        return season == null ? null : Documents.of(season);
    }

    @Override
    public List<Revision> commit(List<Made> all, Instant now) throws Outdated {
        Optional<List<Done>> made = database.write(handle -> {
            database.dialect().changeSubscriptions(handle);
            for (Made one : all) {
                if (base(handle, one.set()) != one.set().base()) {
                    return Optional.empty();
                }
            }
            List<Done> done = new ArrayList<>();
            for (Made one : all) {
                Revision revision = write(handle, one, now);
                Aftermath aftermath = new Aftermath(handle, database.dialect(), revision.number(), now);
                aftermath.follow(one.consequences());
                done.add(new Done(revision, aftermath));
            }
            return Optional.of(done);
        });
        List<Done> done = made.orElseThrow(Outdated::new);
        done.forEach(one -> {
            log.info("revision {}: {}", one.revision().number(), one.aftermath());
            one.aftermath().tell(events);
        });
        return done.stream().map(Done::revision).toList();
    }

    private static long base(Handle handle, ChangeSet set) {
        return handle.createQuery("SELECT revision FROM season WHERE series = :series AND year = :year")
                .bind("series", set.series().id())
                .bind("year", set.year())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static Revision write(Handle handle, Made made, Instant now) {
        ChangeSet set = made.set();
        Revision revision = new Revision(
                head(handle) + 1,
                set.series().id(),
                set.year(),
                Instant.ofEpochMilli(now.toEpochMilli()),
                set.origin(),
                set.who(),
                set.why(),
                set.undoes(),
                set.changes());
        handle.createUpdate("""
                        INSERT INTO revision (number, series, year, made_at, origin, who, why, undoes, changes)
                        VALUES (:number, :series, :year, :at, :origin, :who, :why, :undoes, :changes)""")
                .bind("number", revision.number())
                .bind("series", revision.series())
                .bind("year", revision.year())
                .bind("at", revision.at().toEpochMilli())
                .bind("origin", revision.origin().word())
                .bind("who", revision.who())
                .bind("why", revision.why())
                .bind("undoes", revision.undoes())
                .bind("changes", Documents.of(revision.changes()))
                .execute();
        handle.createUpdate("""
                        INSERT INTO season (series, year, facts, active, file, revision)
                        VALUES (:series, :year, :facts, :active, :file, :revision)
                        ON CONFLICT (series, year) DO UPDATE SET active = excluded.active,
                            file = coalesce(excluded.file, season.file), revision = excluded.revision""")
                .bind("series", revision.series())
                .bind("year", revision.year())
                .bind("facts", Documents.of(set.series()))
                .bind("active", document(made.after()))
                .bind("file", document(made.file()))
                .bind("revision", revision.number())
                .execute();
        facts(handle, set.series());
        return revision;
    }

    /** A series has the same facts in all its seasons. */
    private static void facts(Handle handle, Series series) {
        handle.createUpdate("UPDATE season SET facts = :facts WHERE series = :series AND facts <> :facts")
                .bind("facts", Documents.of(series))
                .bind("series", series.id())
                .execute();
    }

    @Override
    public void fileTakenOver(Series series, int year, @Nullable Season file) {
        database.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO season (series, year, facts, file, revision)
                            VALUES (:series, :year, :facts, :file, 0)
                            ON CONFLICT (series, year) DO UPDATE SET file = excluded.file""")
                    .bind("series", series.id())
                    .bind("year", year)
                    .bind("facts", Documents.of(series))
                    .bind("file", document(file))
                    .execute();
            facts(handle, series);
            return null;
        });
    }

    @Override
    public List<Revision> history(@Nullable String series, int limit) {
        String which = series == null ? "" : "WHERE series = :series ";
        return database.read(handle -> {
            var query = handle.createQuery(ROWS + which + "ORDER BY number DESC LIMIT :limit")
                    .bind("limit", limit);
            if (series != null) {
                query.bind("series", series);
            }
            return query.map((rs, _) -> revision(rs)).list();
        });
    }

    @Override
    public Optional<Revision> find(long number) {
        return database.read(handle -> handle.createQuery(ROWS + "WHERE number = :number")
                .bind("number", number)
                .map((rs, _) -> revision(rs))
                .findOne());
    }

    private static Revision revision(ResultSet rs) throws SQLException {
        long undoes = rs.getLong("undoes");
        boolean undoesNone = rs.wasNull();
        return new Revision(
                rs.getLong("number"),
                rs.getString("series"),
                rs.getInt("year"),
                Instant.ofEpochMilli(rs.getLong("made_at")),
                Origin.ofWord(rs.getString("origin")),
                rs.getString("who"),
                rs.getString("why"),
                undoesNone ? null : Long.valueOf(undoes),
                Documents.changes(Objects.requireNonNull(rs.getString("changes"))));
    }
}
