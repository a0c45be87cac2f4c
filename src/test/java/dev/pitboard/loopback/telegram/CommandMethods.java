package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of commands people are shown, for each scope and language. */
final class CommandMethods {
    private static final Set<String> PLAIN_SCOPES =
            Set.of("default", "all_private_chats", "all_group_chats", "all_chat_administrators");
    private static final Set<String> CHAT_SCOPES = Set.of("chat", "chat_administrators", "chat_member");

    private final World world;
    private final Map<CommandScope, Map<String, String>> registered = new LinkedHashMap<>();

    CommandMethods(World world) {
        this.world = world;
    }

    List<Method> all() {
        return List.of(
                Method.of("setMyCommands", this::set, "commands", "scope", "language_code"),
                Method.of("getMyCommands", this::get, "scope", "language_code"),
                Method.of("deleteMyCommands", this::delete, "scope", "language_code"));
    }

    /** Descriptions by command, for each scope that has any. */
    Map<CommandScope, Map<String, String>> registered() {
        return Map.copyOf(registered);
    }

    private JsonNode set(Parameters parameters) {
        JsonNode given = parameters.json("commands");
        if (given == null || !given.isArray()) {
            throw Refusal.badRequest("can't parse commands JSON object");
        }
        var scope = scope(parameters);
        if (given.size() > 100) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        var commands = new LinkedHashMap<String, String>();
        for (JsonNode one : given) {
            String command = command(one.path("command").asText(""));
            if (commands.put(command, description(one.path("description").asText(""))) != null) {
                parameters.mistake("command given twice: " + command);
            }
        }
        if (commands.isEmpty()) {
            registered.remove(scope);
        } else {
            registered.put(scope, commands);
        }
        return BooleanNode.TRUE;
    }

    private static String command(String given) {
        String command = given.startsWith("/") ? given.substring(1) : given;
        if (command.isBlank()) {
            throw Refusal.badRequest("command must be non-empty");
        }
        if (command.length() > 32) {
            throw Refusal.badRequest("command length must not exceed 32");
        }
        if (!command.matches("[a-z0-9_]+")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        return command;
    }

    private static String description(String description) {
        if (description.isBlank()) {
            throw Refusal.badRequest("command description must be non-empty");
        }
        if (description.length() > 256) {
            throw Refusal.badRequest("command description length must not exceed 256");
        }
        return description;
    }

    private JsonNode get(Parameters parameters) {
        var list = Wire.array();
        registered
                .getOrDefault(scope(parameters), Map.of())
                .forEach((command, description) ->
                        list.addObject().put("command", command).put("description", description));
        return list;
    }

    private JsonNode delete(Parameters parameters) {
        registered.remove(scope(parameters));
        return BooleanNode.TRUE;
    }

    private CommandScope scope(Parameters parameters) {
        String language = parameters.text("language_code");
        if (!language.matches("([a-z]{2})?")) {
            throw Refusal.badRequest("invalid language code specified");
        }
        JsonNode scope = parameters.json("scope");
        String type = scope == null ? "default" : scope.path("type").asText("");
        if (PLAIN_SCOPES.contains(type)) {
            return new CommandScope(type, 0, 0, language);
        }
        if (scope == null || !CHAT_SCOPES.contains(type)) {
            throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        var chat = world.find(scope.path("chat_id").asText(""));
        if (chat == null) {
            throw Refusal.badRequest("chat not found");
        }
        long user = type.equals("chat_member") ? scope.path("user_id").asLong() : 0;
        if (type.equals("chat_member") && world.findPerson(user) == null) {
            throw Refusal.badRequest("user not found");
        }
        return new CommandScope(type, chat.id, user, language);
    }
}
