package dev.pitboard.loopback.discord;

import static dev.pitboard.loopback.discord.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message pings. Source: "Allowed mentions" in the message resource of the Discord documentation. */
final class MentionRules {
    private static final Set<String> KINDS = Set.of("roles", "users", "everyone");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    private MentionRules() {}

    static void check(JsonNode body) {
        JsonNode allowed = body.path("allowed_mentions");
        Set<String> parse = parse(allowed);
        unless(KINDS.containsAll(parse), "allowed_mentions.parse", "Value must be one of " + KINDS);
        for (String kind : List.of("roles", "users")) {
            JsonNode ids = allowed.path(kind);
            unless(ids.size() <= 100, "allowed_mentions." + kind, "Must be 100 or fewer in length.");
            unless(
                    ids.isEmpty() || !parse.contains(kind),
                    "allowed_mentions",
                    "parse: [\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
        }
    }

    /**
     * Whom it pings: mentioned in the text, allowed by the request, and for roles and everyone also allowed by
     * the guild.
     *
     * @param interaction answers to interactions ping only people unless they say otherwise
     */
    static Pings pings(Draft draft, JsonNode body, FakeChannel channel, boolean interaction) {
        if (draft.isEphemeral()) {
            return Pings.NONE;
        }
        StringBuilder text = new StringBuilder(draft.content());
        for (JsonNode display : Components.all(draft.components(), Components.TEXT_DISPLAY)) {
            text.append('\n').append(display.path("content").asText());
        }
        boolean mayPingAll = channel.botMay(Permissions.MENTION_EVERYONE);
        Set<String> roles = new LinkedHashSet<>();
        for (String id : ids(ROLE, text)) {
            FakeRole role = channel.guild == null ? null : channel.guild.roles.get(id);
            if (role != null && (role.mentionable() || mayPingAll) && allows(body, "roles", id, interaction)) {
                roles.add(id);
            }
        }
        Set<String> users = new LinkedHashSet<>(ids(USER, text));
        users.removeIf(id -> channel.world.userById(id) == null || !allows(body, "users", id, interaction));
        boolean everyone = EVERYONE.matcher(text).find()
                && mayPingAll
                && channel.guild != null
                && allows(body, "everyone", "", interaction);
        return new Pings(List.copyOf(roles), List.copyOf(users), everyone);
    }

    private static boolean allows(JsonNode body, String kind, String id, boolean interaction) {
        JsonNode allowed = body.path("allowed_mentions");
        if (!allowed.isObject()) {
            return !interaction || kind.equals("users");
        }
        if (parse(allowed).contains(kind)) {
            return true;
        }
        for (JsonNode listed : allowed.path(kind)) {
            if (listed.asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> parse(JsonNode allowed) {
        Set<String> kinds = new LinkedHashSet<>();
        if (allowed.path("parse") instanceof ArrayNode list) {
            list.forEach(kind -> kinds.add(kind.asText()));
        }
        return kinds;
    }

    private static Set<String> ids(Pattern pattern, CharSequence text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
