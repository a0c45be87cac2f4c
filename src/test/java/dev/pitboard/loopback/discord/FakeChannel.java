package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel, a thread or a direct message. */
public final class FakeChannel {
    static final int TEXT = 0;
    static final int DIRECT = 1;
    static final int ANNOUNCEMENT = 5;
    static final int THREAD = 11;
    static final int FORUM = 15;

    final World world;
    final @Nullable FakeGuild guild;
    final int type;
    final @Nullable FakeChannel parent;
    final @Nullable FakeUser recipient;
    final List<StoredMessage> messages = new ArrayList<>();
    private final String id;
    private final String name;
    long denied;
    long allowed;
    boolean archived;
    boolean locked;
    boolean closed;

    FakeChannel(
            World world,
            @Nullable FakeGuild guild,
            String id,
            int type,
            String name,
            @Nullable FakeChannel parent,
            @Nullable FakeUser recipient) {
        this.world = world;
        this.guild = guild;
        this.id = id;
        this.type = type;
        this.name = name;
        this.parent = parent;
        this.recipient = recipient;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    boolean isThread() {
        return type == THREAD;
    }

    /** A new active thread (or forum post) under this channel. */
    public FakeChannel thread(String threadName) {
        FakeGuild owner = guild;
        if (owner == null || isThread()) {
            throw new IllegalStateException("No threads here");
        }
        return owner.add(THREAD, threadName, this);
    }

    /** Archives this thread; the next message reopens it unless it is locked. */
    public FakeChannel archive() {
        return update(() -> archived = true);
    }

    /** Opens this thread again. */
    public FakeChannel unarchive() {
        return update(() -> archived = false);
    }

    /** Locks this thread: only who may manage threads can still write. */
    public FakeChannel lock() {
        return update(() -> locked = true);
    }

    /** Takes these rights from the bot in this channel and its threads. */
    public FakeChannel deny(long permissions) {
        return update(() -> {
            denied |= permissions;
            allowed &= ~permissions;
        });
    }

    /** Gives the bot these rights in this channel and its threads. */
    public FakeChannel allow(long permissions) {
        return update(() -> {
            allowed |= permissions;
            denied &= ~permissions;
        });
    }

    /** The person of this direct message no longer lets the bot write to them. */
    public FakeChannel close() {
        return update(() -> closed = true);
    }

    /** Somebody deletes all messages in it. */
    public FakeChannel clear() {
        world.monitor().run(() -> {
            messages.forEach(StoredMessage::delete);
            messages.clear();
        });
        return this;
    }

    private FakeChannel update(Runnable change) {
        world.monitor().run(() -> {
            change.run();
            if (guild != null) {
                guild.tell(isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE", this);
            }
        });
        return this;
    }

    /** Deletes it, with its threads, and tells the bot. */
    public void delete() {
        world.monitor().run(() -> {
            FakeGuild owner = guild;
            world.forget(this);
            if (owner != null) {
                owner.channels.remove(id);
                for (FakeChannel thread : List.copyOf(owner.channels.values())) {
                    if (thread.parent == this) {
                        owner.channels.remove(thread.id);
                        world.forget(thread);
                    }
                }
                owner.tell(isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", this);
            }
        });
    }

    void reopen() {
        update(() -> archived = false);
    }

    long botPermissions() {
        return guild == null ? Permissions.USUAL : guild.permissions(world.bot().id(), this);
    }

    boolean botMay(long permission) {
        return (botPermissions() & permission) == permission;
    }

    ObjectNode json() {
        return Wire.channel(this);
    }
}
