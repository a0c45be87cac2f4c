package dev.pitboard.store;

import dev.pitboard.revision.Stewards;
import java.util.Comparator;
import java.util.List;

/** Who may change the timetable, in SQL. */
public final class SqlStewards implements Stewards {
    private final Database database;

    public SqlStewards(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Steward steward) {
        return change("INSERT INTO steward (person, series) VALUES (:person, :series) ON CONFLICT DO NOTHING", steward);
    }

    @Override
    public boolean remove(Steward steward) {
        return change("DELETE FROM steward WHERE person = :person AND series = :series", steward);
    }

    private boolean change(String sql, Steward steward) {
        String series = steward.series();
        return database.<Integer>write(handle -> handle.createUpdate(sql)
                        .bind("person", steward.person())
                        .bind("series", series == null ? "" : series)
                        .execute())
                == 1;
    }

    /** Sorted here, since databases have their own ideas of the alphabet. */
    @Override
    public List<Steward> list() {
        record Row(String series, String person) {}
        return database
                .read(handle -> handle.createQuery("SELECT series, person FROM steward")
                        .map((rs, _) -> new Row(rs.getString("series"), rs.getString("person")))
                        .list())
                .stream()
                .sorted(Comparator.comparing(Row::series).thenComparing(Row::person))
                .map(row -> new Steward(row.person(), row.series().isEmpty() ? null : row.series()))
                .toList();
    }
}
