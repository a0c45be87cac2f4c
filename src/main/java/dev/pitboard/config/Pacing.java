package dev.pitboard.config;

import java.time.Duration;

/**
 * How fast and how carefully the platforms are used.
 *
 * @param discordRate requests a second
 * @param discordMostRefusals in ten minutes, from where on nothing is posted
 * @param discordNonce how long after a first attempt Discord is trusted not to post the same message twice
 * @param telegramRate messages a second
 * @param telegramGroupRate messages a minute in a group or channel, and one a second in any chat; 0 for no limit in any chat
 * @param telegramAgain whether a message that may have arrived on Telegram is sent again
 */
public record Pacing(
        int discordRate,
        int discordMostRefusals,
        Duration discordNonce,
        int telegramRate,
        int telegramGroupRate,
        boolean telegramAgain) {}
