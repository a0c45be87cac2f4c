package dev.pitboard.loopback.discord;

import static dev.pitboard.loopback.discord.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Discord refuses in application commands. Source: the application commands page of the Discord documentation. */
final class CommandRules {
    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;
    static final int STRING = 3;
    static final int INTEGER = 4;
    static final int NUMBER = 10;
    static final int MOST_OPTIONS = 25;
    static final int MOST_CHOICES = 25;
    static final int LONGEST = 8000;
    private static final Map<Integer, Integer> MOST = Map.of(1, 100, 2, 15, 3, 15, 4, 1);
    private static final Pattern NAME =
            Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> LOCALES =
            Set.of(("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro"
                            + " fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko")
                    .split(" ", -1));

    private CommandRules() {}

    static void check(ArrayNode commands) {
        Map<Integer, Integer> counts = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            int type = command.path("type").asInt(1);
            unless(MOST.containsKey(type), "type", "Value must be one of {1, 2, 3, 4}.");
            if (counts.merge(type, 1, Integer::sum) > MOST.getOrDefault(type, 0)) {
                throw new Refusal(
                        400, 30032, "Maximum number of application commands reached (" + MOST.get(type) + ").");
            }
            unless(
                    names.add(type + " " + command.path("name").asText()),
                    "name",
                    "Application command names must be unique");
            command(command, type);
        }
    }

    private static void command(JsonNode command, int type) {
        if (type == 1) {
            name(command);
            description(command);
            options(command.path("options"), 0);
            unless(size(command) <= LONGEST, "command", "Command exceeds maximum size (8000)");
        } else {
            int length = MessageRules.length(command.path("name").asText(""));
            unless(length >= 1 && length <= 32, "name", "Must be between 1 and 32 in length.");
            unless(command.path("description").asText("").isEmpty(), "description", "Context menus have none.");
            unless(command.path("options").isEmpty(), "options", "Context menus cannot have options");
        }
        JsonNode permissions = command.path("default_member_permissions");
        unless(
                permissions.isMissingNode()
                        || permissions.isNull()
                        || permissions.asText().matches("\\d{1,20}"),
                "default_member_permissions",
                "Value is not int.");
        numbers(command.path("contexts"), "contexts", 2);
        numbers(command.path("integration_types"), "integration_types", 1);
    }

    private static void numbers(JsonNode list, String field, int most) {
        for (JsonNode value : list) {
            unless(value.canConvertToInt() || value.isTextual(), field, "Value is not int.");
            int number = value.asInt(-1);
            unless(number >= 0 && number <= most, field, "Value must be one of 0 to " + most + ".");
        }
    }

    private static void name(JsonNode named) {
        String name = named.path("name").asText("");
        unless(isName(name), "name", "Command name is invalid");
        localised(named, "name_localizations", true, 32);
    }

    /** Right characters, and lower case wherever there is one. */
    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static void description(JsonNode described) {
        int length = MessageRules.length(described.path("description").asText(""));
        unless(length >= 1 && length <= 100, "description", "Must be between 1 and 100 in length.");
        localised(described, "description_localizations", false, 100);
    }

    private static void localised(JsonNode parent, String field, boolean name, int limit) {
        for (Map.Entry<String, JsonNode> entry : parent.path(field).properties()) {
            unless(LOCALES.contains(entry.getKey()), field, "Unknown locale " + entry.getKey());
            String value = entry.getValue().asText("");
            int length = MessageRules.length(value);
            unless(length >= 1 && length <= limit, field, "Must be between 1 and " + limit + " in length.");
            unless(!name || isName(value), field, "Command name is invalid");
        }
    }

    /** @param depth 0 in a command, 1 in a group, 2 in a subcommand */
    private static void options(JsonNode options, int depth) {
        unless(options.size() <= MOST_OPTIONS, "options", "Must be 25 or fewer in length.");
        Set<String> names = new HashSet<>();
        boolean optional = false;
        boolean nested = false;
        boolean plain = false;
        for (JsonNode option : options) {
            name(option);
            description(option);
            unless(names.add(option.path("name").asText()), "options.name", "Option name already exists");
            int type = option.path("type").asInt(0);
            unless(type >= SUBCOMMAND && type <= 11, "options.type", "Value must be one of 1 to 11.");
            boolean required = option.path("required").asBoolean();
            unless(!required || !optional, "options", "Required options must be placed before non-required options");
            optional |= !required;
            if (type == SUBCOMMAND || type == GROUP) {
                unless(depth == 0 || (depth == 1 && type == SUBCOMMAND), "options.type", "Not allowed here.");
                unless(!required, "options.required", "A subcommand cannot be required");
                unless(type != GROUP || !option.path("options").isEmpty(), "options.options", "This field is required");
                options(option.path("options"), type == GROUP ? 1 : 2);
                nested = true;
            } else {
                unless(depth != 1, "options.type", "A group holds subcommands only.");
                plain = true;
                value(option, type);
            }
        }
        unless(!nested || !plain, "options", "Sub-command and sub-command group option types are mutually exclusive");
    }

    private static void value(JsonNode option, int type) {
        JsonNode choices = option.path("choices");
        boolean listed = type == STRING || type == INTEGER || type == NUMBER;
        boolean completed = option.path("autocomplete").asBoolean();
        unless(choices.isEmpty() || listed, "options.choices", "Not allowed for this type.");
        unless(!completed || listed, "options.autocomplete", "Not allowed for this type.");
        unless(choices.isEmpty() || !completed, "options.choices", "Choices and autocomplete are mutually exclusive");
        unless(choices.size() <= MOST_CHOICES, "options.choices", "Must be 25 or fewer in length.");
        Set<String> names = new HashSet<>();
        for (JsonNode choice : choices) {
            choice(choice, type == STRING);
            localised(choice, "name_localizations", false, 100);
            unless(names.add(choice.path("name").asText()), "options.choices.name", "Option choice already exists");
        }
        unless(
                option.path("min_length").asInt(0) <= option.path("max_length").asInt(6000)
                        && option.path("max_length").asInt(6000) <= 6000,
                "options.max_length",
                "Must be between 1 and 6000.");
    }

    /** One choice, of a command or of an autocomplete answer. */
    static void choice(JsonNode choice, boolean text) {
        int length = MessageRules.length(choice.path("name").asText(""));
        unless(length >= 1 && length <= 100, "choices.name", "Must be between 1 and 100 in length.");
        JsonNode value = choice.path("value");
        unless(text ? value.isTextual() : value.isNumber(), "choices.value", "Wrong type.");
        unless(!text || MessageRules.length(value.asText()) <= 100, "choices.value", "Must be 100 or fewer in length.");
    }

    /** All names, descriptions and values, nested ones too, each in its longest language. */
    private static int size(JsonNode node) {
        int size = longest(node, "name") + longest(node, "description");
        size += node.path("value").isTextual()
                ? MessageRules.length(node.path("value").asText())
                : 0;
        for (JsonNode option : node.path("options")) {
            size += size(option);
        }
        for (JsonNode choice : node.path("choices")) {
            size += size(choice);
        }
        return size;
    }

    private static int longest(JsonNode node, String field) {
        int longest = MessageRules.length(node.path(field).asText(""));
        for (JsonNode value : node.path(field + "_localizations")) {
            longest = Math.max(longest, MessageRules.length(value.asText("")));
        }
        return longest;
    }
}
