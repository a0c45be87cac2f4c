package dev.pitboard.bench;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Settlement;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.store.Database;
import dev.pitboard.store.EmbeddedServer;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlSubscriptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Planning, expanding and claiming with many subscriptions, on each database. */
final class StoreRun {
    private static final int AT_ONCE = 50;
    private static final int CLAIMED = 10_000;
    private static final int SENT = 2_000;
    private static final int SESSIONS = 12;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final int rows;
    private final List<Reminder> plan;
    private final Instant now;
    private final Timetable timetable;

    /** @param rows subscriptions, and rows of each firing */
    StoreRun(int rows, Path folder) throws Exception {
        this.rows = rows;
        Instant first = Instant.now().plus(Duration.ofMinutes(9));
        new SeasonFile(first, SESSIONS, Duration.ofHours(2), 30, 4).write(folder.resolve("config"));
        this.timetable = Objects.requireNonNull(
                SeasonFiles.read(folder.resolve("config")).timetable());
        this.plan = ReminderPlanner.plan(timetable, Map.of(SeasonFile.SERIES, Set.of(Field.LEAD)));
        this.now = Instant.now();
    }

    static Table table(int rows, Path folder) throws Exception {
        StoreRun run = new StoreRun(rows, Folders.empty(folder.resolve("store")));
        List<List<String>> sqlite = run.sqlite(folder.resolve("store").resolve("bench.db"));
        List<List<String>> postgresql = run.postgresql();
        Table table = new Table(
                "%,d subscriptions, one process".formatted(rows), List.of("", "SQLite", "PostgreSQL (embedded)"));
        for (int i = 0; i < sqlite.size(); i++) {
            table.row(List.of(
                    sqlite.get(i).getFirst(),
                    sqlite.get(i).getLast(),
                    postgresql.get(i).getLast()));
        }
        return table.note(
                "A page forced to this disk took %s ms in the middle; each claim and each settling waits for one or two."
                        .formatted(FanOut.number(Machine.forcedWrite(folder).toNanos() / 1e6)));
    }

    private List<List<String>> sqlite(Path file) throws Exception {
        String url = Database.sqliteUrl(file);
        fill(url);
        return measure(url);
    }

    private List<List<String>> postgresql() throws Exception {
        String url = EmbeddedServer.freshDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // As a server is by default.
            statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET synchronous_commit = on");
        }
        fill(url);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // As the server does by itself within a minute.
            statement.execute("ANALYZE");
        }
        return measure(url);
    }

    /** The first subscription as a command makes it, the others after its model, because 100,000 commands take minutes. */
    private void fill(String url) throws Exception {
        try (Database database = Database.open(url, null, null)) {
            Field.subscribe(database, List.of(ChatRef.of(Platform.DISCORD, "1")));
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO chat (platform, chat, topic)
                    WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    SELECT 'discord', CAST(i AS TEXT), '' FROM n""".formatted(rows));
            statement.execute("""
                    INSERT INTO subscription (chat_id, platform, series, space, kinds, leads, active, since)
                    SELECT c.id, s.platform, s.series, s.space, s.kinds, s.leads, s.active, s.since
                    FROM subscription s JOIN chat c ON c.id <> s.chat_id ORDER BY c.id""");
            statement.execute("""
                    INSERT INTO subscription_terms (subscription_id, valid_from, valid_until, kinds, leads)
                    SELECT s.id, t.valid_from, t.valid_until, t.kinds, t.leads
                    FROM subscription_terms t JOIN subscription s ON s.id <> t.subscription_id""");
            connection.commit();
        }
    }

    private List<List<String>> measure(String url) throws Exception {
        List<List<String>> measured = new ArrayList<>();
        try (Database database = Database.open(url, null, null)) {
            Ledger ledger = new SqlLedger(database);
            SqlSubscriptions subscriptions = new SqlSubscriptions(database);
            measured.add(List.of(
                    "plan a season of " + SESSIONS + " sessions, ms",
                    millis(() -> ReminderPlanner.plan(
                            timetable, subscriptions.demand().leads()))));
            measured.add(List.of("expand one firing, ms", millis(() -> ledger.expand(plan.getFirst(), now))));
            measured.add(List.of("claim %d at a time, rows/s".formatted(AT_ONCE), claims(ledger)));
            measured.add(List.of("note %d at a time as sent, messages/s".formatted(AT_ONCE), sent(ledger)));
            measured.add(List.of("expand %d more firings, ms".formatted(plan.size() - 1), millis(() -> {
                for (Reminder later : plan.subList(1, plan.size())) {
                    ledger.expand(later, later.expires().plusSeconds(1));
                }
            })));
            measured.add(List.of("then claim %d at a time, rows/s".formatted(AT_ONCE), claims(ledger)));
        }
        return measured;
    }

    private String claims(Ledger ledger) {
        int most = Math.min(CLAIMED, rows / 4);
        int claimed = 0;
        long begun = System.nanoTime();
        while (claimed < most) {
            int here = ledger.claim(Platform.DISCORD, now, now, LEASE, AT_ONCE).size();
            if (here == 0) {
                throw new IllegalStateException("nothing more to claim after " + claimed);
            }
            claimed += here;
        }
        return rate(claimed, begun);
    }

    private String sent(Ledger ledger) {
        List<Claim> claims = ledger.claim(Platform.DISCORD, now, now, LEASE, Math.min(SENT, rows / 4));
        long begun = System.nanoTime();
        for (int i = 0; i < claims.size(); i += AT_ONCE) {
            List<Settlement> together = claims.subList(i, Math.min(claims.size(), i + AT_ONCE)).stream()
                    .<Settlement>map(claim -> new Settlement.Sent(claim, "1", null, 0))
                    .toList();
            ledger.settle(together, now, now);
        }
        return rate(claims.size(), begun);
    }

    private static String rate(int count, long begun) {
        return FanOut.number(count * 1e9 / (System.nanoTime() - begun));
    }

    private static String millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return FanOut.number((System.nanoTime() - begun) / 1e6);
    }
}
