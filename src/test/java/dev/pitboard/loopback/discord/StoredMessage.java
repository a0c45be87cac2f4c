package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the server keeps it. */
final class StoredMessage {
    private final String id;
    private final FakeChannel channel;
    private final Instant at;
    private final Origin origin;
    private final @Nullable String nonce;
    private String content = "";
    private ArrayNode embeds = Wire.array();
    private ArrayNode components = Wire.array();
    private int flags;
    private Pings pings = Pings.NONE;
    private @Nullable Instant editedAt;
    private boolean deleted;
    private final List<String> earlier = new ArrayList<>();

    /** Whether the bot posted it by itself or in answer to an interaction. */
    enum Origin {
        POST,
        INTERACTION
    }

    StoredMessage(String id, FakeChannel channel, Instant at, Origin origin, @Nullable String nonce) {
        this.id = id;
        this.channel = channel;
        this.at = at;
        this.origin = origin;
        this.nonce = nonce;
    }

    void write(Draft draft) {
        content = draft.content();
        embeds = draft.embeds();
        components = draft.components();
        flags = draft.flags();
    }

    /** Before it is written anew. */
    void remember() {
        earlier.add(snapshot().text());
    }

    void ping(Pings whom) {
        pings = whom;
    }

    void edited(Instant when) {
        editedAt = when;
    }

    void delete() {
        deleted = true;
    }

    Draft draft() {
        return new Draft(content, embeds, components, flags, false);
    }

    String id() {
        return id;
    }

    FakeChannel channel() {
        return channel;
    }

    Instant at() {
        return at;
    }

    Origin origin() {
        return origin;
    }

    @Nullable
    String nonce() {
        return nonce;
    }

    String content() {
        return content;
    }

    ArrayNode embeds() {
        return embeds;
    }

    ArrayNode components() {
        return components;
    }

    int flags() {
        return flags;
    }

    Pings pings() {
        return pings;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    boolean deleted() {
        return deleted;
    }

    PostedMessage snapshot() {
        return new PostedMessage(
                id,
                channel.id(),
                content,
                embeds.deepCopy(),
                components.deepCopy(),
                flags,
                nonce,
                pings.roles(),
                pings.users(),
                pings.everyone(),
                at,
                editedAt,
                deleted,
                List.copyOf(earlier));
    }
}
