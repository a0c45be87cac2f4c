package dev.pitboard.loopback.discord;

import static dev.pitboard.loopback.discord.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Discord refuses in the text of a message. Source: the message resource of the Discord documentation. */
final class MessageRules {
    static final int CONTENT = 2000;
    static final int EMBEDS = 10;
    static final int EMBED_SUM = 6000;
    static final int NONCE = 25;
    private static final int FIELDS = 25;

    private MessageRules() {}

    static void check(Draft draft) {
        unless(length(draft.content()) <= CONTENT, "content", "Must be 2000 or fewer in length.");
        unless(draft.embeds().size() <= EMBEDS, "embeds", "Must be 10 or fewer in length.");
        if (draft.isComponentsV2()) {
            unless(
                    draft.content().isEmpty(),
                    "content",
                    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            unless(
                    draft.embeds().isEmpty(),
                    "embeds",
                    "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        int sum = 0;
        for (JsonNode embed : draft.embeds()) {
            sum += embed(embed);
        }
        unless(sum <= EMBED_SUM, "embeds", "Embed size exceeds maximum size of 6000");
        ComponentRules.check(draft);
        if (draft.content().isBlank()
                && draft.embeds().isEmpty()
                && draft.components().isEmpty()
                && !draft.files()) {
            throw new Refusal(400, 50006, "Cannot send an empty message");
        }
    }

    static @Nullable String nonce(JsonNode body) {
        JsonNode nonce = body.path("nonce");
        if (nonce.isMissingNode() || nonce.isNull()) {
            return null;
        }
        unless(nonce.isTextual() || nonce.isIntegralNumber(), "nonce", "Must be an integer or a string.");
        String value = nonce.asText();
        unless(value.length() <= NONCE, "nonce", "Must be 25 or fewer in length.");
        return value;
    }

    /** Discord counts code points, not UTF-16 units. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int embed(JsonNode embed) {
        unless(embed.isObject() && !embed.isEmpty(), "embeds", "This field is required");
        int size = text(embed, "title", 256) + text(embed, "description", 4096);
        size += text(embed.path("footer"), "text", 2048) + text(embed.path("author"), "name", 256);
        unless(embed.path("fields").size() <= FIELDS, "embeds.fields", "Must be 25 or fewer in length.");
        for (JsonNode field : embed.path("fields")) {
            unless(!field.path("name").asText("").isBlank(), "embeds.fields.name", "This field is required");
            unless(!field.path("value").asText("").isBlank(), "embeds.fields.value", "This field is required");
            size += text(field, "name", 256) + text(field, "value", 1024);
        }
        address(embed.path("url"), "embeds.url");
        address(embed.path("image").path("url"), "embeds.image.url");
        address(embed.path("thumbnail").path("url"), "embeds.thumbnail.url");
        int colour = embed.path("color").asInt(0);
        unless(colour >= 0 && colour <= 0xFFFFFF, "embeds.color", "int value should be between 0 and 16777215.");
        return size;
    }

    private static int text(JsonNode parent, String field, int limit) {
        int length = length(parent.path(field).asText(""));
        unless(length <= limit, "embeds." + field, "Must be " + limit + " or fewer in length.");
        return length;
    }

    static void address(JsonNode url, String field) {
        if (url.isTextual()) {
            String value = url.asText().toLowerCase(Locale.ROOT);
            unless(
                    value.startsWith("https://") || value.startsWith("http://") || value.startsWith("attachment://"),
                    field,
                    "Not a well formed URL.");
        }
    }
}
