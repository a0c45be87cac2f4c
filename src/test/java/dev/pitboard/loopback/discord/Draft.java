package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** What a message is to say, before it is checked. */
record Draft(String content, ArrayNode embeds, ArrayNode components, int flags, boolean files) {
    static final int EPHEMERAL = 1 << 6;
    static final int COMPONENTS_V2 = 1 << 15;
    private static final int SETTABLE = 1 << 2 | 1 << 12 | COMPONENTS_V2;
    private static final Draft BLANK = new Draft("", Wire.array(), Wire.array(), 0, false);

    /** A first answer or a follow-up, the only messages that can be made ephemeral. */
    static Draft answer(JsonNode body) {
        Draft draft = BLANK.changedBy(body);
        int ephemeral = body.path("flags").asInt(0) & EPHEMERAL;
        return new Draft(draft.content, draft.embeds, draft.components, draft.flags | ephemeral, draft.files);
    }

    /** A message in a channel. */
    static Draft post(JsonNode body) {
        return BLANK.changedBy(body);
    }

    /** This text with the fields the request names; what it does not name stays, and so do the lasting flags. */
    Draft changedBy(JsonNode body) {
        JsonNode said = body.path("content");
        boolean text = said.isMissingNode() || said.isNull() || said.isValueNode();
        Refusal.unless(text, "content", "Could not interpret as string.");
        int lasting = flags & (COMPONENTS_V2 | EPHEMERAL);
        return new Draft(
                !body.has("content") ? content : said.isNull() ? "" : said.asText(),
                body.has("embeds") ? list(body, "embeds") : embeds,
                body.has("components") ? list(body, "components") : components,
                (body.path("flags").asInt(0) & SETTABLE) | lasting,
                !body.path("attachments").isEmpty());
    }

    private static ArrayNode list(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isNull()) {
            return Wire.array();
        }
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw Refusal.form(field, "Only iterables may be used in a ListType");
    }

    boolean isComponentsV2() {
        return (flags & COMPONENTS_V2) != 0;
    }

    boolean isEphemeral() {
        return (flags & EPHEMERAL) != 0;
    }
}
