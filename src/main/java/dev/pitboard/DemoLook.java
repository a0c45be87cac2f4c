package dev.pitboard;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Post;
import dev.pitboard.terminal.TerminalRenderer;

/** How the demo shows cards: as the terminal does, or as another platform would get them. */
final class DemoLook {
    private final Platform platform;
    private final TerminalRenderer terminal;
    private final Presentation presentation;

    DemoLook(Platform platform, TerminalRenderer terminal, Presentation presentation) {
        this.platform = platform;
        this.terminal = terminal;
        this.presentation = presentation;
    }

    String answer(Card card, int width) {
        return switch (platform) {
            case TERMINAL -> terminal.render(card, width);
            case DISCORD, TELEGRAM -> terminal.render(card, width) + presentation.zone();
        };
    }

    String post(Post post, int width) {
        return answer(post.card(), width);
    }
}
