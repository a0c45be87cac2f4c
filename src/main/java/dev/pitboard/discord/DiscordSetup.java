package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.command.Router;
import dev.pitboard.delivery.ChatNews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the Discord edge needs.
 *
 * @param token asked for when needed and kept nowhere else, so that it can't end up in a log
 * @param apiUrl the full base of Discord's API, such as {@code https://discord.com/api/v10/}
 * @param greeting what is said on a server that has just added the bot
 * @param news is told what happens to servers and channels
 * @param machineTime real time, for the age of attempts to send
 * @param nonceWindow how long after a first attempt a nonce is trusted to keep the next from posting twice; Discord says "the
 *     past few minutes"
 * @param mostRefusals how many requests Discord may refuse in ten minutes until nothing more is posted; at 10,000 it bans the
 *     address
 */
public record DiscordSetup(
        Supplier<String> token,
        String apiUrl,
        Router router,
        Presentation presentation,
        Supplier<Card> greeting,
        ChatNews news,
        InstantSource machineTime,
        Duration nonceWindow,
        int mostRefusals) {
    public DiscordSetup {
        apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    }
}
