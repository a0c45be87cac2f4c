package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registering application commands, globally or for one guild. */
final class CommandRoutes {
    private static final String GLOBAL = "";

    private final World world;
    private final Recorder recorder;
    private final Map<String, List<ObjectNode>> byScope = new LinkedHashMap<>();

    CommandRoutes(World world, Recorder recorder) {
        this.world = world;
        this.recorder = recorder;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "applications/{}/commands", call -> list(call, GLOBAL)),
                Route.of("PUT", "applications/{}/commands", call -> replace(call, GLOBAL)),
                Route.of("POST", "applications/{}/commands", call -> add(call, GLOBAL)),
                Route.of("DELETE", "applications/{}/commands/{}", call -> delete(call, GLOBAL, 1)),
                Route.of("GET", "applications/{}/guilds/{}/commands", call -> list(call, guild(call))),
                Route.of("PUT", "applications/{}/guilds/{}/commands", call -> replace(call, guild(call))),
                Route.of("POST", "applications/{}/guilds/{}/commands", call -> add(call, guild(call))),
                Route.of("DELETE", "applications/{}/guilds/{}/commands/{}", call -> delete(call, guild(call), 2)));
    }

    /** The chat command of this name as people in this guild (or in a direct message) would be offered it. */
    @Nullable
    ObjectNode find(@Nullable FakeGuild guild, String name) {
        if (guild != null) {
            ObjectNode own = named(guild.id(), name);
            if (own != null) {
                return own;
            }
        }
        return named(GLOBAL, name);
    }

    private @Nullable ObjectNode named(String scope, String name) {
        return scope(scope).stream()
                .filter(command -> command.path("type").asInt(1) == 1)
                .filter(command -> command.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<ObjectNode> scope(String scope) {
        return byScope.computeIfAbsent(scope, _ -> new ArrayList<>());
    }

    private String guild(Call call) {
        FakeGuild guild = world.guildById(call.name(1));
        if (guild == null || !guild.joined()) {
            throw Refusal.missingAccess();
        }
        return guild.id();
    }

    private void own(Call call) {
        if (!call.name(0).equals(world.applicationId())) {
            throw new Refusal(403, 20012, "You are not authorized to perform this action on this application");
        }
    }

    private Answer list(Call call, String scope) {
        own(call);
        return Answer.ok(array(scope));
    }

    private Answer replace(Call call, String scope) {
        own(call);
        if (!(call.body() instanceof ArrayNode commands)) {
            throw Refusal.form("body", "Only iterables may be used in a ListType");
        }
        CommandRules.check(commands);
        List<ObjectNode> registered = new ArrayList<>();
        for (JsonNode command : commands) {
            registered.add(register(command, scope));
        }
        byScope.put(scope, registered);
        return told(scope);
    }

    private Answer add(Call call, String scope) {
        own(call);
        ObjectNode command = register(call.body(), scope);
        List<ObjectNode> after = new ArrayList<>(scope(scope));
        boolean replaced = after.removeIf(old -> same(old, command));
        after.add(command);
        ArrayNode all = Wire.array();
        all.addAll(after);
        CommandRules.check(all);
        byScope.put(scope, after);
        told(scope);
        return Answer.json(replaced ? 200 : 201, command);
    }

    private Answer delete(Call call, String scope, int at) {
        own(call);
        if (!scope(scope).removeIf(command -> command.path("id").asText().equals(call.name(at)))) {
            throw new Refusal(404, 10063, "Unknown application command");
        }
        told(scope);
        return Answer.empty();
    }

    private Answer told(String scope) {
        if (scope.equals(GLOBAL)) {
            recorder.record(array(GLOBAL));
        }
        return Answer.ok(array(scope));
    }

    private ArrayNode array(String scope) {
        ArrayNode all = Wire.array();
        scope(scope).forEach(command -> all.add(command.deepCopy()));
        return all;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("name").equals(other.path("name"))
                && one.path("type").asInt(1) == other.path("type").asInt(1);
    }

    /** A command of the same name keeps its id; what the request leaves out gets its default, as in real answers. */
    private ObjectNode register(JsonNode given, String scope) {
        if (!(given instanceof ObjectNode object)) {
            throw Refusal.form("body", "Only dictionaries may be used in a DictType");
        }
        ObjectNode command = object.deepCopy();
        String id = scope(scope).stream()
                .filter(old -> same(old, given))
                .map(old -> old.path("id").asText())
                .findFirst()
                .orElseGet(world::nextId);
        command.put("id", id).put("application_id", world.applicationId()).put("version", world.nextId());
        if (!command.has("type")) {
            command.put("type", 1);
        }
        if (!command.has("default_member_permissions")) {
            command.putNull("default_member_permissions");
        }
        if (!command.has("nsfw")) {
            command.put("nsfw", false);
        }
        if (scope.equals(GLOBAL)) {
            if (!command.has("integration_types")) {
                command.putArray("integration_types").add(0);
            }
        } else {
            command.put("guild_id", scope);
        }
        return command;
    }
}
