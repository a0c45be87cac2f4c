package dev.pitboard.store;

import dev.pitboard.revision.Silences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Series of which nothing is sent for now, in SQL. Instants are kept to the millisecond. */
public final class SqlSilences implements Silences {
    private final Database database;

    public SqlSilences(Database database) {
        this.database = database;
    }

    @Override
    public void begin(Silence silence) {
        Instant until = silence.until();
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO silence (series, who, since, ends_at) VALUES (:series, :who, :since, :until)
                        ON CONFLICT (series) DO UPDATE SET who = excluded.who, since = excluded.since,
                            ends_at = excluded.ends_at""")
                .bind("series", silence.series())
                .bind("who", silence.who())
                .bind("since", silence.since().toEpochMilli())
                .bind("until", until == null ? null : Long.valueOf(until.toEpochMilli()))
                .execute());
    }

    @Override
    public Optional<Silence> end(String series, Instant now) {
        return database.write(handle -> handle.createQuery(
                                "DELETE FROM silence WHERE series = :series RETURNING series, who, since, ends_at")
                        .bind("series", series)
                        .map((rs, _) -> silence(rs))
                        .findOne())
                .filter(silence -> isStill(silence, now));
    }

    @Override
    public List<Silence> at(Instant now) {
        return database
                .read(handle -> handle.createQuery("SELECT series, who, since, ends_at FROM silence")
                        .map((rs, _) -> silence(rs))
                        .list())
                .stream()
                .filter(silence -> isStill(silence, now))
                .sorted(Comparator.comparing(Silence::series))
                .toList();
    }

    private static boolean isStill(Silence silence, Instant now) {
        return silence.until() == null || silence.until().isAfter(now);
    }

    private static Silence silence(ResultSet rs) throws SQLException {
        return new Silence(
                rs.getString("series"),
                rs.getString("who"),
                Instant.ofEpochMilli(rs.getLong("since")),
                Row.instant(rs, "ends_at"));
    }
}
