package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something a person did that the bot has to answer: a command, a button, half a word in an option. */
public final class PendingInteraction {
    static final Duration FIRST_ANSWER = Duration.ofSeconds(3);
    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** The kinds of first answer, by their number in the API. */
    public enum FirstAnswer {
        MESSAGE(4),
        DEFERRED_MESSAGE(5),
        DEFERRED_UPDATE(6),
        UPDATE(7),
        CHOICES(8),
        MODAL(9);

        final int number;

        FirstAnswer(int number) {
            this.number = number;
        }
    }

    /** One suggestion of an autocomplete answer. */
    public record Choice(String name, String value) {}

    /** What the person did, by its number in the API. */
    enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    final String id;
    final String token;
    final Kind kind;
    final FakeChannel channel;
    final FakeUser user;
    final Instant createdAt;
    final @Nullable StoredMessage source;
    final List<StoredMessage> followUps = new ArrayList<>();
    private final Monitor monitor;
    private final List<Choice> choices = new ArrayList<>();

    @Nullable
    FirstAnswer callback;

    @Nullable
    StoredMessage original;

    boolean answered;
    private @Nullable Instant acknowledgedAt;
    private JsonNode data = Wire.object();
    private int refusals;

    PendingInteraction(
            Monitor monitor,
            String id,
            String token,
            Kind kind,
            FakeChannel channel,
            FakeUser user,
            Instant createdAt,
            @Nullable StoredMessage source) {
        this.monitor = monitor;
        this.id = id;
        this.token = token;
        this.kind = kind;
        this.channel = channel;
        this.user = user;
        this.createdAt = createdAt;
        this.source = source;
    }

    void acknowledge(FirstAnswer with, JsonNode sent, Instant at) {
        callback = with;
        acknowledgedAt = at;
        data = sent;
        for (JsonNode choice : sent.path("choices")) {
            choices.add(new Choice(
                    choice.path("name").asText(), choice.path("value").asText()));
        }
    }

    void refused() {
        refusals++;
    }

    /** Waits for the first answer, which may be a promise (deferred). */
    public FirstAnswer firstAnswer() {
        monitor.await("a first answer", Monitor.PATIENCE, () -> callback != null);
        return Objects.requireNonNull(callback);
    }

    /** Waits for the answer the person finally sees: the message, the update, or the edit after a deferral. */
    public PostedMessage answer() {
        monitor.await("an answer", Monitor.PATIENCE, () -> answered && original != null);
        return Objects.requireNonNull(original).snapshot();
    }

    /** Waits for at least so many messages after the first one. */
    public List<PostedMessage> followUps(int count) {
        monitor.await(count + " follow-ups", Monitor.PATIENCE, () -> followUps.size() >= count);
        return monitor.with(
                () -> followUps.stream().map(StoredMessage::snapshot).toList());
    }

    /** Waits for the suggestions of an autocomplete. */
    public List<Choice> choices() {
        if (firstAnswer() != FirstAnswer.CHOICES) {
            throw new AssertionError("Answered with " + callback);
        }
        return monitor.with(() -> List.copyOf(choices));
    }

    /** Waits for the first answer and gives its data as sent. */
    public JsonNode data() {
        firstAnswer();
        return data.deepCopy();
    }

    /** Waits until this many answers of the bot were refused. */
    public void awaitRefusals(int count) {
        monitor.await(count + " refusals", Monitor.PATIENCE, () -> refusals >= count);
    }

    /** When the bot was told of it. */
    public Instant createdAt() {
        return createdAt;
    }

    /** How long the first answer took to arrive, or empty when there is none. Does not wait. */
    public Optional<Duration> answeredWithin() {
        return monitor.with(() -> Optional.ofNullable(acknowledgedAt).map(at -> Duration.between(createdAt, at)));
    }

    /** Whether nobody has answered yet. */
    public boolean isUnanswered() {
        return monitor.with(() -> callback == null);
    }
}
