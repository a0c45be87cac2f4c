package dev.pitboard.loopback.discord;

import static dev.pitboard.loopback.discord.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Discord refuses in components, old and new. Source: the component reference of the Discord documentation. */
final class ComponentRules {
    static final int TOTAL = 40;
    static final int TEXT = 4000;
    private static final int ROWS = 5;
    private static final int BUTTONS = 5;
    private static final int CUSTOM_ID = 100;
    private static final int LABEL = 80;
    private static final int ADDRESS = 512;
    private static final Set<Integer> TOP = Set.of(
            Components.ROW,
            Components.SECTION,
            Components.TEXT_DISPLAY,
            Components.GALLERY,
            Components.FILE,
            Components.SEPARATOR,
            Components.CONTAINER);

    private final Set<String> customIds = new HashSet<>();
    private final Set<Integer> ids = new HashSet<>();
    private int text;

    private ComponentRules() {}

    static void check(Draft draft) {
        List<JsonNode> all = Components.all(draft.components());
        if (draft.isComponentsV2()) {
            unless(all.size() <= TOTAL, "components", "Must be 40 or fewer in length.");
        } else {
            unless(draft.components().size() <= ROWS, "components", "Must be 5 or fewer in length.");
            for (JsonNode component : all) {
                unless(
                        !Components.isV2(Components.type(component)),
                        "components.type",
                        "Value of field \"type\" must be one of (1,) without MessageFlags.IS_COMPONENTS_V2.");
            }
        }
        ComponentRules rules = new ComponentRules();
        for (JsonNode component : draft.components()) {
            unless(TOP.contains(Components.type(component)), "components.type", "Not allowed at the top.");
            rules.component(component);
        }
        unless(rules.text <= TEXT, "components", "Text displays together must be 4000 or fewer in length.");
    }

    private void component(JsonNode component) {
        JsonNode id = component.path("id");
        unless(
                !id.isInt() || id.asInt() == 0 || ids.add(id.asInt()),
                "components.id",
                "Component id cannot be duplicated");
        switch (Components.type(component)) {
            case Components.ROW -> row(component);
            case Components.BUTTON -> button(component);
            case Components.STRING_SELECT -> select(component);
            case Components.SECTION -> section(component);
            case Components.TEXT_DISPLAY -> display(component);
            case Components.THUMBNAIL -> media(component, "components.media");
            case Components.GALLERY -> gallery(component);
            case Components.FILE -> unless(component.path("file").has("url"), "components.file", "Required.");
            case Components.SEPARATOR -> {
                int spacing = component.path("spacing").asInt(1);
                unless(spacing == 1 || spacing == 2, "components.spacing", "Value must be one of {1, 2}.");
            }
            case Components.CONTAINER -> container(component);
            default -> {
                unless(Components.isSelect(Components.type(component)), "components.type", "Unknown component type");
                customId(component);
            }
        }
    }

    private void row(JsonNode row) {
        JsonNode children = row.path("components");
        unless(!children.isEmpty(), "components.components", "Must be between 1 and 5 in length.");
        boolean buttons = true;
        for (JsonNode child : children) {
            int type = Components.type(child);
            boolean select = Components.isSelect(type);
            unless(type == Components.BUTTON || select, "components.components.type", "Not allowed in an action row.");
            buttons &= !select;
            component(child);
        }
        unless(children.size() <= (buttons ? BUTTONS : 1), "components.components", "Component layout width exceeded");
    }

