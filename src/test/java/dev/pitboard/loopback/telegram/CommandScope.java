package dev.pitboard.loopback.telegram;

/**
 * For whom a list of commands is registered.
 *
 * @param type default, all_private_chats, all_group_chats, all_chat_administrators, chat, chat_administrators, chat_member
 * @param chatId 0 unless the type names a chat
 * @param userId 0 unless the type is chat_member
 * @param languageCode two letters, or empty for every language without a list of its own
 */
public record CommandScope(String type, long chatId, long userId, String languageCode) {

    /** A scope without chat, for all languages. */
    public static CommandScope of(String type) {
        return new CommandScope(type, 0, 0, "");
    }
}
