package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people do, told to the bot as updates. */
public final class Events {
    private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]{3,32}))?");
    private static final Person GROUP_ANONYMOUS_BOT =
            new Person(1_087_968_824L, true, "Group", "GroupAnonymousBot", "en");
    private static final Person CHANNEL_BOT = new Person(136_817_688L, true, "Channel", "Channel_Bot", "en");

    private final Shared shared;
    private final World world;
    private final Updates updates;
    private final CallbackQueries queries;
    private final Documents documents;
    private final InstantSource clock;
    private final Map<List<Long>, ObjectNode> said = new HashMap<>();

    Events(
            Shared shared,
            World world,
            Updates updates,
            CallbackQueries queries,
            Documents documents,
            InstantSource clock) {
        this.shared = shared;
        this.world = world;
        this.updates = updates;
        this.queries = queries;
        this.documents = documents;
        this.clock = clock;
    }

    /** Someone opens the private chat and presses Start; a bot that was blocked is told it no longer is. */
    public int starts(Person person) {
        return starts(person, "");
    }

    /** The same by a link with a payload. */
    public int starts(Person person, String payload) {
        return shared.get(() -> {
            var chat = world.chat(person.id());
            if (chat.bot == Standing.KICKED) {
                changeBot(chat, person, Standing.MEMBER);
            }
            chat.bot = Standing.MEMBER;
            return says(person, chat.id, payload.isEmpty() ? "/start" : "/start " + payload);
        });
    }

    /** A text message in a chat, outside of topics; returns its message id. In channels it is a post. */
    public int says(Person person, long chatId, String text) {
        return post(person, chatId, null, text);
    }

    /** A text message in a topic of a forum. */
    public int says(Person person, long chatId, int topic, String text) {
        return post(person, chatId, topic, text);
    }

    /** A message in the name of the group itself, as anonymous administrators write. */
    public int saysAsChat(long chatId, String text) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            return deliver(chat, message(chat, GROUP_ANONYMOUS_BOT, chat, null), text);
        });
    }

    /** The same in a topic of a forum. */
    public int saysAsChat(long chatId, int topic, String text) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            return deliver(chat, message(chat, GROUP_ANONYMOUS_BOT, chat, topic), text);
        });
    }

    /** An answer to a message. In supergroups it carries a message_thread_id that is no topic, as with the real service. */
    public int replies(Person person, SentMessage to, String text) {
        return shared.get(() -> {
            var chat = world.chat(to.chatId());
            var message = message(chat, person, null, to.threadId());
            if (chat.kind == ChatKind.SUPERGROUP && to.threadId() == null) {
                message.put("message_thread_id", to.messageId());
            }
            message.set("reply_to_message", Wire.message(chat, to, world.bot()));
            return deliver(chat, message, text);
        });
    }

    /** A file with a caption, which may be empty; returns its message id. */
    public int sends(Person person, long chatId, String fileName, byte[] content, String caption) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            chat.members.putIfAbsent(person.id(), new Chat.Membership(person, Standing.MEMBER, false));
            var message = message(chat, person, null, null);
            message.set("document", documents.add(fileName, content));
            return deliver(chat, message, "caption", caption);
        });
    }

    /** An answer to what a person has said or sent; it carries that message, but not what that one answered to. */
    public int answers(Person person, long chatId, int to, String text) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            var message = message(chat, person, null, null);
            ObjectNode original = said.get(List.of(chatId, (long) to));
            if (original == null) {
                throw new IllegalArgumentException("no message " + to + " was sent in " + chatId);
            }
            var quoted = original.deepCopy();
            quoted.remove("reply_to_message");
            message.set("reply_to_message", quoted);
            return deliver(chat, message, text);
        });
    }

    /** A message in a group in the name of a channel, which gives no rights in the group. */
    public int saysAsChannel(long chatId, long channelId, String text) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            return deliver(chat, message(chat, CHANNEL_BOT, world.chat(channelId), null), text);
        });
    }

    /** A post of the channel. */
    public int posts(long channelId, String text) {
        return shared.get(() -> {
            var channel = world.chat(channelId);
            return deliver(channel, message(channel, null, channel, null), text);
        });
    }

    /**
     * Someone presses a button on a message of the bot.
     *
     * @param labelOrData the text on the button or the data behind it
     * @return the id of the callback query
     * @throws AssertionError when the message has no such button
     */
    public String presses(Person person, SentMessage message, String labelOrData) {
        return shared.get(() -> {
            var chat = world.chat(message.chatId());
            var shown = chat.sent.getOrDefault(message.messageId(), message);
            var button = shown.buttons().stream()
                    .filter(one -> one.data() != null)
                    .filter(one -> one.text().equals(labelOrData) || labelOrData.equals(one.data()))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no button \"" + labelOrData + "\" among " + shown.buttons()));
            return queries.ask(chat, shown, person, String.valueOf(button.data()));
        });
    }

    /** A press with data no button has, as changed clients can send it. */
    public String pressesForged(Person person, SentMessage message, String data) {
        return shared.get(() -> queries.ask(world.chat(message.chatId()), message, person, data));
    }

    /** The answers to button presses so far come too late from now on. */
    public void expireButtonPresses() {
        shared.run(queries::expire);
    }

    /** Someone adds the bot to a group or channel; to a channel as an administrator. */
    public void addsBot(Person person, long chatId) {
        shared.run(() -> {
            var chat = world.chat(chatId);
            if (chat.bot.present()) {
                chat.bot = Standing.LEFT;
            }
            changeBot(chat, person, chat.kind == ChatKind.CHANNEL ? Standing.ADMINISTRATOR : Standing.MEMBER);
            if (chat.kind != ChatKind.CHANNEL) {
                var message = message(chat, person, null, null);
                ArrayNode added = message.putArray("new_chat_members");
                added.add(Wire.user(world.bot()));
                updates.add("message", message);
            }
        });
    }

    /** Someone removes the bot from a group or channel. */
    public void removesBot(Person person, long chatId) {
        changesBot(person, chatId, Standing.KICKED);
    }

    /** Someone blocks the bot in their private chat. */
    public void blocksBot(Person person) {
        changesBot(person, person.id(), Standing.KICKED);
    }

    /** Any other change of what the bot may do, e.g. promoted, silenced. */
    public void changesBot(Person person, long chatId, Standing standing) {
        shared.run(() -> changeBot(world.chat(chatId), person, standing));
    }

    /** A group becomes a supergroup; both service messages are sent. Returns the new chat's id. */
    public long upgrades(Person person, long groupId) {
        return shared.get(() -> {
            var group = world.chat(groupId);
            var successor = world.upgrade(group);
            updates.add("message", message(group, person, null, null).put("migrate_to_chat_id", successor.id));
            updates.add(
                    "message",
                    message(successor, GROUP_ANONYMOUS_BOT, successor, null).put("migrate_from_chat_id", group.id));
            return successor.id;
        });
    }

    /** Someone opens a topic again; the service message about it is sent. */
    public void reopensTopic(Person person, long forumId, int topic) {
        shared.run(() -> {
            world.reopenTopic(forumId, topic);
            var message = message(world.chat(forumId), person, null, topic);
            message.putObject("forum_topic_reopened");
            updates.add("message", message);
        });
    }

    /** Any update at all, e.g. of a kind the bot has not asked for; false when it was therefore not kept. */
    public boolean push(String kind, ObjectNode content) {
        return shared.get(() -> updates.add(kind, content));
    }

    /** How many updates the bot has not confirmed. */
    public int unconfirmed() {
        return shared.get(updates::size);
    }

    private int post(Person person, long chatId, @Nullable Integer topic, String text) {
        return shared.get(() -> {
            var chat = world.chat(chatId);
            if (chat.kind == ChatKind.CHANNEL) {
                return posts(chatId, text);
            }
            chat.members.putIfAbsent(person.id(), new Chat.Membership(person, Standing.MEMBER, false));
            return deliver(chat, message(chat, person, null, topic), text);
        });
    }

    private ObjectNode message(Chat chat, @Nullable Person from, @Nullable Chat sender, @Nullable Integer topic) {
        int id = chat.nextMessageId();
        chat.received.add(id);
        var node =
                Wire.object().put("message_id", id).put("date", clock.instant().getEpochSecond());
        if (from != null) {
            node.set("from", Wire.user(from));
        }
        if (sender != null) {
            node.set("sender_chat", Wire.chat(sender));
        }
        node.set("chat", Wire.chat(chat));
        if (topic != null) {
            node.put("message_thread_id", topic).put("is_topic_message", true);
        }
        return node;
    }

    private int deliver(Chat chat, ObjectNode message, String text) {
        return deliver(chat, message, "text", text);
    }

    /** @param where {@code text}, or {@code caption} below a file, where it may be missing */
    private int deliver(Chat chat, ObjectNode message, String where, String text) {
        if (!text.isEmpty()) {
            message.put(where, text);
        }
        said.put(List.of(chat.id, message.path("message_id").asLong()), message);
        var commands = COMMAND.matcher(text);
        var entities = Wire.array();
        boolean forBot =
                message.path("reply_to_message").path("from").path("is_bot").asBoolean();
        while (commands.find()) {
            entities.addObject()
                    .put("type", "bot_command")
                    .put("offset", commands.start())
                    .put("length", commands.end() - commands.start());
            String addressee = commands.group(1);
            forBot |=
                    addressee == null || addressee.equalsIgnoreCase(world.bot().userName());
        }
        if (!entities.isEmpty()) {
            message.set(where.equals("text") ? "entities" : "caption_entities", entities);
        }
        boolean group = chat.kind == ChatKind.GROUP || chat.kind == ChatKind.SUPERGROUP;
        boolean hidden = group && world.privacy() && !chat.botAdministers() && !forBot;
        if (chat.bot.present() && !hidden) {
            updates.add(chat.kind == ChatKind.CHANNEL ? "channel_post" : "message", message);
        }
        return message.path("message_id").asInt();
    }

    private void changeBot(Chat chat, Person by, Standing standing) {
        var change = Wire.object().put("date", clock.instant().getEpochSecond());
        change.set("chat", Wire.chat(chat));
        change.set("from", Wire.user(by));
        change.set("old_chat_member", Wire.member(chat, world.bot(), chat.bot, false));
        change.set("new_chat_member", Wire.member(chat, world.bot(), standing, false));
        chat.bot = standing;
        updates.add("my_chat_member", change);
    }
}
