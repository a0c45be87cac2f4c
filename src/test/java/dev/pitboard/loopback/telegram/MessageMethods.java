package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sending, changing and deleting messages. */
final class MessageMethods {
    private static final String NOT_MODIFIED = "message is not modified: specified new message content and reply markup"
            + " are exactly the same as a current content and reply markup of the message";

    private final World world;
    private final Access access;
    private final Limits limits;
    private final InstantSource clock;

    MessageMethods(World world, Limits limits, InstantSource clock) {
        this.world = world;
        this.access = new Access(world);
        this.limits = limits;
        this.clock = clock;
    }

    List<Method> all() {
        return List.of(
                Method.of(
                        "sendMessage",
                        this::send,
                        "business_connection_id",
                        "chat_id",
                        "message_thread_id",
                        "direct_messages_topic_id",
                        "text",
                        "parse_mode",
                        "entities",
                        "link_preview_options",
                        "disable_notification",
                        "protect_content",
                        "allow_paid_broadcast",
                        "message_effect_id",
                        "suggested_post_parameters",
                        "reply_parameters",
                        "reply_markup"),
                Method.of(
                        "editMessageText",
                        this::editText,
                        "business_connection_id",
                        "chat_id",
                        "message_id",
                        "inline_message_id",
                        "text",
                        "parse_mode",
                        "entities",
                        "link_preview_options",
                        "rich_message",
                        "reply_markup"),
                Method.of(
                        "editMessageReplyMarkup",
                        this::editMarkup,
                        "business_connection_id",
                        "chat_id",
                        "message_id",
                        "inline_message_id",
                        "reply_markup"),
                Method.of("deleteMessage", this::delete, "chat_id", "message_id"));
    }

    private JsonNode send(Parameters parameters) {
        if (parameters.text("text").isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        var version = version(parameters);
        var chat = access.writable(parameters);
        var topic = Access.topic(chat, parameters);
        var replyTo = replyTo(chat, parameters);
        limits.take(chat);
        var preview = parameters.json("link_preview_options");
        var message = new SentMessage(
                chat.id,
                chat.nextMessageId(),
                topic,
                parameters.flag("disable_notification"),
                replyTo,
                preview == null || !preview.path("is_disabled").asBoolean(),
                List.of(version),
                false);
        chat.sent.put(message.messageId(), message);
        return Wire.message(chat, message, world.bot());
    }

    private JsonNode editText(Parameters parameters) {
        if (parameters.text("text").isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        return edit(parameters, version(parameters));
    }

    private JsonNode editMarkup(Parameters parameters) {
        return edit(parameters, null);
    }

    /** Changes the whole message, or only its buttons when no new version of it is given. */
    private JsonNode edit(Parameters parameters, @Nullable Version replacement) {
        var chat = access.writable(parameters);
        var message = existing(chat, parameters, "edit", "edited");
        var old = message.versions().getLast();
        var version = replacement != null
                ? replacement
                : new Version(old.source(), old.text(), old.entities(), Keyboards.read(parameters), clock.instant());
        if (version.sameAs(old)) {
            throw Refusal.badRequest(NOT_MODIFIED);
        }
        limits.take(chat);
        var versions = new ArrayList<>(message.versions());
        versions.add(version);
        var changed = new SentMessage(
                message.chatId(),
                message.messageId(),
                message.threadId(),
                message.silent(),
                message.replyTo(),
                message.previews(),
                versions,
                false);
        chat.sent.put(changed.messageId(), changed);
        return Wire.message(chat, changed, world.bot());
    }

    private JsonNode delete(Parameters parameters) {
        var chat = access.joined(parameters);
        Long id = parameters.number("message_id");
        if (id != null && chat.received.contains(id.intValue())) {
            if (chat.kind != ChatKind.PRIVATE && !chat.botAdministers()) {
                throw Refusal.badRequest("message can't be deleted");
            }
            chat.received.remove(id.intValue());
            return BooleanNode.TRUE;
        }
        existing(chat, parameters, "delete", "deleted");
        world.erase(chat, Math.toIntExact(id == null ? 0 : id));
        return BooleanNode.TRUE;
    }

    private static SentMessage existing(Chat chat, Parameters parameters, String verb, String participle) {
        Long id = parameters.number("message_id");
        if (id == null) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        if (chat.received.contains(id.intValue())) {
            throw Refusal.badRequest("message can't be " + participle);
        }
        var message = chat.sent.get(id.intValue());
        if (message == null || message.deleted()) {
            throw Refusal.badRequest("message to " + verb + " not found");
        }
        return message;
    }

    private static @Nullable Integer replyTo(Chat chat, Parameters parameters) {
        var reply = parameters.json("reply_parameters");
        if (reply == null) {
            return null;
        }
        int id = reply.path("message_id").asInt();
        var own = chat.sent.get(id);
        if (chat.received.contains(id) || (own != null && !own.deleted())) {
            return id;
        }
        if (reply.path("allow_sending_without_reply").asBoolean()) {
            return null;
        }
        throw Refusal.badRequest("message to be replied not found");
    }

    private Version version(Parameters parameters) {
        var formatted = Formatted.read(parameters);
        return new Version(
                parameters.text("text"),
                formatted.text(),
                formatted.entities(),
                Keyboards.read(parameters),
                clock.instant());
    }
}
