package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a person filled in into the options of an interaction, as far as a client would let them. */
final class CommandOptions {
    private static final int LONGEST_TEXT = 6000;

    private CommandOptions() {}

    /**
     * Fills in the options.
     *
     * @param level the registered command or subcommand
     * @param focused the option being typed, null when the command is sent off
     * @param resolved gets the users, roles and channels named
     * @throws IllegalStateException for what no client would send: an option that isn't registered, a choice that
     *     isn't one, a required option left out
     */
    static void fill(
            ArrayNode into,
            JsonNode level,
            Map<String, ?> options,
            @Nullable String focused,
            FakeChannel channel,
            ObjectNode resolved) {
        Set<String> missing = new HashSet<>(options.keySet());
        for (JsonNode registered : level.path("options")) {
            String name = registered.path("name").asText();
            missing.remove(name);
            Object value = options.get(name);
            if (value == null) {
                if (registered.path("required").asBoolean() && focused == null) {
                    throw new IllegalStateException("Option " + name + " is required");
                }
                continue;
            }
            ObjectNode option = into.addObject()
                    .put("name", name)
                    .put("type", registered.path("type").asInt());
            put(option, registered, value, name.equals(focused), channel, resolved);
            if (name.equals(focused)) {
                if (!registered.path("autocomplete").asBoolean()) {
                    throw new IllegalStateException("Option " + name + " has no autocomplete");
                }
                option.put("focused", true);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not registered under " + level.path("name") + ": " + missing);
        }
    }

    private static void put(
            ObjectNode option,
            JsonNode registered,
            Object value,
            boolean typing,
            FakeChannel channel,
            ObjectNode resolved) {
        switch (registered.path("type").asInt()) {
            case 4, 10 -> {
                if (typing) {
                    option.put("value", value.toString());
                } else if (value instanceof Number number
                        && registered.path("type").asInt() == 4) {
                    option.put("value", number.longValue());
                } else {
                    option.put("value", Double.parseDouble(value.toString()));
                }
            }
            case 5 -> option.put("value", Boolean.parseBoolean(value.toString()));
            case 6 -> option.put("value", user((FakeUser) value, channel, resolved));
            case 7 -> option.put("value", channel((FakeChannel) value, resolved));
            case 11 -> option.put("value", file((FakeFile) value, resolved));
            case 8 -> option.put("value", role((FakeRole) value, resolved));
            default -> option.put("value", text(registered, value.toString(), typing));
        }
    }

    private static String text(JsonNode registered, String value, boolean typing) {
        int most = registered.path("max_length").asInt(LONGEST_TEXT);
        if (value.length() > most) {
            throw new IllegalStateException("A client sends at most " + most + " characters");
        }
        JsonNode choices = registered.path("choices");
        if (typing || choices.isEmpty()) {
            return value;
        }
        for (JsonNode choice : choices) {
            if (choice.path("value").asText().equals(value)) {
                return value;
            }
        }
        throw new IllegalStateException(value + " is none of " + choices);
    }

    private static String user(FakeUser user, FakeChannel channel, ObjectNode resolved) {
        resolved.withObject("/users").set(user.id(), Wire.user(user));
        if (channel.guild != null) {
            ObjectNode member = Wire.member(channel.guild, user);
            member.remove("user");
            member.put("permissions", Long.toString(channel.guild.permissions(user.id(), channel)));
            resolved.withObject("/members").set(user.id(), member);
        }
        return user.id();
    }

    private static String channel(FakeChannel named, ObjectNode resolved) {
        ObjectNode json = named.json();
        json.put("permissions", Long.toString(Permissions.USUAL));
        json.put("app_permissions", Long.toString(named.botPermissions()));
        resolved.withObject("/channels").set(named.id(), json);
        return named.id();
    }

    private static String file(FakeFile file, ObjectNode resolved) {
        resolved.withObject("/attachments")
                .putObject(file.id)
                .put("id", file.id)
                .put("filename", file.name)
                .put("size", file.content.length)
                .put("url", file.url)
                .put("proxy_url", file.url)
                .put("content_type", "text/plain; charset=utf-8")
                .put("ephemeral", true);
        return file.id;
    }

    private static String role(FakeRole role, ObjectNode resolved) {
        Objects.requireNonNull(role.guild);
        resolved.withObject("/roles").set(role.id(), Wire.role(role));
        return role.id();
    }
}
