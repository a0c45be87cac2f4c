package dev.pitboard;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Signature;
import dev.pitboard.delivery.Post;
import dev.pitboard.discord.DiscordRenderer;
import dev.pitboard.telegram.TelegramRenderer;
import dev.pitboard.terminal.TerminalRenderer;
import dev.pitboard.terminal.Wrapped;
import java.util.List;

/** How the demo shows cards: as the terminal does, or as another platform would get them. */
final class DemoLook {
    private final Platform platform;
    private final TerminalRenderer terminal;
    private final DiscordRenderer discord;
    private final DiscordLook drawn;
    private final TelegramRenderer telegram;

    DemoLook(Platform platform, Presentation presentation, boolean ansi, List<Signature> signatures) {
        this.platform = platform;
        this.terminal = new TerminalRenderer(presentation, ansi);
        this.discord = new DiscordRenderer(presentation);
        this.drawn = new DiscordLook(presentation, ansi);
        this.telegram = new TelegramRenderer(presentation, signatures);
    }

    /** An answer to a command. */
    String answer(Card card, int width) {
        return switch (platform) {
            case TERMINAL -> terminal.render(card, width);
            case DISCORD -> Wrapped.at(width, drawn.of(discord.preview(card)));
            case TELEGRAM -> Wrapped.at(width, telegram.preview(card));
        };
    }

    /** A reminder; in the terminal without what could be pressed, because there nothing can. */
    String post(Post post, int width) {
        return switch (platform) {
            case TERMINAL -> terminal.render(post.card().withoutActions(), width);
            case DISCORD -> Wrapped.at(width, drawn.of(discord.previewPost(post.card(), post.role())));
            case TELEGRAM -> Wrapped.at(width, telegram.preview(post.card()));
        };
    }
}
