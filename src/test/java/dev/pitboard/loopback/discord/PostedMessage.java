package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stood when asked for.
 *
 * @param pingedRoles ids of the roles that were really notified
 * @param pingedUsers ids of the people that were really notified
 * @param at when it arrived
 * @param editedAt when it was last changed, null if never
 * @param earlier what all its text was before each change, oldest first
 */
public record PostedMessage(
        String id,
        String channelId,
        String content,
        ArrayNode embeds,
        ArrayNode components,
        int flags,
        @Nullable String nonce,
        List<String> pingedRoles,
        List<String> pingedUsers,
        boolean pingedEveryone,
        Instant at,
        @Nullable Instant editedAt,
        boolean deleted,
        List<String> earlier) {

    /** A button of a message. */
    public record Button(String label, String customId, String url, boolean disabled) {}

    public boolean isEphemeral() {
        return (flags & Draft.EPHEMERAL) != 0;
    }

    public boolean isComponentsV2() {
        return (flags & Draft.COMPONENTS_V2) != 0;
    }

    public boolean isEdited() {
        return editedAt != null;
    }

    /** All its text, one piece a line: content, text displays, embeds. */
    public String text() {
        List<String> pieces = new ArrayList<>();
        pieces.add(content);
        for (JsonNode display : Components.all(components, Components.TEXT_DISPLAY)) {
            pieces.add(display.path("content").asText());
        }
        for (JsonNode embed : embeds) {
            pieces.add(embed.path("title").asText());
            pieces.add(embed.path("description").asText());
            for (JsonNode field : embed.path("fields")) {
                pieces.add(field.path("name").asText());
                pieces.add(field.path("value").asText());
            }
            pieces.add(embed.path("footer").path("text").asText());
        }
        pieces.removeIf(String::isEmpty);
        return String.join("\n", pieces);
    }

    /** All its buttons, wherever they stand. */
    public List<Button> buttons() {
        return Components.all(components, Components.BUTTON).stream()
                .map(button -> new Button(
                        button.path("label").asText(""),
                        button.path("custom_id").asText(""),
                        button.path("url").asText(""),
                        button.path("disabled").asBoolean()))
                .toList();
    }

    /**
     * The button with this label.
     *
     * @throws NoSuchElementException when there is none
     */
    public Button button(String label) {
        return buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No button " + label + " among " + buttons()));
    }
}
