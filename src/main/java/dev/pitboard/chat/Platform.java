package dev.pitboard.chat;

import java.util.Locale;

/** Where Pitboard talks to people. */
public enum Platform {
    DISCORD("Discord"),
    TELEGRAM("Telegram"),
    TERMINAL("Terminal");

    private final String label;

    Platform(String label) {
        this.label = label;
    }

    /** As one writes it in a sentence. */
    public String label() {
        return label;
    }

    /** The word in the database and in logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
