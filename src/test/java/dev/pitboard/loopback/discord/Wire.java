package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;

/** The objects of the API as JSON. What JDA cannot do without is in the platform notes of the real API. */
final class Wire {
    private static final String LONG_AGO = "2024-01-01T00:00:00.000000+00:00";

    private Wire() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode user(FakeUser user) {
        ObjectNode json = object().put("id", user.id())
                .put("username", user.name().toLowerCase(Locale.ROOT))
                .put("global_name", user.name())
                .put("discriminator", "0")
                .put("bot", user.bot())
                .put("public_flags", 0);
        return json.putNull("avatar");
    }

    static ObjectNode self(FakeUser bot) {
        return user(bot).put("verified", true).put("mfa_enabled", true).put("flags", 0);
    }

    static ObjectNode role(FakeRole role) {
        ObjectNode json = object().put("id", role.id())
                .put("name", role.name())
                .put("color", 0)
                .put("hoist", false)
                .put("position", role.id().equals(role.guild.id()) ? 0 : 1)
                .put("permissions", Long.toString(role.permissions))
                .put("managed", role.managed())
                .put("mentionable", role.mentionable())
                .put("flags", 0);
        json.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        if (role.managed()) {
            json.putObject("tags").put("bot_id", role.guild.world.bot().id());
        }
        return json.putNull("icon").putNull("unicode_emoji");
    }

    static ObjectNode member(FakeGuild guild, FakeUser user) {
        ObjectNode json = object().put("joined_at", LONG_AGO)
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("pending", false);
        json.putNull("nick").putNull("avatar").putNull("premium_since");
        ArrayNode roles = json.putArray("roles");
        guild.rolesOf(user.id()).forEach(roles::add);
        json.set("user", user(user));
        return json;
    }

    static ObjectNode channel(FakeChannel channel) {
        ObjectNode json =
                object().put("id", channel.id()).put("type", channel.type).put("flags", 0);
        String last =
                channel.messages.isEmpty() ? null : channel.messages.getLast().id();
        json.put("last_message_id", last);
        FakeUser recipient = channel.recipient;
        if (recipient != null) {
            json.putArray("recipients").add(user(recipient));
            return json;
        }
        FakeGuild guild = Objects.requireNonNull(channel.guild);
        json.put("guild_id", guild.id())
                .put("name", channel.name())
                .put("nsfw", false)
                .put("rate_limit_per_user", 0);
        return channel.isThread() ? thread(json, channel, guild) : topLevel(json, channel, guild);
    }

    private static ObjectNode thread(ObjectNode json, FakeChannel channel, FakeGuild guild) {
        json.put("parent_id", Objects.requireNonNull(channel.parent).id())
                .put("owner_id", guild.ownerId())
                .put("member_count", 1)
                .put("message_count", channel.messages.size())
                .put("total_message_sent", channel.messages.size());
        json.putObject("thread_metadata")
                .put("archived", channel.archived)
                .put("locked", channel.locked)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", LONG_AGO)
                .put("create_timestamp", LONG_AGO);
        return json;
    }

    private static ObjectNode topLevel(ObjectNode json, FakeChannel channel, FakeGuild guild) {
        json.put("position", 0).putNull("topic").putNull("parent_id");
        ArrayNode overwrites = json.putArray("permission_overwrites");
        if ((channel.denied | channel.allowed) != 0) {
            overwrites
                    .addObject()
                    .put("id", guild.world.bot().id())
                    .put("type", 1)
                    .put("allow", Long.toString(channel.allowed))
                    .put("deny", Long.toString(channel.denied));
        }
        if (channel.type == FakeChannel.FORUM) {
            json.putArray("available_tags");
        }
        return json;
    }

    /** A whole guild as GUILD_CREATE has it: archived threads are not sent. */
    static ObjectNode guild(FakeGuild guild) {
        ObjectNode json = object().put("id", guild.id())
                .put("name", guild.name())
                .put("owner_id", guild.ownerId())
                .put("system_channel_id", guild.systemChannel)
                .put("preferred_locale", "en-US")
                .put("unavailable", false)
                .put("large", false)
                .put("afk_timeout", 300)
                .put("nsfw_level", 0)
                .put("verification_level", 0)
                .put("member_count", 2)
                .put("joined_at", LONG_AGO)
                .put("premium_progress_bar_enabled", false);
        ArrayNode roles = json.putArray("roles");
        guild.roles.values().forEach(role -> roles.add(role(role)));
        ArrayNode channels = json.putArray("channels");
        ArrayNode threads = json.putArray("threads");
        for (FakeChannel channel : guild.channels.values()) {
            if (!channel.isThread()) {
                channels.add(channel(channel));
            } else if (!channel.archived) {
                threads.add(channel(channel));
            }
        }
        json.putArray("members").add(member(guild, guild.world.bot()));
        for (String list : new String[] {
            "emojis", "stickers", "voice_states", "presences", "guild_scheduled_events", "stage_instances", "features"
        }) {
            json.putArray(list);
        }
        return json;
    }

    static ObjectNode message(StoredMessage message, FakeUser author) {
        ObjectNode json = object().put("id", message.id())
                .put("channel_id", message.channel().id())
                .put("type", 0)
                .put("content", message.content())
                .put("timestamp", message.at().toString())
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", message.pings().everyone())
                .put("flags", message.flags());
        json.put(
                "edited_timestamp",
                message.editedAt() == null ? null : message.editedAt().toString());
        json.set("author", user(author));
        ArrayNode mentions = json.putArray("mentions");
        message.pings().users().forEach(id -> {
            FakeUser user = message.channel().world.userById(id);
            if (user != null) {
                mentions.add(user(user));
            }
        });
        ArrayNode roles = json.putArray("mention_roles");
        message.pings().roles().forEach(roles::add);
        json.putArray("attachments");
        json.set("embeds", message.embeds());
        json.set("components", message.components());
        if (message.nonce() != null) {
            json.put("nonce", message.nonce());
        }
        return json;
    }
}
