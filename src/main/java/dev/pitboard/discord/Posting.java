package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Creates and edits messages. A role that can't be pinged loses only the ping. */
final class Posting {
    /** Stands for the id of a message that was there and was deleted. */
    static final String DELETED = "deleted";

    /** Discord's flag for a message that makes no sound. */
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

    private static final String ROLE_GONE = "Nobody was pinged: the role no longer exists. Choose another one.";

    private final Rest rest;
    private final DiscordRenderer renderer;
    private final Servers servers;

    Posting(Rest rest, DiscordRenderer renderer, Servers servers) {
        this.rest = rest;
        this.renderer = renderer;
        this.servers = servers;
    }

    static String route(String channel) {
        return Rest.route("POST", path(channel));
    }

    static String editRoute(String channel) {
        return Rest.route("PATCH", path(channel));
    }

    Outcome send(Post post) {
        String role = post.role();
        if (role == null) {
            return outcome(create(post, null), post, null);
        }
        if (servers.isEveryone(role)) {
            return outcome(create(post, null), post, "Nobody was pinged: I never ping @everyone. Choose a role.");
        }
        if (!role.matches("\\d{1,19}") || servers.isGone(role, post.chat().id())) {
            return outcome(create(post, null), post, ROLE_GONE);
        }
        Reply reply = create(post, role);
        boolean unknown = reply instanceof Reply.Answered answer && answer.code() == Outcomes.UNKNOWN_ROLE;
        return unknown ? outcome(create(post, null), post, ROLE_GONE) : outcome(reply, post, null);
    }

    /** The first line stays as it was, and nobody is pinged again. */
    Outcome edit(Edit edit) {
        if (edit.messageRef().equals(DELETED)) {
            return new Outcome.Sent(DELETED, null);
        }
        String role = edit.role();
        boolean named = role != null
                && !servers.isEveryone(role)
                && role.matches("\\d{1,19}")
                && !servers.isGone(role, edit.chat().id());
        DataObject whole = renderer.post(edit.card(), edit.messageId(), named ? role : null)
                .toData();
        DataObject message = DataObject.empty()
                .put("content", whole.getString("content", ""))
                .put("embeds", whole.optArray("embeds").orElseGet(DataArray::empty))
                .put("components", whole.optArray("components").orElseGet(DataArray::empty))
                .put("allowed_mentions", DataObject.empty().put("parse", DataArray.empty()));
        String path = path(edit.chat().id()) + "/" + edit.messageRef();
        return Outcomes.ofEdit(rest.patch(path, message.toJson()), edit.messageRef());
    }

    /** What the buttons of a post's message begin with, or null when it has none to be known by. */
    @Nullable
    String mark(Card card, String messageId) {
        String prefix = CustomId.prefix(messageId);
        boolean marked =
                renderer.post(card, messageId, null).toData().toString().contains(prefix);
        return marked ? prefix : null;
    }

    private static Outcome outcome(Reply reply, Post post, @Nullable String remark) {
        boolean deleted = post.messageId() != null
                && reply instanceof Reply.Answered answer
                && answer.code() == Outcomes.UNKNOWN_MESSAGE;
        if (deleted) {
            return new Outcome.Sent(DELETED, "An earlier attempt arrived, and somebody has deleted the message since.");
        }
        Outcome outcome = Outcomes.of(reply);
        return outcome instanceof Outcome.Sent(String ref, var _) ? new Outcome.Sent(ref, remark) : outcome;
    }

    private Reply create(Post post, @Nullable String role) {
        DataObject message = renderer.post(post.card(), post.messageId(), role).toData();
        if (post.quiet()) {
            message.put("flags", message.getInt("flags", 0) | SUPPRESS_NOTIFICATIONS);
        }
        if (post.messageId() != null) {
            message.put("nonce", post.messageId()).put("enforce_nonce", true);
        }
        return rest.post(path(post.chat().id()), message.toJson());
    }

    private static String path(String channel) {
        return "channels/" + channel + "/messages";
    }
}
