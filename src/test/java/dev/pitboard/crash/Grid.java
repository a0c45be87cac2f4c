package dev.pitboard.crash;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chats of a round and what they want. */
final class Grid {
    static final int DISCORD_CHATS = 60;
    static final int TELEGRAM_CHATS = 40;
    private static final int CHANNELS_OF_A_SERVER = 20;

    private final List<Chat> chats = new ArrayList<>();

    /** A chat with one lead time, so that it is owed one message for each session; off when it wants nothing any more. */
    record Chat(ChatRef ref, Settings settings, boolean off) {
        Instant due(Season.Slot slot) {
            return slot.start().minus(settings.leads().getFirst().before());
        }

        boolean wants(Season.Slot slot) {
            return !off && settings.kinds().contains(slot.kind());
        }
    }

    Grid(LoopbackDiscord discord, LoopbackTelegram telegram, Random random) {
        FakeGuild guild = discord.world().guild("Fans 0");
        FakeRole role = guild.role("Race fans", true);
        for (int i = 0; i < DISCORD_CHATS; i++) {
            if (i > 0 && i % CHANNELS_OF_A_SERVER == 0) {
                guild = discord.world().guild("Fans " + i);
                role = guild.role("Race fans", true);
            }
            FakeChannel channel = guild.text("race-day-" + i);
            add(ChatRef.of(Platform.DISCORD, channel.id()), random, random.nextInt(4) == 0 ? role.id() : null);
        }
        for (int i = 0; i < TELEGRAM_CHATS; i++) {
            long id = i % 2 == 0
                    ? telegram.world().supergroup("Paddock " + i)
                    : telegram.world().privateChat(telegram.world().person("Fan" + i));
            add(ChatRef.of(Platform.TELEGRAM, Long.toString(id)), random, null);
        }
    }

    private void add(ChatRef ref, Random random, @Nullable String role) {
        Set<SessionKind> kinds =
                random.nextInt(5) == 0 ? EnumSet.of(SessionKind.RACE) : EnumSet.allOf(SessionKind.class);
        LeadTime lead = LeadTime.ofMinutes(random.nextBoolean() ? Season.MINUTES : 0);
        chats.add(new Chat(ref, new Settings(kinds, List.of(lead), role), random.nextInt(20) == 0));
    }

    List<Chat> chats() {
        return chats;
    }

    /** Writes everybody's wishes to the database, as commands would have some minutes ago. */
    void subscribe(Storage storage, Instant then) throws Exception {
        try (Database open = Database.open(storage.url(), null, null)) {
            SqlSubscriptions subscriptions = new SqlSubscriptions(open);
            for (Chat chat : chats) {
                subscriptions.turnOn(chat.ref(), "fans", Season.SERIES, chat.settings(), then);
                if (chat.off()) {
                    subscriptions.turnOff(chat.ref(), Season.SERIES, then.plusMillis(1));
                }
            }
        }
    }
}
