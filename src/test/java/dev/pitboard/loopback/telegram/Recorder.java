package dev.pitboard.loopback.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the bot did, and waiting for it to be done. */
public final class Recorder {
    /** How long the waits without a time of their own wait. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shared shared;
    private final World world;
    private final CommandMethods commands;
    private final CallbackQueries queries;
    private final UpdateMethods polling;
    private final List<Call> calls = new ArrayList<>();

    Recorder(Shared shared, World world, CommandMethods commands, CallbackQueries queries, UpdateMethods polling) {
        this.shared = shared;
        this.world = world;
        this.commands = commands;
        this.queries = queries;
        this.polling = polling;
    }

    /** The bot's messages in a chat, oldest first, as they stand now; deleted ones too. */
    public List<SentMessage> messages(long chatId) {
        return shared.read(() -> List.copyOf(world.chat(chatId).sent.values()));
    }

    /** One message of the bot as it stands now. */
    public SentMessage message(long chatId, int messageId) {
        return shared.read(() -> {
            var message = world.chat(chatId).sent.get(messageId);
            if (message == null) {
                throw new AssertionError("the bot has sent no message " + messageId + " to " + chatId);
            }
            return message;
        });
    }

    /** Waits for the first message of the bot in a chat that fits, and returns it as it stands then. */
    public SentMessage awaitMessage(long chatId, Predicate<SentMessage> fits) {
        return awaitMessage(chatId, fits, PATIENCE);
    }

    /** The same with a deadline of its own. */
    public SentMessage awaitMessage(long chatId, Predicate<SentMessage> fits, Duration atMost) {
        Supplier<List<SentMessage>> found =
                () -> messages(chatId).stream().filter(fits).limit(1).toList();
        await(
                () -> "no such message among " + messages(chatId),
                () -> !found.get().isEmpty(),
                atMost);
        return found.get().getFirst();
    }

    /** Waits until the bot has sent that many messages to a chat, and returns all. */
    public List<SentMessage> awaitMessages(long chatId, int count) {
        await(
                () -> "fewer than " + count + " messages: " + messages(chatId),
                () -> messages(chatId).size() >= count,
                PATIENCE);
        return messages(chatId);
    }

    /** All calls that were answered, oldest first; a poll counts when it ends. */
    public List<Call> calls() {
        return shared.read(() -> List.copyOf(calls));
    }

    /** The calls of one method. */
    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Waits for the first call that fits. */
    public Call awaitCall(Predicate<Call> fits) {
        Supplier<List<Call>> found =
                () -> calls().stream().filter(fits).limit(1).toList();
        await(() -> "no such call among " + calls(), () -> !found.get().isEmpty(), PATIENCE);
        return found.get().getFirst();
    }

    /** Everything the bot surely did not mean, from all calls: a test should find it empty. */
    public List<String> mistakes() {
        return calls().stream()
                .flatMap(call -> call.mistakes().stream().map(mistake -> call.method() + ": " + mistake))
                .toList();
    }

    /** Forgets the calls so far, for long runs. */
    public void forgetCalls() {
        shared.run(calls::clear);
    }

    /** The answers to button presses, in order. */
    public List<CallbackAnswer> answers() {
        return shared.read(queries::answers);
    }

    /** Waits for the answer to a button press. */
    public CallbackAnswer awaitAnswer(String queryId) {
        Supplier<List<CallbackAnswer>> found = () -> answers().stream()
                .filter(answer -> answer.queryId().equals(queryId))
                .toList();
        await(
                () -> "button press " + queryId + " not answered",
                () -> !found.get().isEmpty(),
                PATIENCE);
        return found.get().getFirst();
    }

    /** Descriptions by command, for each scope and language that has any. */
    public Map<CommandScope, Map<String, String>> commands() {
        return shared.read(commands::registered);
    }

    /** Waits until a poll of the bot waits for updates: everything before it is confirmed and done. */
    public void awaitPoll() {
        await(() -> "nobody polls", () -> polling.waiting() > 0, PATIENCE);
    }

    /** Waits for anything else that depends on this service. */
    public void await(String what, BooleanSupplier condition) {
        await(() -> what, condition, PATIENCE);
    }

    void add(Call call) {
        calls.add(call);
    }

    private void await(Supplier<String> otherwise, BooleanSupplier condition, Duration atMost) {
        if (!shared.await(condition, atMost)) {
            throw new AssertionError(otherwise.get());
        }
    }
}
