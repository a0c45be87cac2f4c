package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Files that people send, and how bots get them: getFile, then the address with the token in it. */
final class Documents {
    /** The largest file that bots can download from the real service. */
    private static final int MOST = 20 * 1024 * 1024;

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares documents.
    private record Document(String id, String path, byte[] content) {}

    private final Map<String, Document> byId = new ConcurrentHashMap<>();
    private final Map<String, Document> byPath = new ConcurrentHashMap<>();

    List<Method> all() {
        return List.of(Method.of("getFile", this::file, "file_id"));
    }

    /** A document as it stands in a message. */
    ObjectNode add(String name, byte[] content) {
        int number = byId.size() + 1;
        var document = new Document("BQACAgIAAxkBAAI" + number, "documents/file_" + number + ".txt", content.clone());
        byId.put(document.id(), document);
        return Wire.object()
                .put("file_id", document.id())
                .put("file_unique_id", "AgAD" + number)
                .put("file_name", name)
                .put("mime_type", "text/plain")
                .put("file_size", content.length);
    }

    private JsonNode file(Parameters parameters) {
        String id = parameters.text("file_id");
        Document document = byId.get(id);
        if (document == null) {
            throw Refusal.badRequest("invalid file_id");
        }
        if (document.content().length > MOST) {
            throw Refusal.badRequest("file is too big");
        }
        byPath.put(document.path(), document);
        return Wire.object()
                .put("file_id", document.id())
                .put("file_unique_id", "AgAD" + document.id())
                .put("file_size", document.content().length)
                .put("file_path", document.path());
    }

    /** A download, or null for a path that getFile has not given. */
    @Nullable
    MockResponse download(String path) {
        Document document = byPath.get(path);
        return document == null
                ? null
                : new MockResponse.Builder()
                        .setHeader("Content-Type", "application/octet-stream")
                        .body(new Buffer().write(document.content()))
                        .build();
    }
}
