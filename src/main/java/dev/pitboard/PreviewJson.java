package dev.pitboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.importing.Asked;
import dev.pitboard.importing.ImportPreview;
import dev.pitboard.importing.Item;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an import would do, as JSON, for scripts. */
final class PreviewJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PreviewJson() {}

    static String of(ImportPreview preview) {
        ObjectNode root = JSON.createObjectNode()
                .put("id", preview.proposal().id())
                .put("source", preview.proposal().source())
                .put("seen", preview.fingerprint());
        root.putArray("items")
                .addAll(preview.resolution().items().stream()
                        .map(PreviewJson::item)
                        .toList());
        root.putArray("questions")
                .addAll(preview.resolution().questions().stream()
                        .map(PreviewJson::question)
                        .toList());
        ObjectNode notices = root.putObject("notices").put("ping", !preview.quiet());
        preview.chats().forEach((platform, chats) -> notices.put(platform.word(), chats));
        root.putObject("reminders")
                .put("moved", preview.moved())
                .put("again", preview.again())
                .put("dropped", preview.dropped());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode item(Item item) {
        ObjectNode node = JSON.createObjectNode()
                .put("fate", item.fate().name().toLowerCase(Locale.ROOT))
                .put("name", item.name())
                .put("round", item.round() == null ? null : item.round().id().toString());
        node.set("before", session(item.before()));
        node.set("after", session(item.after()));
        node.put("line", item.read() == null ? null : item.read().line());
        node.put("text", item.read() == null ? null : item.read().text());
        node.put("reason", item.reason());
        item.open().stream().sorted().forEach(node.putArray("asked")::add);
        return node;
    }

    private static @Nullable ObjectNode session(@Nullable Session session) {
        if (session == null) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode()
                .put("id", session.id().toString())
                .put("status", session.status().word());
        switch (session.time()) {
            case SessionTime.Exact(var start, var length) ->
                node.put("startUtc", start.toString()).put("minutes", length == null ? null : length.toMinutes());
            case SessionTime.DateOnly(var date) -> node.put("date", date.toString());
            case SessionTime.ToBeConfirmed() -> node.putNull("date");
        }
        return node;
    }

    private static ObjectNode question(Asked asked) {
        return JSON.createObjectNode()
                .put("key", asked.key())
                .put("line", asked.line())
                .put("text", asked.text())
                .put("takes", asked.takes())
                .put("answer", asked.answer());
    }
}
