package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages the bot posts, reads, edits and deletes in channels. */
final class MessageRoutes {
    /** How long a nonce is remembered. The documentation says "the past few minutes". */
    static final Duration NONCE_WINDOW = Duration.ofMinutes(5);

    private final World world;
    private final Recorder recorder;
    private final Faults faults;
    private final InstantSource clock;
    private final Map<String, StoredMessage> byNonce = new HashMap<>();

    MessageRoutes(World world, Recorder recorder, Faults faults, InstantSource clock) {
        this.world = world;
        this.recorder = recorder;
        this.faults = faults;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "channels/{}/messages", this::post),
                Route.of("GET", "channels/{}/messages", this::list),
                Route.of("GET", "channels/{}/messages/{}", this::get),
                Route.of("PATCH", "channels/{}/messages/{}", this::edit),
                Route.of("DELETE", "channels/{}/messages/{}", this::delete));
    }

    private Answer post(Call call) {
        FakeChannel channel = world.channel(call.name(0));
        mayPost(channel);
        Draft draft = Draft.post(call.body());
        String nonce = MessageRules.nonce(call.body());
        MentionRules.check(call.body());
        MessageRules.check(draft);
        mayShow(channel, draft);
        StoredMessage message = call.body().path("enforce_nonce").asBoolean() ? earlier(channel, nonce) : null;
        if (message == null) {
            message = store(channel, draft, call.body(), nonce);
        }
        Answer answer = Answer.ok(Wire.message(message, world.bot()));
        return faults.takeDrop() ? answer.dropped() : answer;
    }

    /** May the bot write here at all? */
    static void mayPost(FakeChannel channel) {
        if (channel.closed) {
            throw new Refusal(403, 50007, "Cannot send messages to this user");
        }
        if (channel.type == FakeChannel.FORUM) {
            throw new Refusal(400, 40058, "Cannot send a message in a forum channel");
        }
        boolean thread = channel.isThread();
        if (!channel.botMay(thread ? Permissions.SEND_MESSAGES_IN_THREADS : Permissions.SEND_MESSAGES)) {
            throw Refusal.missingPermissions();
        }
        if (channel.locked && !channel.botMay(Permissions.MANAGE_THREADS)) {
            throw new Refusal(403, 160005, "Thread is locked");
        }
    }

    private static void mayShow(FakeChannel channel, Draft draft) {
        boolean embeds = draft.embeds().isEmpty() || channel.botMay(Permissions.EMBED_LINKS);
        boolean files = !draft.files() || channel.botMay(Permissions.ATTACH_FILES);
        if (!embeds || !files) {
            throw Refusal.missingPermissions();
        }
    }

    /** The message that was already made with this nonce a short while ago, if any. */
    private @Nullable StoredMessage earlier(FakeChannel channel, @Nullable String nonce) {
        StoredMessage message = nonce == null ? null : byNonce.get(channel.id() + '/' + nonce);
        if (message == null || !clock.instant().isBefore(message.at().plus(NONCE_WINDOW))) {
            return null;
        }
        if (message.deleted()) {
            throw Refusal.unknownMessage();
        }
        return message;
    }

    private StoredMessage store(FakeChannel channel, Draft draft, JsonNode body, @Nullable String nonce) {
        StoredMessage message =
                new StoredMessage(world.nextId(), channel, clock.instant(), StoredMessage.Origin.POST, nonce);
        message.write(draft);
        message.ping(MentionRules.pings(draft, body, channel, false));
        if (channel.archived) {
            channel.reopen();
        }
        channel.messages.add(message);
        recorder.record(message);
        if (nonce != null) {
            byNonce.put(channel.id() + '/' + nonce, message);
        }
        return message;
    }

    private Answer list(Call call) {
        FakeChannel channel = world.channel(call.name(0));
        int limit = call.limit(50);
        Refusal.unless(limit >= 1 && limit <= 100, "limit", "int value should be between 1 and 100.");
        ArrayNode list = Wire.array();
        if (channel.botMay(Permissions.READ_MESSAGE_HISTORY)) {
            String after = call.query("after");
            List<StoredMessage> newestFirst = channel.messages.reversed();
            // Of those after a message the oldest are told, as always the newest of them first.
            List<StoredMessage> later = newestFirst.stream()
                    .filter(message -> after.isEmpty() || Long.parseLong(message.id()) > Long.parseLong(after))
                    .toList();
            later.stream()
                    .skip(after.isEmpty() ? 0 : Math.max(0, later.size() - limit))
                    .limit(limit)
                    .forEach(message -> list.add(Wire.message(message, world.bot())));
        }
        return Answer.ok(list);
    }

    private Answer get(Call call) {
        StoredMessage message = find(call);
        if (!message.channel().botMay(Permissions.READ_MESSAGE_HISTORY)) {
            throw Refusal.missingPermissions();
        }
        return Answer.ok(Wire.message(message, world.bot()));
    }

    private Answer edit(Call call) {
        StoredMessage message = find(call);
        change(message, call.body(), clock.instant());
        return Answer.ok(Wire.message(message, world.bot()));
    }

    /** Edits keep what the request does not name, must still be a proper message, and ping nobody. */
    static void change(StoredMessage message, JsonNode body, Instant now) {
        FakeChannel channel = message.channel();
        if (channel.archived) {
            throw new Refusal(400, 50083, "Thread is archived");
        }
        MentionRules.check(body);
        Draft draft = message.draft().changedBy(body);
        MessageRules.check(draft);
        message.remember();
        message.write(draft);
        message.edited(now);
    }

    private Answer delete(Call call) {
        StoredMessage message = find(call);
        message.delete();
        message.channel().messages.remove(message);
        return Answer.empty();
    }

    private StoredMessage find(Call call) {
        FakeChannel channel = world.channel(call.name(0));
        return channel.messages.stream()
                .filter(message -> message.id().equals(call.name(1)))
                .findFirst()
                .orElseThrow(Refusal::unknownMessage);
    }
}
