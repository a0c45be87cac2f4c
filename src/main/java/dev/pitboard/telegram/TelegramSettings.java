package dev.pitboard.telegram;

import okhttp3.HttpUrl;

/**
 * Where Telegram is and who we are there.
 *
 * @param apiUrl the root, to which {@code /bot<token>/Method} is appended
 */
public record TelegramSettings(BotToken token, String apiUrl) {
    /** The address of the real service. */
    public static final String DEFAULT_API_URL = "https://api.telegram.org";

    /** @throws IllegalArgumentException when the address is none */
    public TelegramSettings {
        apiUrl = apiUrl.strip().replaceFirst("/+$", "");
        if (HttpUrl.parse(apiUrl) == null) {
            throw new IllegalArgumentException(
                    "The address of Telegram must start with http:// or https://, such as " + DEFAULT_API_URL + ".");
        }
    }
}
