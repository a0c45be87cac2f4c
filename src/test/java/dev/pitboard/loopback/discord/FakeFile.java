package dev.pitboard.loopback.discord;

/** A file that a person attaches to a command; it can be fetched at its address. */
public final class FakeFile {
    final String id;
    final String name;
    final byte[] content;
    final String url;

    FakeFile(String id, String name, byte[] content, String url) {
        this.id = id;
        this.name = name;
        this.content = content.clone();
        this.url = url;
    }
}
