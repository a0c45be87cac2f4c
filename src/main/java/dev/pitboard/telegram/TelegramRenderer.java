package dev.pitboard.telegram;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.command.Signature;
import java.util.List;
import java.util.stream.Collectors;

/** Shows cards as Telegram messages: HTML with live times, divided into pages that fit. */
public final class TelegramRenderer {
    private final Words words;
    private final CommandNames names;
    private final boolean rehearsal;

    /** @param signatures the commands whose names may stand in cards, spelled as on Discord */
    public TelegramRenderer(Presentation presentation, List<Signature> signatures) {
        names = new CommandNames(signatures);
        words = new Words(presentation, names);
        rehearsal = presentation.rehearsal();
    }

    CommandNames names() {
        return names;
    }

    /** The messages a card needs, never none. */
    List<Page> pages(Card card) {
        List<Page> pages = Pages.of(Layout.of(card, words, rehearsal));
        return pages.isEmpty() ? List.of(new Page("…", "…")) : pages;
    }

    /** How the card reads on Telegram, as plain text with the buttons in brackets below. */
    public String preview(Card card) {
        String text = pages(card).stream().map(Page::text).collect(Collectors.joining("\n\n· · ·\n\n"));
        String buttons = Keyboard.rows(card.actions()).stream()
                .map(row -> row.stream()
                        .map(Action::label)
                        .map(label -> "[ " + names.spelled(label) + " ]")
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return buttons.isEmpty() ? text : text + "\n\n" + buttons;
    }
}
