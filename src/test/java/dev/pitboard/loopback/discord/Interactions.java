package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do with the bot's commands and buttons, as events of the gateway. */
final class Interactions {
    private final World world;
    private final CommandRoutes commands;
    private final InteractionRoutes answers;
    private final InstantSource clock;

    Interactions(World world, CommandRoutes commands, InteractionRoutes answers, InstantSource clock) {
        this.world = world;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    PendingInteraction command(FakeUser user, FakeChannel channel, String line, Map<String, ?> options) {
        return world.monitor().with(() -> {
            ObjectNode data = data(channel, line, options, null);
            return push(PendingInteraction.Kind.COMMAND, user, channel, data, null);
        });
    }

    PendingInteraction autocomplete(
            FakeUser user, FakeChannel channel, String line, Map<String, ?> others, String option, String typed) {
        return world.monitor().with(() -> {
            Map<String, Object> all = new LinkedHashMap<>(others);
            all.put(option, typed);
            ObjectNode data = data(channel, line, all, option);
            return push(PendingInteraction.Kind.AUTOCOMPLETE, user, channel, data, null);
        });
    }

    PendingInteraction press(FakeUser user, String messageId, String customId) {
        return world.monitor().with(() -> {
            StoredMessage message = answers.message(messageId);
            boolean there = message.snapshot().buttons().stream()
                    .anyMatch(button -> button.customId().equals(customId) && !button.disabled());
            if (!there || message.deleted()) {
                throw new IllegalStateException("No button " + customId + " to press on " + message.snapshot());
            }
            ObjectNode data = Wire.object().put("custom_id", customId).put("component_type", Components.BUTTON);
            return push(PendingInteraction.Kind.COMPONENT, user, message.channel(), data, message);
        });
    }

    /** The data of a command as Discord makes it from what was registered; a client would not send anything else. */
    private ObjectNode data(FakeChannel channel, String line, Map<String, ?> options, @Nullable String focused) {
        List<String> words = new ArrayList<>(Arrays.asList(line.strip().split(" +", -1)));
        ObjectNode command = commands.find(channel.guild, words.getFirst());
        if (command == null) {
            throw new IllegalStateException("No command " + words.getFirst() + " is registered");
        }
        requireContext(command, channel);
        ObjectNode data = Wire.object()
                .put("id", command.path("id").asText())
                .put("name", words.removeFirst())
                .put("type", 1);
        ObjectNode resolved = Wire.object();
        JsonNode level = command;
        ArrayNode into = data.putArray("options");
        for (String word : words) {
            level = option(level, word);
            ObjectNode sub = into.addObject()
                    .put("name", word)
                    .put("type", level.path("type").asInt());
            into = sub.putArray("options");
        }
        CommandOptions.fill(into, level, options, focused, channel, resolved);
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
        return data;
    }

    private static void requireContext(JsonNode command, FakeChannel channel) {
        int wanted = channel.guild == null ? 1 : 0;
        JsonNode contexts = command.path("contexts");
        if (contexts.isEmpty()) {
            return;
        }
        for (JsonNode context : contexts) {
            if (context.asInt(-1) == wanted) {
                return;
            }
        }
        throw new IllegalStateException(command.path("name") + " is not offered here: contexts " + contexts);
    }

    static JsonNode option(JsonNode level, String name) {
        for (JsonNode option : level.path("options")) {
            if (option.path("name").asText().equals(name)) {
                return option;
            }
        }
        throw new IllegalStateException("No " + name + " is registered under " + level.path("name"));
    }

    private PendingInteraction push(
            PendingInteraction.Kind kind,
            FakeUser user,
            FakeChannel channel,
            ObjectNode data,
            @Nullable StoredMessage source) {
        PendingInteraction pending = new PendingInteraction(
                world.monitor(),
                world.nextId(),
                "interaction-token-" + world.nextId(),
                kind,
                channel,
                user,
                clock.instant(),
                source);
        answers.expect(pending);
        world.events().push(channel.guild, "INTERACTION_CREATE", json(pending, data));
        return pending;
    }

    private ObjectNode json(PendingInteraction pending, ObjectNode data) {
        FakeChannel channel = pending.channel;
        FakeUser user = pending.user;
        FakeGuild guild = channel.guild;
        ObjectNode json = Wire.object()
                .put("id", pending.id)
                .put("application_id", world.applicationId())
                .put("type", pending.kind.number)
                .put("token", pending.token)
                .put("version", 1)
                .put("channel_id", channel.id())
                .put("locale", user.locale())
                .put("context", guild == null ? 1 : 0)
                .put("attachment_size_limit", 10_485_760)
                .put("app_permissions", Long.toString(channel.botPermissions()));
        json.putArray("entitlements");
        json.set("channel", channel.json());
        json.set("data", data);
        json.putObject("authorizing_integration_owners").put("0", guild == null ? "0" : guild.id());
        if (pending.source != null) {
            json.set("message", Wire.message(pending.source, world.bot()));
        }
        if (guild == null) {
            json.set("user", Wire.user(user));
            return json;
        }
        ObjectNode member =
                Wire.member(guild, user).put("permissions", Long.toString(guild.permissions(user.id(), channel)));
        json.set("member", member);
        json.put("guild_id", guild.id()).put("guild_locale", "en-US");
        ObjectNode where = json.putObject("guild").put("id", guild.id()).put("locale", "en-US");
        where.putArray("features");
        ((ObjectNode) Objects.requireNonNull(json.get("channel")))
                .put("permissions", Long.toString(guild.permissions(user.id(), channel)));
        return json;
    }
}
