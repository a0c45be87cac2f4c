package dev.pitboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftPart;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Question;
import org.jspecify.annotations.Nullable;

/** A draft as JSON, for scripts. */
final class DraftJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DraftJson() {}

    static String of(Draft draft) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("sessions")
                .addAll(draft.sessions().stream().map(DraftJson::session).toList());
        root.putArray("questions")
                .addAll(draft.questions().stream().map(DraftJson::question).toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode session(DraftSession session) {
        ObjectNode node = JSON.createObjectNode();
        node.put("series", session.series());
        node.put("round", session.round());
        node.put("name", session.name());
        node.put("kind", session.kind().word());
        node.put("date", text(session.date()));
        node.put("start", text(session.start()));
        node.put("zone", text(session.zone()));
        node.put("startUtc", text(session.startUtc()));
        node.put("minutes", session.minutes());
        node.put("status", session.status().word());
        node.putArray("parts")
                .addAll(session.parts().stream().map(DraftJson::part).toList());
        node.put("line", session.line());
        node.put("text", session.text());
        return node;
    }

    private static ObjectNode part(DraftPart part) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", part.name());
        node.put("minutes", part.minutes());
        node.put("start", text(part.start()));
        return node;
    }

    private static ObjectNode question(Question question) {
        ObjectNode node = JSON.createObjectNode();
        node.put("line", question.line());
        node.put("about", question.about().word());
        node.put("text", question.text());
        return node;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
