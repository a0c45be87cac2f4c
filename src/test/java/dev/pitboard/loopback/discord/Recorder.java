package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What arrived. */
public final class Recorder {
    /** One request over HTTP, also one for a websocket (status 101); the body as sent, empty if none. */
    public record Request(String method, String path, int status, String body, Instant at) {}

    private final Monitor monitor;
    private final List<Request> requests = new ArrayList<>();
    private final List<StoredMessage> messages = new ArrayList<>();
    private JsonNode commands = Wire.array();
    private int registrations;
    private int posted;

    Recorder(Monitor monitor) {
        this.monitor = monitor;
    }

    /** What the bot posted in this channel by itself, oldest first, deleted messages too. */
    public List<PostedMessage> messages(FakeChannel channel) {
        return select(message -> message.channel() == channel && message.origin() == StoredMessage.Origin.POST);
    }

    /** What the bot posted anywhere by itself, oldest first. */
    public List<PostedMessage> messages() {
        return select(message -> message.origin() == StoredMessage.Origin.POST);
    }

    /** How many messages there would be in {@link #messages()}, at little cost. */
    public int posted() {
        return monitor.with(() -> posted);
    }

    /** All that stands in this channel, answers to commands too, but nothing deleted or ephemeral. */
    public List<PostedMessage> history(FakeChannel channel) {
        return monitor.with(
                () -> channel.messages.stream().map(StoredMessage::snapshot).toList());
    }

    /** Waits until the bot has posted at least so many messages in this channel by itself. */
    public List<PostedMessage> awaitMessages(FakeChannel channel, int count) {
        monitor.await(
                count + " messages in #" + channel.name(),
                Monitor.PATIENCE,
                () -> messages(channel).size() >= count);
        return messages(channel);
    }

    private List<PostedMessage> select(Predicate<StoredMessage> wanted) {
        return monitor.with(() ->
                messages.stream().filter(wanted).map(StoredMessage::snapshot).toList());
    }

    public List<Request> requests() {
        return monitor.with(() -> List.copyOf(requests));
    }

    /** How many requests were answered with this status. */
    public long count(int status) {
        return monitor.with(() ->
                requests.stream().filter(request -> request.status() == status).count());
    }

    /** How many answers count towards Discord's limit of 10,000 in ten minutes: 401, 403 and 429. */
    public long invalidRequests() {
        return count(401) + count(403) + count(429);
    }

    /** The global commands last registered, as answered. */
    public JsonNode commands() {
        return monitor.with(() -> commands.deepCopy());
    }

    /** How often global commands were registered. */
    public int registrations() {
        return monitor.with(() -> registrations);
    }

    public void awaitCommands() {
        monitor.await("commands registered", Monitor.PATIENCE, () -> registrations > 0);
    }

    void record(Request request) {
        monitor.run(() -> requests.add(request));
    }

    void record(StoredMessage message) {
        messages.add(message);
        posted += message.origin() == StoredMessage.Origin.POST ? 1 : 0;
    }

    void record(JsonNode registered) {
        commands = registered;
        registrations++;
    }
}
