package dev.pitboard.command;

import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;

/** How a command is written on a platform. */
public final class Spelling {
    private Spelling() {}

    /** {@code /next-session} on Discord, {@code /next_session} on Telegram, {@code next-session} in the terminal. */
    public static String of(String name, Platform platform) {
        return switch (platform) {
            case DISCORD -> "/" + name;
            case TELEGRAM -> "/" + name.replace('-', '_');
            case TERMINAL -> name;
        };
    }

    /** The command to type or to tap: on Telegram a bare command of one word is a link by itself, but not in code style. */
    public static Line line(String name, Platform platform) {
        String spelled = of(name, platform);
        return platform == Platform.TELEGRAM && !name.contains(" ")
                ? Line.of(spelled)
                : Line.empty().code(spelled);
    }
}
