package dev.pitboard.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts to Discord by channel id. Tried again, a post with a message id appears once. */
final class DiscordMessenger implements Messenger {
    /**
     * How long a nonce is trusted to keep a second attempt from posting twice. Discord says "the past few minutes"; this is
     * well below.
     */
    static final Duration NONCE_WINDOW = Duration.ofSeconds(60);
    /** How many messages of a channel are looked through for one that may be there already. */
    static final int LOOKED_THROUGH = 50;

    private static final Logger log = LoggerFactory.getLogger(DiscordMessenger.class);

    private final Rest rest;
    private final DiscordRenderer renderer;
    private final Servers servers;
    private final InstantSource machineTime;
    private final Runnable onRefused;

    /** @param onRefused is called when Discord refuses the token */
    DiscordMessenger(
            Rest rest, DiscordRenderer renderer, Servers servers, InstantSource machineTime, Runnable onRefused) {
        this.rest = rest;
        this.renderer = renderer;
        this.servers = servers;
        this.machineTime = machineTime;
        this.onRefused = onRefused;
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public Outcome send(Post post) {
        Outcome outcome = isPastNonce(post) ? lookThenSend(post) : sendNow(post);
        if (outcome instanceof Outcome.Refused) {
            onRefused.run();
        }
        log.debug("message {} to {}: {}", post.messageId(), post.chat(), outcome);
        return outcome;
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return new PostingRights(rest, servers).missing(chat.id(), role);
    }

    private boolean isPastNonce(Post post) {
        return post.messageId() != null
                && post.unsureSince() != null
                && Duration.between(post.unsureSince(), machineTime.instant()).compareTo(NONCE_WINDOW) >= 0;
    }

    private Outcome sendNow(Post post) {
        String role = post.role();
        if (role == null) {
            return Outcomes.of(create(post, null));
        }
        if (servers.isEveryone(role)) {
            return with(create(post, null), "Nobody was pinged: I never ping @everyone. Choose a role.");
        }
        String gone = "Nobody was pinged: the role no longer exists. Choose another one.";
        if (!role.matches("\\d{1,19}") || servers.isGone(role, post.chat().id())) {
            return with(create(post, null), gone);
        }
        Reply reply = create(post, role);
        boolean unknown = reply instanceof Reply.Answered answer && answer.code() == Outcomes.UNKNOWN_ROLE;
        return unknown ? with(create(post, null), gone) : Outcomes.of(reply);
    }

    private static Outcome with(Reply reply, String remark) {
        Outcome outcome = Outcomes.of(reply);
        return outcome instanceof Outcome.Sent(String ref, var _) ? new Outcome.Sent(ref, remark) : outcome;
    }

    private Reply create(Post post, @Nullable String role) {
        DataObject message = renderer.post(post.card(), post.messageId(), role).toData();
        if (post.messageId() != null) {
            message.put("nonce", post.messageId()).put("enforce_nonce", true);
        }
        return rest.post("channels/" + post.chat().id() + "/messages", message.toJson());
    }

    /** Too late for the nonce: the message is known by its buttons, which carry its id. */
    private Outcome lookThenSend(Post post) {
        String channel = post.chat().id();
        Reply reply = rest.get("channels/" + channel + "/messages?limit=" + LOOKED_THROUGH);
        if (!(reply instanceof Reply.Answered answer)) {
            return new Outcome.Wait(Outcomes.UNREACHED, true, "Discord can't be reached.");
        }
        if (answer.status() == 403) {
            return new Outcome.InDoubt("An earlier attempt may have arrived, and I can't read the channel to see.");
        }
        if (!answer.isSuccess()) {
            return Outcomes.of(answer);
        }
        String prefix = CustomId.prefix(String.valueOf(post.messageId()));
        for (JsonNode message : answer.body()) {
            if (message.findValuesAsText("custom_id").stream().anyMatch(id -> id.startsWith(prefix))) {
                return new Outcome.Sent(message.path("id").asText(), null);
            }
        }
        boolean readable =
                !answer.body().isEmpty() || servers.canReadHistory(channel).orElse(false);
        boolean recognisable = renderer.post(post.card(), post.messageId(), null)
                .toData()
                .toString()
                .contains(prefix);
        return readable && recognisable
                ? sendNow(post)
                : new Outcome.InDoubt(
                        "An earlier attempt may have arrived, and there is no way to see whether it did.");
    }
}
