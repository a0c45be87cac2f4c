package dev.pitboard.bench;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Many servers on the loopback Discord, or many chats on the loopback Telegram, and what they want of the program. */
final class Field {
    static final LeadTime LEAD = LeadTime.ofMinutes(10);

    private Field() {}

    /**
     * On Discord.
     *
     * @param channels those that follow the series
     */
    record Servers(FakeUser person, List<FakeChannel> channels) {
        /** @param size channels in each server; only as many as {@code following} follow the series */
        static Servers of(LoopbackDiscord discord, int servers, int size, int following) {
            FakeUser person = discord.world().user("Maja");
            List<FakeChannel> channels = new ArrayList<>();
            for (int i = 0; i < servers; i++) {
                FakeGuild guild = discord.world().guild("Server " + i);
                guild.member(person, Permissions.MANAGE_GUILD);
                int here = following / servers + (i < following % servers ? 1 : 0);
                for (int j = 0; j < Math.max(size, here); j++) {
                    FakeChannel channel = guild.text("channel-" + i + "-" + j);
                    if (j < here) {
                        channels.add(channel);
                    }
                }
            }
            return new Servers(person, channels);
        }

        List<ChatRef> chats() {
            return channels.stream()
                    .map(channel -> ChatRef.of(Platform.DISCORD, channel.id()))
                    .toList();
        }
    }

    /** On Telegram: private chats and groups in turn. */
    static List<ChatRef> telegramChats(LoopbackTelegram telegram, int count) {
        List<ChatRef> chats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = i % 2 == 0
                    ? telegram.world().supergroup("Paddock " + i)
                    : telegram.world().privateChat(telegram.world().person("Fan" + i));
            chats.add(ChatRef.of(Platform.TELEGRAM, Long.toString(id)));
        }
        return chats;
    }

    /** Writes down that these chats want every session announced ten minutes ahead, as commands would have an hour ago. */
    static void subscribe(Path data, List<ChatRef> chats) throws Exception {
        // Nothing is lost by a crash here, and thousands of transactions take their time otherwise.
        String url = Database.sqliteUrl(data.resolve("pitboard.db")) + "?synchronous=OFF";
        try (Database database = Database.open(url, null, null)) {
            subscribe(database, chats);
        }
    }

    static void subscribe(Database database, List<ChatRef> chats) {
        SqlSubscriptions subscriptions = new SqlSubscriptions(database);
        Settings settings = new Settings(EnumSet.allOf(SessionKind.class), List.of(LEAD), null);
        Instant then = Instant.now().minus(Duration.ofHours(1));
        chats.forEach(chat -> subscriptions.turnOn(chat, "bench", SeasonFile.SERIES, settings, then));
    }

    static Map<String, String> environment(Path folder) {
        return Map.of(
                "PATH", System.getenv().getOrDefault("PATH", ""),
                "PITBOARD_CONFIG", folder.resolve("config").toString(),
                "PITBOARD_DATA", folder.resolve("data").toString(),
                "PITBOARD_HTTP_PORT", "0",
                "PITBOARD_ZONE", "Europe/Rome");
    }
}
