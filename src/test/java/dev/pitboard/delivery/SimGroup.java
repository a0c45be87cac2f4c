package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People in a chat, whatever its address is. */
final class SimGroup {
    /** How the platform answers for a while. */
    enum Mood {
        BLOCKED,
        GONE,
        DENIED,
        LIMITED,
        BROKEN
    }

    /** Times are the simulation's nanoseconds. */
    record Spell(Mood mood, long from, long until) {}

    final Platform platform;
    final String name;
    final List<Spell> spells = new ArrayList<>();
    final List<String> channel = new ArrayList<>();
    boolean readable = true;
    boolean wasShut;
    /** An edit was refused for good. */
    boolean refusesEdits;
    /** Until then nothing is expected of it, because of what happened to it. */
    long troubledUntil;

    private final List<ChatRef> addresses = new ArrayList<>();

    SimGroup(Platform platform, String name) {
        this.platform = platform;
        this.name = name;
        addresses.add(ChatRef.of(platform, name));
    }

    ChatRef address() {
        return addresses.getLast();
    }

    List<ChatRef> addresses() {
        return addresses;
    }

    void move() {
        addresses.add(ChatRef.of(platform, name + "'".repeat(addresses.size())));
    }

    @Nullable
    Mood mood(long now) {
        return spells.stream()
                .filter(s -> s.from <= now && now < s.until)
                .map(Spell::mood)
                .findFirst()
                .orElse(null);
    }

    void troubled(long until) {
        troubledUntil = Math.max(troubledUntil, until);
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
