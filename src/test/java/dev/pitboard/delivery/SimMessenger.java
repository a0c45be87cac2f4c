package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Start;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends posts over a network with latency, as the real messengers do: Discord's looks before it sends where a nonce may be forgotten. */
final class SimMessenger implements Messenger {
    private static final Duration NONCE_WINDOW = Duration.ofSeconds(60);
    private static final int MOST_UNSURE = 3;
    private static final long TIMEOUT = 10 * SimWorld.SECOND;

    private final SimWorld world;
    private final SimOracle oracle;
    private final SimPlatform server;
    private final SimProcess process;
    private final Set<String> absent = new HashSet<>();
    private final Map<String, Integer> unsure = new HashMap<>();
    private final IdentityHashMap<SimAttempt, Map<Start, Integer>> shows = new IdentityHashMap<>();

    SimMessenger(SimWorld world, SimOracle oracle, SimPlatform server, SimProcess process) {
        this.world = world;
        this.oracle = oracle;
        this.server = server;
        this.process = process;
    }

    /** An answer on its way. */
    private static final class Answer {
        private @Nullable Outcome outcome;
    }

    @Override
    public Platform platform() {
        return server.platform;
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return List.of();
    }

    @Override
    public Outcome send(Post post) {
        SimProcess.Said said = process.saidBy(post.card());
        SimAttempt attempt = oracle.leaves(process, post, server.at(post.chat()), said.promises());
        shows.put(attempt, said.shows());
        process.point("request leaves");
        Outcome outcome = isPastNonce(post, attempt.messageId) ? look(post, attempt) : post(post, attempt);
        process.point("answer comes");
        attempt.answer = outcome;
        oracle.answered(server, attempt, outcome);
        return outcome;
    }

    @Override
    public Outcome edit(Edit edit) {
        SimProcess.Said said = process.saidBy(edit.card());
        oracle.edits(edit, said.promises());
        process.point("edit leaves");
        Outcome outcome = Objects.requireNonNull(
                ask(luck -> server.edits(luck, edit, said.shows(), process), edit.messageId(), false), "no answer");
        process.point("edit is answered");
        oracle.edited(server, edit, outcome);
        return outcome;
    }

    /** Telegram has no nonce, and a message that was not found does not need one. */
    private boolean isPastNonce(Post post, String id) {
        if (server.platform != Platform.DISCORD || post.unsureSince() == null) {
            return false;
        }
        Duration since = Duration.between(post.unsureSince(), world.machine());
        return since.compareTo(NONCE_WINDOW) >= 0 && !absent.remove(id);
    }

    /** What isn't there is sent with the next attempt: that is another request. */
    private Outcome look(Post post, SimAttempt attempt) {
        Outcome found = ask(luck -> server.looks(luck, post, attempt), "look for " + attempt, true);
        if (found != null) {
            return found;
        }
        absent.add(attempt.messageId);
        return new Outcome.Wait(Duration.ZERO, false, "it is not there");
    }

    /** Telegram's is not sent for ever when answer after answer is lost. */
    private Outcome post(Post post, SimAttempt attempt) {
        Map<Start, Integer> said = shows.getOrDefault(attempt, Map.of());
        Outcome outcome = Objects.requireNonNull(
                ask(luck -> server.posts(luck, post, attempt, said), attempt.toString(), false), "no answer");
        boolean enough = outcome instanceof Outcome.Unsure
                && server.platform == Platform.TELEGRAM
                && unsure.merge(attempt.messageId, 1, Integer::sum) >= MOST_UNSURE;
        return enough ? new Outcome.InDoubt("too many answers were lost") : outcome;
    }

    /** @param look whether nothing is posted by it */
    private @Nullable Outcome ask(Function<SimWeather.Luck, @Nullable Outcome> request, String what, boolean look) {
        SimWeather.Luck luck = server.weather.draw();
        long up = server.weather.up() + (luck == SimWeather.Luck.SLOW ? world.between(0, 4 * SimWorld.SECOND) : 0);
        long down = server.weather.down() + (luck == SimWeather.Luck.SLOW ? world.between(0, 4 * SimWorld.SECOND) : 0);
        if (luck == SimWeather.Luck.UNREACHED) {
            process.pause(up);
            return new Outcome.Wait(Duration.ofSeconds(5), true, "can't be reached");
        }
        Answer answer = new Answer();
        if (luck != SimWeather.Luck.LOST) {
            world.in(up, () -> {
                if (process.isAlive() || world.chance(0.5)) {
                    answer.outcome = request.apply(luck);
                    world.trace(() -> "at the platform " + what + ": " + answer.outcome);
                }
            });
        }
        boolean lost = luck == SimWeather.Luck.LOST || luck == SimWeather.Luck.ANSWER_LOST;
        process.pause(lost ? TIMEOUT : up + down);
        if (!lost) {
            return answer.outcome;
        }
        return look
                ? new Outcome.Wait(Duration.ofSeconds(5), true, "can't be reached")
                : new Outcome.Unsure("the answer was lost");
    }
}
