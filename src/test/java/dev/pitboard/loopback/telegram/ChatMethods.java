package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;

/** What the bot can ask about chats, and leaving them. */
final class ChatMethods {
    private final World world;
    private final Access access;
    private final CallbackQueries queries;

    ChatMethods(World world, CallbackQueries queries) {
        this.world = world;
        this.access = new Access(world);
        this.queries = queries;
    }

    List<Method> all() {
        return List.of(
                Method.of("getMe", this::me),
                Method.of("getChat", this::chat, "chat_id"),
                Method.of("getChatAdministrators", this::administrators, "chat_id", "return_bots"),
                Method.of("getChatMember", this::member, "chat_id", "user_id"),
                Method.of("leaveChat", this::leave, "chat_id"),
                Method.of(
                        "answerCallbackQuery",
                        this::answer,
                        "callback_query_id",
                        "text",
                        "show_alert",
                        "url",
                        "cache_time"));
    }

    private JsonNode me(Parameters parameters) {
        return Wire.user(world.bot())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", !world.privacy())
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode chat(Parameters parameters) {
        var chat = access.known(parameters);
        if (chat.kind != ChatKind.PRIVATE) {
            access.joined(parameters);
        }
        var node = Wire.chat(chat).put("accent_color_id", 0).put("max_reaction_count", 11);
        node.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return node;
    }

    private JsonNode administrators(Parameters parameters) {
        var chat = access.joined(parameters);
        if (chat.kind == ChatKind.PRIVATE) {
            throw Refusal.badRequest("there are no administrators in the private chat");
        }
        if (chat.kind == ChatKind.CHANNEL && !chat.botAdministers()) {
            throw Refusal.badRequest("member list is inaccessible");
        }
        var list = Wire.array();
        for (Chat.Membership member : chat.members.values()) {
            if (member.standing().administers()) {
                list.add(Wire.member(chat, member.person(), member.standing(), member.anonymous()));
            }
        }
        if (chat.botAdministers()) {
            list.add(Wire.member(chat, world.bot(), chat.bot, false));
        }
        return list;
    }

    private JsonNode member(Parameters parameters) {
        var chat = access.joined(parameters);
        if (parameters.text("user_id").isEmpty()) {
            throw Refusal.badRequest("invalid user_id specified");
        }
        Long id = parameters.number("user_id");
        var person = id == null ? null : world.findPerson(id);
        if (person == null) {
            throw Refusal.badRequest("user not found");
        }
        if (person.equals(world.bot())) {
            return Wire.member(chat, person, chat.bot, false);
        }
        if (chat.kind == ChatKind.CHANNEL && !chat.botAdministers()) {
            throw Refusal.badRequest("member list is inaccessible");
        }
        var member = chat.members.get(person.id());
        return member == null
                ? Wire.member(chat, person, Standing.LEFT, false)
                : Wire.member(chat, person, member.standing(), member.anonymous());
    }

    private JsonNode leave(Parameters parameters) {
        var chat = access.joined(parameters);
        if (chat.kind == ChatKind.PRIVATE) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        chat.bot = Standing.LEFT;
        return BooleanNode.TRUE;
    }

    private JsonNode answer(Parameters parameters) {
        String text = parameters.text("text");
        if (text.length() > 200) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        queries.answer(new CallbackAnswer(parameters.text("callback_query_id"), text, parameters.flag("show_alert")));
        return BooleanNode.TRUE;
    }
}
