package dev.pitboard.telegram;

import okhttp3.HttpUrl;

/**
 * Where Telegram is and who we are there.
 *
 * @param apiUrl the root, to which {@code /bot<token>/Method} is appended
 * @param groupMinute messages a minute in a group or channel, and one a second in any chat; 0 for no limit in any chat
 * @param again whether a message that may have arrived is sent again
 */
public record TelegramSettings(BotToken token, String apiUrl, int groupMinute, boolean again) {
    /** The address of the real service. */
    public static final String DEFAULT_API_URL = "https://api.telegram.org";

    /** What Telegram allows a group in a minute (the Bots FAQ). */
    public static final int GROUP_MINUTE = 20;

    /** With Telegram's own limits, and sending again. @throws IllegalArgumentException when the address is none */
    public TelegramSettings(BotToken token, String apiUrl) {
        this(token, apiUrl, GROUP_MINUTE, true);
    }

    /** @throws IllegalArgumentException when the address is none */
    public TelegramSettings {
        apiUrl = apiUrl.strip().replaceFirst("/+$", "");
        if (HttpUrl.parse(apiUrl) == null) {
            throw new IllegalArgumentException(
                    "The address of Telegram must start with http:// or https://, such as " + DEFAULT_API_URL + ".");
        }
    }
}
