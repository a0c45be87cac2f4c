package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.command.Router;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the Discord edge needs.
 *
 * @param token asked for when needed and kept nowhere else, so that it can't end up in a log
 * @param apiUrl the full base of Discord's API, such as {@code https://discord.com/api/v10/}
 * @param greeting what is said on a server that has just added the bot
 * @param machineTime real time, for the age of attempts to send
 */
public record DiscordSetup(
        Supplier<String> token,
        String apiUrl,
        Router router,
        Presentation presentation,
        Supplier<Card> greeting,
        InstantSource machineTime) {
    public DiscordSetup {
        apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    }
}
