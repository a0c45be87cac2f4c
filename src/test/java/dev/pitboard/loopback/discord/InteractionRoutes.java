package dev.pitboard.loopback.discord;

import static dev.pitboard.loopback.discord.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.loopback.discord.PendingInteraction.FirstAnswer;
import dev.pitboard.loopback.discord.PendingInteraction.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The bot's answers to interactions, by the interaction's token: no Authorization, no global limit. */
final class InteractionRoutes {
    private static final int MOST_CHOICES = 25;

    private final World world;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Map<String, PendingInteraction> byToken = new HashMap<>();
    private final Map<String, StoredMessage> hidden = new HashMap<>();

    InteractionRoutes(World world, Recorder recorder, InstantSource clock) {
        this.world = world;
        this.recorder = recorder;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.byToken("POST", "interactions/{}/{}/callback", this::callback),
                Route.byToken("POST", "webhooks/{}/{}", this::followUp),
                Route.byToken("GET", "webhooks/{}/{}/messages/{}", this::get),
                Route.byToken("PATCH", "webhooks/{}/{}/messages/{}", this::edit),
                Route.byToken("DELETE", "webhooks/{}/{}/messages/{}", this::delete));
    }

    void expect(PendingInteraction pending) {
        byToken.put(pending.token, pending);
    }

    /** A message of the bot by id, wherever it stands, ephemeral ones too. */
    StoredMessage message(String id) {
        StoredMessage message = hidden.get(id);
        return message == null ? world.message(id) : message;
    }

    private Answer callback(Call call) {
        PendingInteraction pending = byToken.get(call.name(1));
        if (pending == null || !pending.id.equals(call.name(0))) {
            throw new Refusal(404, 10062, "Unknown interaction");
        }
        try {
            return callback(pending, call);
        } catch (Refusal refusal) {
            pending.refused();
            throw refusal;
        }
    }

    private Answer callback(PendingInteraction pending, Call call) {
        if (pending.callback != null) {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }
        if (late(pending, PendingInteraction.FIRST_ANSWER)) {
            throw new Refusal(404, 10062, "Unknown interaction");
        }
        int number = call.body().path("type").asInt(0);
        FirstAnswer kind = Arrays.stream(FirstAnswer.values())
                .filter(candidate -> candidate.number == number)
                .findFirst()
                .orElseThrow(() -> Refusal.form("type", "Value must be one of {4, 5, 6, 7, 8, 9}."));
        allowed(pending, kind);
        JsonNode data = call.body().path("data");
        switch (kind) {
            case MESSAGE -> first(pending, Draft.answer(data), data, true);
            case DEFERRED_MESSAGE -> defer(pending, data);
            case DEFERRED_UPDATE -> pending.original = pending.source;
            case UPDATE -> update(pending, data);
            case CHOICES -> choices(data);
            case MODAL -> modal(data);
        }
        pending.acknowledge(kind, data, clock.instant());
        return "true".equals(call.url().queryParameter("with_response")) ? response(pending, kind) : Answer.empty();
    }

    private boolean late(PendingInteraction pending, Duration limit) {
        return clock.instant().isAfter(pending.createdAt.plus(limit));
    }

    private static void allowed(PendingInteraction pending, FirstAnswer kind) {
        boolean choices = kind == FirstAnswer.CHOICES;
        unless(choices == (pending.kind == Kind.AUTOCOMPLETE), "type", "Not for this interaction.");
        boolean update = kind == FirstAnswer.UPDATE || kind == FirstAnswer.DEFERRED_UPDATE;
        unless(!update || pending.kind == Kind.COMPONENT, "type", "Not for this interaction.");
    }

    private StoredMessage first(PendingInteraction pending, Draft draft, JsonNode data, boolean answered) {
        MentionRules.check(data);
        if (answered) {
            MessageRules.check(draft);
        }
        StoredMessage message = write(pending, draft, data);
        pending.original = message;
        pending.answered = answered;
        return message;
    }

    /** A deferral may say that the answer will be ephemeral, and nothing else. */
    private void defer(PendingInteraction pending, JsonNode data) {
        int flags = data.path("flags").asInt(0);
        unless((flags & ~Draft.EPHEMERAL) == 0, "data.flags", "Only EPHEMERAL can be set when deferring.");
        first(pending, Draft.answer(Wire.object().put("flags", flags)), data, false);
    }

    private StoredMessage write(PendingInteraction pending, Draft draft, JsonNode data) {
        FakeChannel channel = pending.channel;
        StoredMessage message =
                new StoredMessage(world.nextId(), channel, clock.instant(), StoredMessage.Origin.INTERACTION, null);
        message.write(draft);
        message.ping(MentionRules.pings(draft, data, channel, true));
        if (draft.isEphemeral()) {
            hidden.put(message.id(), message);
        } else {
            channel.messages.add(message);
        }
        recorder.record(message);
        return message;
    }

    private void update(PendingInteraction pending, JsonNode data) {
        StoredMessage source = Objects.requireNonNull(pending.source);
        MessageRoutes.change(source, data, clock.instant());
        pending.original = source;
        pending.answered = true;
    }

    private static void choices(JsonNode data) {
        JsonNode choices = data.path("choices");
        unless(choices.isArray(), "data.choices", "This field is required");
        unless(choices.size() <= MOST_CHOICES, "data.choices", "Must be 25 or fewer in length.");
        for (JsonNode choice : choices) {
            CommandRules.choice(choice, choice.path("value").isTextual());
        }
    }

    private static void modal(JsonNode data) {
        int title = MessageRules.length(data.path("title").asText(""));
        unless(title >= 1 && title <= 45, "data.title", "Must be between 1 and 45 in length.");
        int id = data.path("custom_id").asText("").length();
        unless(id >= 1 && id <= 100, "data.custom_id", "Must be between 1 and 100 in length.");
        int size = data.path("components").size();
        unless(size >= 1 && size <= 5, "data.components", "Must be between 1 and 5 in length.");
    }

    private Answer response(PendingInteraction pending, FirstAnswer kind) {
        ObjectNode json = Wire.object();
        json.putObject("interaction")
                .put("id", pending.id)
                .put("type", pending.kind.number)
                .put("response_message_loading", kind == FirstAnswer.DEFERRED_MESSAGE);
        ObjectNode resource = json.putObject("resource").put("type", kind.number);
        StoredMessage message = pending.original;
        if (message != null && kind != FirstAnswer.DEFERRED_UPDATE) {
            resource.set("message", Wire.message(message, world.bot()));
        }
        return Answer.ok(json);
    }

    /** The interaction of a follow-up: known, answered before and not too old. */
    private PendingInteraction acknowledged(Call call) {
        PendingInteraction pending = byToken.get(call.name(1));
        if (pending == null || !call.name(0).equals(world.applicationId()) || pending.callback == null) {
            throw new Refusal(404, 10015, "Unknown Webhook");
        }
        if (late(pending, PendingInteraction.TOKEN_LIFE)) {
            pending.refused();
            throw new Refusal(401, 50027, "Invalid Webhook Token");
        }
        return pending;
    }

    /** The first follow-up to a deferral is the answer itself, unless the deferral was deleted. */
    private Answer followUp(Call call) {
        PendingInteraction pending = acknowledged(call);
        StoredMessage promised = pending.original;
        boolean waiting = promised != null && !promised.deleted();
        if (pending.callback == FirstAnswer.DEFERRED_MESSAGE && !pending.answered && waiting) {
            return Answer.ok(Wire.message(edited(pending, original(pending), call.body()), world.bot()));
        }
        Draft draft = Draft.answer(call.body());
        MentionRules.check(call.body());
        MessageRules.check(draft);
        StoredMessage message = write(pending, draft, call.body());
        pending.followUps.add(message);
        return Answer.ok(Wire.message(message, world.bot()));
    }

    private static StoredMessage original(PendingInteraction pending) {
        if (pending.original == null) {
            throw Refusal.unknownMessage();
        }
        return pending.original;
    }

    private StoredMessage find(PendingInteraction pending, String id) {
        StoredMessage original = pending.original;
        if (id.equals("@original") || (original != null && original.id().equals(id))) {
            if (original == null || original.deleted()) {
                throw Refusal.unknownMessage();
            }
            return original;
        }
        return pending.followUps.stream()
                .filter(message -> message.id().equals(id) && !message.deleted())
                .findFirst()
                .orElseThrow(Refusal::unknownMessage);
    }

    private Answer get(Call call) {
        return Answer.ok(Wire.message(find(acknowledged(call), call.name(2)), world.bot()));
    }

    private Answer edit(Call call) {
        PendingInteraction pending = acknowledged(call);
        StoredMessage message = edited(pending, find(pending, call.name(2)), call.body());
        return Answer.ok(Wire.message(message, world.bot()));
    }

    private StoredMessage edited(PendingInteraction pending, StoredMessage message, JsonNode body) {
        boolean promised = message == pending.original && !pending.answered;
        Instant now = clock.instant();
        MessageRoutes.change(message, body, now);
        if (promised) {
            message.ping(MentionRules.pings(message.draft(), body, pending.channel, true));
            pending.answered = true;
        }
        return message;
    }

    private Answer delete(Call call) {
        StoredMessage message = find(acknowledged(call), call.name(2));
        message.delete();
        hidden.remove(message.id());
        message.channel().messages.remove(message);
        return Answer.empty();
    }
}
