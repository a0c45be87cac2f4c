package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to Discord by channel id. Tried again, a post with a message id appears once. Each attempt makes one request, so that
 * who paces the attempts paces the requests; seldom two, when a role is found to be gone or a busy channel is looked through.
 */
final class DiscordMessenger implements Messenger {
    private static final Logger log = LoggerFactory.getLogger(DiscordMessenger.class);

    private final Rest rest;
    private final Traffic traffic;
    private final Servers servers;
    private final Posting posting;
    private final Lookup lookup;
    private final Duration nonceWindow;
    private final InstantSource machineTime;
    private final Runnable onRefused;
    private final Remembered<String> absent = new Remembered<>();

    /**
     * @param nonceWindow how long after a first attempt a nonce is trusted to keep the next from posting twice
     * @param onRefused is called when Discord refuses the token
     */
    DiscordMessenger(
            Rest rest,
            Traffic traffic,
            DiscordRenderer renderer,
            Servers servers,
            Duration nonceWindow,
            InstantSource machineTime,
            Runnable onRefused) {
        this.rest = rest;
        this.traffic = traffic;
        this.servers = servers;
        this.posting = new Posting(rest, renderer, servers);
        this.lookup = new Lookup(rest, servers);
        this.nonceWindow = nonceWindow;
        this.machineTime = machineTime;
        this.onRefused = onRefused;
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public Outcome send(Post post) {
        Outcome outcome = attempt(post);
        log.debug("message {} to {}: {}", post.messageId(), post.chat(), outcome);
        return noted(outcome);
    }

    @Override
    public Outcome edit(Edit edit) {
        Outcome.Wait hold = traffic.hold(Posting.editRoute(edit.chat().id()));
        Outcome outcome = hold == null ? posting.edit(edit) : hold;
        log.debug("message {} in {} edited: {}", edit.messageId(), edit.chat(), outcome);
        return noted(outcome);
    }

    private Outcome noted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            onRefused.run();
        }
        return outcome;
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        String stopped = traffic.stopped();
        return stopped == null ? new PostingRights(rest, servers).missing(chat.id(), role) : List.of(stopped);
    }

    /**
     * Says it on the same server in the channel for the server's own news, or else in the first one where the bot may post.
     * Of a thread that nobody remembers Discord is asked where it is.
     */
    @Override
    public Outcome tellAdmins(ChatRef chat, Card card) {
        Optional<Guild> guild = servers.ofChannel(chat.id()).or(() -> asked(chat.id()));
        Optional<TextChannel> channel = guild.stream()
                .flatMap(Servers::speakable)
                .filter(c -> !c.getId().equals(chat.id()))
                .findFirst();
        return channel.map(c -> send(Post.once(ChatRef.of(Platform.DISCORD, c.getId()), card, null)))
                .orElseGet(() -> new Outcome.Blocked("There is no other channel on that server where I may post."));
    }

    private Optional<Guild> asked(String channel) {
        if (traffic.stopped() != null) {
            return Optional.empty();
        }
        return rest.getInTurn("channels/" + channel) instanceof Reply.Answered answer && answer.isSuccess()
                ? servers.find(answer.body().path("guild_id").asText())
                : Optional.empty();
    }

    private Outcome attempt(Post post) {
        String channel = post.chat().id();
        String id = post.messageId();
        Instant since = post.unsureSince();
        if (id != null && since != null && isPastNonce(since) && !absent.forget(id)) {
            Outcome.Wait hold = traffic.hold(Lookup.route(channel));
            return hold == null ? look(post, id, since) : hold;
        }
        Outcome.Wait hold = traffic.hold(Posting.route(channel));
        return hold == null ? posting.send(post) : hold;
    }

    private boolean isPastNonce(Instant since) {
        return Duration.between(since, machineTime.instant()).compareTo(nonceWindow) >= 0;
    }

    /** Too late for the nonce. What isn't there is sent with the next attempt, at once: that is another request. */
    private Outcome look(Post post, String id, Instant since) {
        String mark = posting.mark(post.card(), id);
        if (mark == null) {
            return new Outcome.InDoubt(
                    "An earlier attempt may have arrived, and the message has nothing to know it by.");
        }
        return switch (lookup.look(post.chat().id(), mark, since)) {
            case Lookup.Found.There(String ref) -> new Outcome.Sent(ref, null);
            case Lookup.Found.Unknown(Outcome outcome) -> outcome;
            case Lookup.Found.Nowhere() -> {
                absent.add(id);
                yield new Outcome.Wait(Duration.ZERO, false, "An earlier attempt did not arrive.");
            }
        };
    }
}
