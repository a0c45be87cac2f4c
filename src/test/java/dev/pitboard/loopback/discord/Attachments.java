package dev.pitboard.loopback.discord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Files that people have attached, and the address that gives them out without a token. */
final class Attachments {
    static final String PATH = "/attachments/";

    /** What a server without boosts takes, in bytes. */
    private static final int MOST = 10_485_760;

    private final Map<String, FakeFile> files = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when it is larger than a client lets anyone attach */
    FakeFile add(String id, String name, byte[] content, String root) {
        if (content.length > MOST) {
            throw new IllegalStateException("A client attaches at most " + MOST + " bytes");
        }
        String path = PATH + "140/" + id + "/" + name;
        FakeFile file = new FakeFile(id, name, content, root + path);
        files.put(path, file);
        return file;
    }

    MockResponse serve(String path) {
        FakeFile file = files.get(path);
        return file == null
                ? new MockResponse.Builder()
                        .code(404)
                        .body("This content is no longer available.")
                        .build()
                : new MockResponse.Builder()
                        .code(200)
                        .setHeader("Content-Type", "text/plain; charset=utf-8")
                        .body(new Buffer().write(file.content))
                        .build();
    }

    /** The address of a file does not answer any more. */
    void forget() {
        files.clear();
    }
}
