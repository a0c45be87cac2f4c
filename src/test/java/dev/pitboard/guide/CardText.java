package dev.pitboard.guide;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.terminal.TerminalRenderer;
import java.time.InstantSource;

/** A card's words, for tests that look for some of them. */
final class CardText {
    private CardText() {}

    static String of(Card card) {
        Presentation presentation =
                new Presentation(false, GuideCases.READER, InstantSource.fixed(GuideCases.at("2023-09-27T12:00")));
        return new TerminalRenderer(presentation, false).render(card, 88).substring("▌ ".length());
    }
}
