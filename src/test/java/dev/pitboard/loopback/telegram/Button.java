package dev.pitboard.loopback.telegram;

import org.jspecify.annotations.Nullable;

/** A button of an inline keyboard, with either data to send back or an address to open. */
public record Button(
        String text,
        @Nullable String data,
        @Nullable String url,
        @Nullable String style) {}
