package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** People, chats and messages in the JSON of the Bot API. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Reads JSON; an answer "missing" for text that is none. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    static ObjectNode user(Person person) {
        var user = object().put("id", person.id()).put("is_bot", person.bot()).put("first_name", person.firstName());
        if (person.userName() != null) {
            user.put("username", person.userName());
        }
        if (!person.bot()) {
            user.put("language_code", person.languageCode());
        }
        return user;
    }

    static ObjectNode chat(Chat chat) {
        var node = object().put("id", chat.id).put("type", chat.kind.wireName());
        node.put(chat.kind == ChatKind.PRIVATE ? "first_name" : "title", chat.title);
        if (chat.userName != null) {
            node.put("username", chat.userName);
        }
        if (chat.forum) {
            node.put("is_forum", true);
        }
        return node;
    }

    static ObjectNode message(Chat chat, SentMessage sent, Person bot) {
        var node = object().put("message_id", sent.messageId())
                .put("date", sent.at().getEpochSecond());
        node.set("chat", chat(chat));
        if (chat.kind == ChatKind.CHANNEL) {
            node.set("sender_chat", chat(chat));
        } else {
            node.set("from", user(bot));
        }
        if (sent.threadId() != null) {
            node.put("message_thread_id", sent.threadId()).put("is_topic_message", true);
        }
        if (sent.edits() > 0) {
            node.put("edit_date", sent.versions().getLast().at().getEpochSecond());
        }
        node.put("text", sent.text());
        if (!sent.entities().isEmpty()) {
            node.set("entities", entities(sent.entities()));
        }
        if (!sent.keyboard().isEmpty()) {
            node.set("reply_markup", keyboard(sent.keyboard()));
        }
        return node;
    }

    static ArrayNode entities(List<Entity> entities) {
        var array = array();
        for (Entity entity : entities) {
            var node = array.addObject()
                    .put("type", entity.type())
                    .put("offset", entity.offset())
                    .put("length", entity.length());
            entity.details().forEach((name, value) -> {
                if (name.equals("unix_time")) {
                    node.put(name, Long.parseLong(value));
                } else {
                    node.put(name, value);
                }
            });
        }
        return array;
    }

    private static ObjectNode keyboard(List<List<Button>> rows) {
        var markup = object();
        var array = markup.putArray("inline_keyboard");
        for (List<Button> row : rows) {
            var cells = array.addArray();
            for (Button button : row) {
                var cell = cells.addObject().put("text", button.text());
                if (button.data() != null) {
                    cell.put("callback_data", button.data());
                }
                if (button.url() != null) {
                    cell.put("url", button.url());
                }
                if (button.style() != null) {
                    cell.put("style", button.style());
                }
            }
        }
        return markup;
    }

    /** A member of a chat; for the bot and for people alike. */
    static ObjectNode member(Chat chat, Person person, Standing standing, boolean anonymous) {
        var node = object().put("status", standing.wireName());
        node.set("user", user(person));
        switch (standing) {
            case CREATOR -> node.put("is_anonymous", anonymous);
            case ADMINISTRATOR, ADMINISTRATOR_WITHOUT_POSTING ->
                rights(node, chat, standing).put("is_anonymous", anonymous);
            case SILENCED ->
                node.put("is_member", true).put("can_send_messages", false).put("until_date", 0);
            case KICKED -> node.put("until_date", 0);
            case MEMBER, LEFT -> {}
        }
        return node;
    }

    private static ObjectNode rights(ObjectNode node, Chat chat, Standing standing) {
        for (String right : List.of(
                "can_be_edited",
                "can_restrict_members",
                "can_promote_members",
                "can_change_info",
                "can_invite_users",
                "can_post_stories",
                "can_edit_stories",
                "can_delete_stories",
                "can_manage_video_chats")) {
            node.put(right, false);
        }
        node.put("can_manage_chat", true).put("can_delete_messages", true);
        if (chat.kind == ChatKind.CHANNEL) {
            boolean posts = standing == Standing.ADMINISTRATOR;
            node.put("can_post_messages", posts).put("can_edit_messages", posts);
        } else {
            node.put("can_pin_messages", false);
            if (chat.kind == ChatKind.SUPERGROUP) {
                node.put("can_manage_topics", false);
            }
        }
        return node;
    }
}
