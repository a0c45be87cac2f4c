package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The subscriptions in SQL. Instants are kept to the millisecond. */
public final class SqlSubscriptions implements Subscriptions {
    private static final String ROWS = """
            SELECT s.id, c.platform, c.chat, c.topic, s.space, s.series, s.kinds, s.leads, s.role, s.active, s.since
            FROM subscription s JOIN chat c ON c.id = s.chat_id
            """;

    private final Database database;
    private final Chats chats;
    private final Terms terms = new Terms();

    public SqlSubscriptions(Database database) {
        this.database = database;
        this.chats = new Chats(database.dialect());
    }

    @Override
    public Subscription turnOn(ChatRef chat, String space, String series, Settings settings, Instant now) {
        return database.write(handle -> {
            long chatId = chats.lockOrAdd(handle, chat);
            Optional<Subscription> before = find(handle, chat, series);
            if (before.isPresent()
                    && before.get().active()
                    && before.get().settings().equals(settings)) {
                handle.execute(
                        "UPDATE subscription SET space = ? WHERE id = ?",
                        space,
                        before.get().id());
            } else {
                long id = before.isPresent() ? before.get().id() : add(handle, chatId, chat, series);
                handle.createUpdate(
                                "UPDATE subscription SET space = :space, kinds = :kinds, leads = :leads, role = :role,"
                                        + " active = 1, since = :now WHERE id = :id")
                        .bind("space", space)
                        .bind("kinds", Text.kinds(settings.kinds()))
                        .bind("leads", Text.leads(settings.leads()))
                        .bind("role", settings.role())
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute();
                terms.begin(handle, id, settings, now);
            }
            return find(handle, chat, series).orElseThrow();
        });
    }

    private static long add(Handle handle, long chatId, ChatRef chat, String series) {
        return handle.createQuery("""
                        INSERT INTO subscription (chat_id, platform, series, space, kinds, leads, active, since)
                        VALUES (:chat, :platform, :series, '', '', '', 1, 0) RETURNING id
                        """)
                .bind("chat", chatId)
                .bind("platform", chat.platform().word())
                .bind("series", series)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<Subscription> turnOff(ChatRef chat, String series, Instant now) {
        return database.write(handle -> {
            if (chats.lock(handle, chat).isEmpty()) {
                return Optional.empty();
            }
            Optional<Subscription> on = find(handle, chat, series).filter(Subscription::active);
            on.ifPresent(s -> {
                handle.execute(
                        "UPDATE subscription SET active = 0, since = ? WHERE id = ?", now.toEpochMilli(), s.id());
                terms.end(handle, s.id(), now);
            });
            return on;
        });
    }

    @Override
    public Optional<Subscription> find(ChatRef chat, String series) {
        return database.read(handle -> find(handle, chat, series));
    }

    private static Optional<Subscription> find(Handle handle, ChatRef chat, String series) {
        return handle.createQuery(ROWS
                        + "WHERE c.platform = :platform AND c.chat = :chat AND c.topic = :topic AND s.series = :series")
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .bind("series", series)
                .map((rs, _) -> subscription(rs))
                .findOne();
    }

    @Override
    public List<Subscription> of(ChatRef chat) {
        return database.read(handle -> handle.createQuery(
                        ROWS + "WHERE c.platform = :platform AND c.chat = :chat AND c.topic = :topic ORDER BY s.series")
                .bind("platform", chat.platform().word())
                .bind("chat", chat.id())
                .bind("topic", Text.topic(chat.topic()))
                .map((rs, _) -> subscription(rs))
                .list());
    }

    private static Subscription subscription(ResultSet rs) throws SQLException {
        return new Subscription(
                rs.getLong("id"),
                Text.chat(rs.getString("platform"), rs.getString("chat"), rs.getString("topic")),
                rs.getString("space"),
                rs.getString("series"),
                new Settings(
                        Text.kinds(rs.getString("kinds")), Text.leads(rs.getString("leads")), rs.getString("role")),
                rs.getInt("active") == 1,
                Instant.ofEpochMilli(rs.getLong("since")));
    }

    @Override
    public int forget(ChatRef chat) {
        return database.write(handle -> {
            database.dialect().changeSubscriptions(handle);
            Optional<Long> id = chats.lock(handle, chat);
            if (id.isEmpty()) {
                return 0;
            }
            String ofChat = " WHERE subscription_id IN (SELECT id FROM subscription WHERE chat_id = ?)";
            handle.execute("DELETE FROM message WHERE chat_id = ?", id.get());
            handle.execute("DELETE FROM delivery" + ofChat, id.get());
            handle.execute("DELETE FROM subscription_terms" + ofChat, id.get());
            int subscriptions = handle.execute("DELETE FROM subscription WHERE chat_id = ?", id.get());
            handle.execute("DELETE FROM chat WHERE id = ?", id.get());
            return subscriptions;
        });
    }

    @Override
    public Demand demand() {
        return new Demand(database.read(handle -> handle.createQuery(
                        "SELECT platform, series, kinds, leads, count(*) AS chats"
                                + " FROM subscription WHERE active = 1 GROUP BY platform, series, kinds, leads")
                .map((rs, _) -> new Demand.Wish(
                        Platform.valueOf(rs.getString("platform").toUpperCase(Locale.ROOT)),
                        rs.getString("series"),
                        Text.kinds(rs.getString("kinds")),
                        Text.leads(rs.getString("leads")),
                        rs.getLong("chats")))
                .list()));
    }

    @Override
    public void moved(ChatRef from, ChatRef to) {
        if (from.platform() == to.platform() && from.id().equals(to.id())) {
            return;
        }
        database.write(handle -> {
            database.dialect().changeSubscriptions(handle);
            Merge merge = new Merge(handle);
            for (Chats.Place place : chats.lockAll(handle, from)) {
                ChatRef target = Text.chat(to.platform().word(), to.id(), place.topic());
                merge.chat(place.id(), chats.lockOrAdd(handle, target), target);
            }
            return null;
        });
    }

    @Override
    public long countActive() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM subscription WHERE active = 1")
                .mapTo(Long.class)
                .one());
    }
}
