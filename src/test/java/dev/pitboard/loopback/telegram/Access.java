package dev.pitboard.loopback.telegram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether the bot may write to or read from a chat, and with which words it is refused. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** A chat the bot knows of, whatever it may do there. */
    Chat known(Parameters parameters) {
        String id = parameters.text("chat_id");
        if (id.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        var chat = world.find(id);
        if (chat == null) {
            throw Refusal.badRequest("chat not found");
        }
        return chat;
    }

    /** A chat the bot is in. */
    Chat joined(Parameters parameters) {
        var chat = known(parameters);
        if (chat.kind == ChatKind.PRIVATE) {
            checkPrivate(chat);
        } else {
            checkJoined(chat);
        }
        return chat;
    }

    /** A chat the bot may send text to. */
    Chat writable(Parameters parameters) {
        var chat = joined(parameters);
        if (chat.kind == ChatKind.CHANNEL && chat.bot != Standing.ADMINISTRATOR) {
            throw Refusal.badRequest("need administrator rights in the channel chat");
        }
        if (chat.bot == Standing.SILENCED) {
            throw Refusal.badRequest("not enough rights to send text messages to the chat");
        }
        return chat;
    }

    /** The topic to write to; null for none. */
    static @Nullable Integer topic(Chat chat, Parameters parameters) {
        Long topic = parameters.number("message_thread_id");
        if (topic == null || topic == 0) {
            return null;
        }
        int id = Math.toIntExact(topic);
        if (chat.closedTopics.contains(id)) {
            throw Refusal.badRequest("TOPIC_CLOSED");
        }
        // General has the id 1 in links and updates, and is not found under it.
        if (!chat.openTopics.contains(id)) {
            throw Refusal.badRequest("message thread not found");
        }
        return id;
    }

    private static void checkPrivate(Chat chat) {
        if (chat.gone) {
            throw Refusal.forbidden("user is deactivated");
        }
        if (chat.bot == Standing.KICKED) {
            throw Refusal.forbidden("bot was blocked by the user");
        }
        if (!chat.bot.present()) {
            throw Refusal.forbidden("bot can't initiate conversation with a user");
        }
    }

    private static void checkJoined(Chat chat) {
        if (chat.upgradedTo != 0) {
            throw new Refusal(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Map.of("migrate_to_chat_id", chat.upgradedTo));
        }
        if (chat.gone) {
            throw Refusal.forbidden("the group chat was deleted");
        }
        if (chat.bot == Standing.KICKED) {
            throw Refusal.forbidden("bot was kicked from the " + chat.kind.wireName() + " chat");
        }
        if (chat.bot == Standing.LEFT) {
            throw Refusal.forbidden("bot is not a member of the " + chat.kind.wireName() + " chat");
        }
    }
}
