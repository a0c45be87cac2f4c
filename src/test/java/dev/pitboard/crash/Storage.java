package dev.pitboard.crash;

import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Reminders;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The database of a round, which gets into trouble without having anything to do with the program. */
sealed interface Storage extends AutoCloseable permits SqliteFile, PostgresqlServer {
    /** More rows than a round can have. */
    int ALL = 10_000;

    /** Where the tests find it, whatever trouble the program has with it. */
    String url();

    /** The settings by which the program finds it. To be asked once everybody has subscribed. */
    Map<String, String> environment() throws SQLException;

    /** Another program keeps it from being written. */
    void lock() throws SQLException;

    void unlock() throws SQLException;

    /** It takes no more than what it has room for. */
    void fill() throws SQLException;

    void makeRoom() throws SQLException;

    /**
     * It goes away.
     *
     * @param silently whether nothing comes back any more, instead of a refusal; where there is a difference
     */
    void leave(boolean silently) throws Exception;

    void comeBack() throws Exception;

    /** Waits until what a killed program had begun is over. */
    void calm() throws Exception;

    @Override
    void close() throws SQLException;

    /** What the ledger says. */
    default Map<Promised, DeliveryRecord> ledger(Season season) throws Exception {
        Map<Promised, DeliveryRecord> rows = new HashMap<>();
        try (Database open = Database.openToRead(url(), null, null)) {
            for (DeliveryRecord row : new SqlLedger(open).find(LedgerFilter.all(), ALL)) {
                String id = Reminders.of(row.promise()).start().session().toString();
                season.slots().stream()
                        .filter(slot -> id.endsWith(slot.id()))
                        .forEach(slot -> rows.put(new Promised(row.chat(), slot.name()), row));
            }
        }
        return rows;
    }
}
