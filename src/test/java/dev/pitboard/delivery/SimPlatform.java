package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A platform as it really is: who is there, what was posted, how many requests came in the last second. */
final class SimPlatform {
    /** How many messages of a channel can be looked through. */
    static final int LOOKED_THROUGH = 50;

    private record Nonce(String ref, long at) {}

    /** A message as it is there, with the versions of the starts that it shows. */
    private static final class Posted {
        private final ChatRef chat;
        private Map<Start, Integer> shows;

        Posted(ChatRef chat, Map<Start, Integer> shows) {
            this.chat = chat;
            this.shows = shows;
        }
    }

    final Platform platform;
    final int perSecond;
    final SimWeather weather;
    final List<SimGroup> groups = new ArrayList<>();
    /** Until then nothing is expected of anybody here, because of what happened. */
    long troubledUntil;

    private final SimWorld world;
    private final SimOracle oracle;
    private final long nonceLife;
    private final boolean oneEachSecond;
    private final Map<String, Nonce> nonces = new HashMap<>();
    private final Map<String, Posted> messages = new HashMap<>();
    private final Map<SimGroup, Long> lastPost = new HashMap<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private @Nullable SimProcess counted;
    private int posted;

    SimPlatform(SimWorld world, SimOracle oracle, Platform platform, long end) {
        this.world = world;
        this.oracle = oracle;
        this.platform = platform;
        this.perSecond = world.oneOf(2, 5, 10, 50);
        this.weather = new SimWeather(world, end);
        this.nonceLife = world.between(4 * SimWorld.MINUTE, 10 * SimWorld.MINUTE);
        this.oneEachSecond = platform == Platform.TELEGRAM && world.chance(0.5);
    }

    void troubled(long until) {
        troubledUntil = Math.max(troubledUntil, until);
    }

    SimGroup at(ChatRef address) {
        return groups.stream()
                .filter(g -> g.addresses().contains(address))
                .findFirst()
                .orElseThrow(() -> new SimWorld.Fault("a message to " + address + ", where nobody is"));
    }

    /** A request to post arrives. */
    Outcome posts(SimWeather.Luck luck, Post post, SimAttempt attempt, Map<Start, Integer> shows) {
        SimGroup group = at(post.chat());
        Outcome refused = refusal(luck, group, post.chat(), attempt.process);
        if (refused != null) {
            return refused;
        }
        Nonce known = nonces.get(attempt.messageId);
        boolean remembered = platform == Platform.DISCORD && known != null && world.nanos() - known.at < nonceLife;
        if (known != null && remembered) {
            return new Outcome.Sent(known.ref, null);
        }
        String ref = platform.word() + ++posted;
        nonces.put(attempt.messageId, new Nonce(ref, world.nanos()));
        messages.put(ref, new Posted(post.chat(), shows));
        group.channel.add(attempt.messageId);
        oracle.arrives(attempt);
        return new Outcome.Sent(ref, null);
    }

    /** A request to look through the latest messages arrives. @return what is known of it by that, or null when it is not there */
    @Nullable
    Outcome looks(SimWeather.Luck luck, Post post, SimAttempt attempt) {
        SimGroup group = at(post.chat());
        count(attempt.process);
        Outcome refused = trouble(luck);
        if (refused != null) {
            return refused;
        }
        List<String> channel = group.channel;
        int from = Math.max(0, channel.size() - LOOKED_THROUGH);
        if (!group.readable) {
            return new Outcome.InDoubt("can't be read");
        }
        if (channel.subList(from, channel.size()).contains(attempt.messageId)) {
            Nonce known = nonces.get(attempt.messageId);
            return known == null ? new Outcome.InDoubt("lost") : new Outcome.Sent(known.ref, null);
        }
        return null;
    }

    /** A request to edit a message arrives. */
    Outcome edits(SimWeather.Luck luck, Edit edit, Map<Start, Integer> shows, SimProcess process) {
        SimGroup group = at(edit.chat());
        Outcome refused = refusal(luck, group, edit.chat(), process);
        if (refused != null) {
            return refused;
        }
        Posted posted = messages.get(edit.messageRef());
        if (posted == null) {
            throw new SimWorld.Fault("an edit of " + edit.messageRef() + ", which was never posted");
        }
        if (posted.chat.equals(edit.chat())) {
            posted.shows = shows;
        }
        return new Outcome.Sent(edit.messageRef(), null);
    }

    /** Whether the message can still be edited: what was posted before a chat moved stayed behind. */
    boolean isWithin(String ref, ChatRef chat) {
        Posted posted = messages.get(ref);
        return posted != null && posted.chat.equals(chat);
    }

    /** The version of that start that the message shows, -1 for none. */
    int shown(String ref, Start start) {
        Posted posted = messages.get(ref);
        return posted == null ? -1 : posted.shows.getOrDefault(start, -1);
    }

    private @Nullable Outcome refusal(SimWeather.Luck luck, SimGroup group, ChatRef to, SimProcess process) {
        count(process);
        Outcome trouble = trouble(luck);
        if (trouble != null) {
            return trouble;
        }
        if (!group.address().equals(to)) {
            return new Outcome.Moved(group.address());
        }
        SimGroup.Mood mood = group.mood(world.nanos());
        if (mood != null) {
            return switch (mood) {
                case BLOCKED -> new Outcome.Blocked("may not post there");
                case GONE -> new Outcome.Gone("no such chat");
                case DENIED -> new Outcome.Denied("not enough rights");
                case LIMITED -> new Outcome.Wait(Duration.ofSeconds(1 + world.below(20)), false, "this chat waits");
                case BROKEN -> new Outcome.Failed("blocked by a rule");
            };
        }
        Long last = lastPost.put(group, world.nanos());
        return oneEachSecond && last != null && world.nanos() - last < SimWorld.SECOND
                ? new Outcome.Wait(Duration.ofSeconds(1 + world.below(3)), false, "too many for this chat")
                : null;
    }

    private @Nullable Outcome trouble(SimWeather.Luck luck) {
        return switch (luck) {
            case ERROR -> new Outcome.Wait(Duration.ofSeconds(2), false, "status 502");
            case BUSY -> new Outcome.Wait(Duration.ofSeconds(1 + world.below(30)), true, "everybody waits");
            case REFUSED -> new Outcome.Refused("token revoked");
            case FINE, SLOW, UNREACHED, LOST, ANSWER_LOST -> null;
        };
    }

    /** What a process that is no more left in the air is not held against the next one. */
    private void count(SimProcess process) {
        if (counted != process) {
            counted = process;
            lastSecond.clear();
        }
        long now = world.nanos();
        lastSecond.addLast(now);
        while (lastSecond.getFirst() <= now - SimWorld.SECOND) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() > perSecond && !weather.wasSlow()) {
            throw new SimWorld.Fault(
                    lastSecond.size() + " requests in a second on " + platform.label() + ", not " + perSecond);
        }
    }

    @Override
    public String toString() {
        return platform.label() + ": " + groups.size() + " chats, " + perSecond + " a second, a nonce lives "
                + nonceLife / SimWorld.SECOND + " s, " + weather;
    }
}
