package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks {@code reply_markup}. */
final class Keyboards {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final int MOST_DATA_BYTES = 64;
    private static final Set<String> KNOWN = Set.of("text", "callback_data", "url", "style");

    private Keyboards() {}

    static List<List<Button>> read(Parameters parameters) {
        JsonNode markup = parameters.json("reply_markup");
        if (markup == null) {
            return List.of();
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (!rows.isArray()) {
            parameters.mistake("reply_markup is no inline keyboard");
            return List.of();
        }
        var keyboard = new ArrayList<List<Button>>();
        int buttons = 0;
        for (JsonNode row : rows) {
            if (!row.isArray()) {
                throw Refusal.badRequest(
                        "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            var cells = new ArrayList<Button>();
            row.forEach(cell -> cells.add(button(cell, parameters)));
            if (cells.size() > MOST_IN_A_ROW) {
                parameters.mistake("more than " + MOST_IN_A_ROW + " buttons in a row");
            }
            if (!cells.isEmpty()) {
                keyboard.add(cells);
            }
            buttons += cells.size();
        }
        if (buttons > MOST_BUTTONS) {
            throw Refusal.badRequest("reply markup is too long");
        }
        return keyboard;
    }

    private static Button button(JsonNode cell, Parameters parameters) {
        if (!cell.path("text").isTextual()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Can't find field \"text\"");
        }
        String text = cell.path("text").asText();
        if (text.isBlank()) {
            throw Refusal.badRequest("inline keyboard button text must be non-empty");
        }
        cell.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                parameters.mistake("button field not read here: " + name);
            }
        });
        String data = optional(cell, "callback_data");
        String url = optional(cell, "url");
        if (data == null && url == null) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (data != null && url != null) {
            parameters.mistake("a button with both url and callback_data");
        }
        if (data != null && (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES)) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        if (url != null && !url.matches("(?i)(https?://[^\\s/?#]+\\.[^\\s]+|tg://[^\\s]+)")) {
            throw Refusal.badRequest("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
        }
        String style = optional(cell, "style");
        if (style != null && !Set.of("danger", "success", "primary").contains(style)) {
            throw Refusal.badRequest("invalid button style specified");
        }
        return new Button(text, data, url, style);
    }

    private static @Nullable String optional(JsonNode cell, String name) {
        return cell.hasNonNull(name) ? cell.path(name).asText() : null;
    }
}
