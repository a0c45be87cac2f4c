package dev.pitboard.loopback.telegram;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who and what there is: set up and changed here without the bot being told (see {@link Events} for that). */
public final class World {
    private final Shared shared;
    private final Person bot;
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private boolean privacy = true;
    // Ids beyond 32 bits, as many real ones are.
    private long lastPerson = 7_100_000_000L;
    private long lastGroup = -5_100_000_000L;
    private long lastSupergroup = -1_003_100_000_000L;

    World(Shared shared, Person bot) {
        this.shared = shared;
        this.bot = bot;
    }

    /** The bot's own account. */
    public Person bot() {
        return bot;
    }

    /** Someone who has not started the bot yet. */
    public Person person(String firstName) {
        return person(firstName, firstName.toLowerCase(Locale.ROOT) + "_test", "en");
    }

    /** Someone who has not started the bot yet. */
    public Person person(String firstName, @Nullable String userName, String languageCode) {
        return shared.get(() -> {
            lastPerson++;
            var person = new Person(lastPerson, false, firstName, userName, languageCode);
            people.put(person.id(), person);
            var chat = add(new Chat(ChatKind.PRIVATE, person.id(), firstName, false));
            chat.bot = Standing.LEFT;
            chat.members.put(person.id(), new Chat.Membership(person, Standing.MEMBER, false));
            return person;
        });
    }

    /** The private chat with someone who has started the bot earlier; returns its id. */
    public long privateChat(Person person) {
        bot(person.id(), Standing.MEMBER);
        return person.id();
    }

    /** A basic group with the bot as a member. */
    public long group(String title) {
        return shared.get(() -> {
            lastGroup--;
            return add(new Chat(ChatKind.GROUP, lastGroup, title, false)).id;
        });
    }

    /** A supergroup without topics, with the bot as a member. */
    public long supergroup(String title) {
        return newSupergroup(ChatKind.SUPERGROUP, title, false);
    }

    /** A supergroup with topics, with the bot as a member; its General topic needs no id. */
    public long forum(String title) {
        return newSupergroup(ChatKind.SUPERGROUP, title, true);
    }

    /** A channel with the bot as an administrator that may post. */
    public long channel(String title) {
        long id = newSupergroup(ChatKind.CHANNEL, title, false);
        bot(id, Standing.ADMINISTRATOR);
        return id;
    }

    /** Makes a chat public: it can then be named {@code @userName} as well. */
    public void publish(long chatId, String userName) {
        shared.run(() -> chat(chatId).userName = userName);
    }

    /** Opens a topic; returns its message_thread_id. */
    public int topic(long forumId) {
        return shared.get(() -> {
            var forum = chat(forumId);
            int id = forum.nextMessageId() + 1;
            forum.nextMessageId();
            forum.openTopics.add(id);
            return id;
        });
    }

    /** Only administrators with the right to manage topics (never the bot) can write there now. */
    public void closeTopic(long forumId, int topic) {
        shared.run(() -> {
            chat(forumId).openTopics.remove(topic);
            chat(forumId).closedTopics.add(topic);
        });
    }

    /** Ends {@link #closeTopic(long, int)}. */
    public void reopenTopic(long forumId, int topic) {
        shared.run(() -> {
            chat(forumId).closedTopics.remove(topic);
            chat(forumId).openTopics.add(topic);
        });
    }

    /** The topic is gone with all messages in it. */
    public void deleteTopic(long forumId, int topic) {
        shared.run(() -> {
            var forum = chat(forumId);
            forum.openTopics.remove(topic);
            forum.closedTopics.remove(topic);
            forum.sent.values().stream()
                    .filter(message -> Objects.equals(message.threadId(), topic))
                    .toList()
                    .forEach(message -> erase(forum, message.messageId()));
        });
    }

    /** Someone deletes a message of the bot, which bots are not told. */
    public void deleteMessage(long chatId, int messageId) {
        shared.run(() -> erase(chat(chatId), messageId));
    }

    /** What the bot is in a chat from now on. */
    public void bot(long chatId, Standing standing) {
        shared.run(() -> chat(chatId).bot = standing);
    }

    /** What a person is in a chat from now on. */
    public void member(long chatId, Person person, Standing standing) {
        join(chatId, person, standing, false);
    }

    /** An administrator whose messages come in the name of the chat. */
    public void anonymousAdministrator(long chatId, Person person) {
        join(chatId, person, Standing.ADMINISTRATOR, true);
    }

    /** The account is closed: messages to it are refused. */
    public void deactivate(Person person) {
        shared.run(() -> chat(person.id()).gone = true);
    }

    /** A group is deleted; any other kind of chat is not found any more. */
    public void delete(long chatId) {
        shared.run(() -> {
            if (chat(chatId).kind == ChatKind.GROUP) {
                chat(chatId).gone = true;
            } else {
                chats.remove(chatId);
            }
        });
    }

    /** Whether the bot sees in groups only what is meant for it (the default, as with the real service). */
    public void privacyMode(boolean on) {
        shared.run(() -> privacy = on);
    }

    boolean privacy() {
        return privacy;
    }

    /** A chat the test itself has made. */
    Chat chat(long chatId) {
        var chat = chats.get(chatId);
        if (chat == null) {
            throw new IllegalArgumentException("no chat " + chatId + " was made in this loopback service");
        }
        return chat;
    }

    @Nullable
    Chat find(String idOrName) {
        if (idOrName.startsWith("@")) {
            String name = idOrName.substring(1);
            return chats.values().stream()
                    .filter(chat -> name.equalsIgnoreCase(chat.userName))
                    .findFirst()
                    .orElse(null);
        }
        return idOrName.matches("-?\\d{1,18}") ? chats.get(Long.parseLong(idOrName)) : null;
    }

    @Nullable
    Person findPerson(long id) {
        return id == bot.id() ? bot : people.get(id);
    }

    /** The supergroup that takes the place of a group, with the same members. */
    Chat upgrade(Chat group) {
        var successor = chat(supergroup(group.title));
        successor.members.putAll(group.members);
        successor.bot = group.bot;
        group.upgradedTo = successor.id;
        return successor;
    }

    void erase(Chat chat, int messageId) {
        chat.sent.computeIfPresent(messageId, (_, old) -> old.erased());
    }

    private void join(long chatId, Person person, Standing standing, boolean anonymous) {
        shared.run(() -> chat(chatId).members.put(person.id(), new Chat.Membership(person, standing, anonymous)));
    }

    private long newSupergroup(ChatKind kind, String title, boolean forum) {
        return shared.get(() -> {
            lastSupergroup--;
            return add(new Chat(kind, lastSupergroup, title, forum)).id;
        });
    }

    private Chat add(Chat chat) {
        chats.put(chat.id, chat);
        return chat;
    }
}
