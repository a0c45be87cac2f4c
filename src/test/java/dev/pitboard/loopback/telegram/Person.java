package dev.pitboard.loopback.telegram;

import org.jspecify.annotations.Nullable;

/** A Telegram account; the id of a person is also the id of the private chat with them. */
public record Person(
        long id, boolean bot, String firstName, @Nullable String userName, String languageCode) {}