    private void button(JsonNode button) {
        int style = button.path("style").asInt(0);
        unless(style >= 1 && style <= 6, "components.style", "Value must be one of {1, 2, 3, 4, 5, 6}.");
        String label = button.path("label").asText("");
        unless(MessageRules.length(label) <= LABEL, "components.label", "Must be 80 or fewer in length.");
        unless(
                style == 6 || !label.isEmpty() || button.has("emoji"),
                "components.label",
                "A button must have a label or an emoji");
        if (style == 5) {
            String url = button.path("url").asText("");
            unless(!url.isEmpty(), "components.url", "A url is required");
            unless(url.length() <= ADDRESS, "components.url", "Must be 512 or fewer in length.");
            unless(
                    url.startsWith("https://") || url.startsWith("http://") || url.startsWith("discord://"),
                    "components.url",
                    "Scheme must be one of ('http', 'https', 'discord').");
            unless(!button.has("custom_id"), "components.custom_id", "A custom id and url cannot both be specified");
        } else if (style != 6) {
            unless(!button.has("url"), "components.url", "A custom id and url cannot both be specified");
            customId(button);
        }
    }

    private void customId(JsonNode component) {
        String customId = component.path("custom_id").asText("");
        unless(!customId.isEmpty(), "components.custom_id", "A custom id is required");
        unless(customId.length() <= CUSTOM_ID, "components.custom_id", "Must be between 1 and 100 in length.");
        unless(customIds.add(customId), "components.custom_id", "Component custom id cannot be duplicated");
    }

    private void select(JsonNode select) {
        customId(select);
        JsonNode options = select.path("options");
        unless(!options.isEmpty() && options.size() <= 25, "components.options", "Must be between 1 and 25 in length.");
        unless(atMost(select, "placeholder", 150), "components.placeholder", "Must be 150 or fewer in length.");
        Set<String> values = new HashSet<>();
        for (JsonNode option : options) {
            unless(option.hasNonNull("label") && atMost(option, "label", 100), "components.options.label", "1-100.");
            unless(option.hasNonNull("value") && atMost(option, "value", 100), "components.options.value", "1-100.");
            unless(atMost(option, "description", 100), "components.options.description", "100 or fewer.");
            unless(
                    values.add(option.path("value").asText()),
                    "components.options.value",
                    "The specified option value is already used");
        }
    }

    private static boolean atMost(JsonNode parent, String field, int limit) {
        return MessageRules.length(parent.path(field).asText("")) <= limit;
    }

    private void section(JsonNode section) {
        JsonNode children = section.path("components");
        unless(
                !children.isEmpty() && children.size() <= 3,
                "components.components",
                "Must be between 1 and 3 in length.");
        for (JsonNode child : children) {
            unless(Components.type(child) == Components.TEXT_DISPLAY, "components.components.type", "Only type 10.");
            component(child);
        }
        JsonNode accessory = section.path("accessory");
        int type = Components.type(accessory);
        unless(
                type == Components.BUTTON || type == Components.THUMBNAIL,
                "components.accessory",
                "This field is required");
        component(accessory);
    }

    private void display(JsonNode display) {
        String content = display.path("content").asText("");
        unless(!content.isEmpty(), "components.content", "Must be between 1 and 4000 in length.");
        text += MessageRules.length(content);
    }

    private static void media(JsonNode item, String field) {
        JsonNode url = item.path("media").path("url");
        unless(url.isTextual(), field, "This field is required");
        MessageRules.address(url, field);
    }

    private static void gallery(JsonNode gallery) {
        JsonNode items = gallery.path("items");
        unless(!items.isEmpty() && items.size() <= 10, "components.items", "Must be between 1 and 10 in length.");
        for (JsonNode item : items) {
            media(item, "components.items.media");
        }
    }

    private void container(JsonNode container) {
        JsonNode children = container.path("components");
        unless(!children.isEmpty(), "components.components", "Must be 1 or more in length.");
        int colour = container.path("accent_color").asInt(0);
        unless(colour >= 0 && colour <= 0xFFFFFF, "components.accent_color", "Must be between 0 and 16777215.");
        for (JsonNode child : children) {
            int type = Components.type(child);
            unless(
                    TOP.contains(type) && type != Components.CONTAINER,
                    "components.components.type",
                    "Not allowed in a container.");
            component(child);
        }
    }
}
