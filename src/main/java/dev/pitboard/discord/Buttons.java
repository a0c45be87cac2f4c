package dev.pitboard.discord;

import dev.pitboard.card.Action;
import dev.pitboard.command.CommandLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** A card's actions as rows of buttons. */
final class Buttons {
    /** How many actions a page shows; a card with more gets more pages. */
    static final int ON_A_PAGE = 10;

    private final SavedLines saved;

    Buttons(SavedLines saved) {
        this.saved = saved;
    }

    /** Rows of at most five; a button whose address is too long for one is left to {@link #tooLong}. */
    List<ActionRow> rows(List<Action> actions, String slot) {
        List<Button> buttons = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Action action : actions) {
            switch (action) {
                case Action.Run(String label, String line) ->
                    buttons.add(Button.secondary(free(slot, line, taken), label(label)));
                case Action.Open(String label, URI url)
                when !tooLong(action) -> buttons.add(Button.link(url.toASCIIString(), label(label)));
                case Action.Open _ -> {
                    // Stands in the text instead.
                }
            }
        }
        return buttons.isEmpty() ? List.of() : ActionRow.partitionOf(buttons);
    }

    /** Whether the action can't be a button on Discord and has to be a link in the text. */
    static boolean tooLong(Action action) {
        return action instanceof Action.Open(var _, URI url)
                && url.toASCIIString().length() > Limits.BUTTON_URL;
    }

    /** Previous and next, as far as there are such pages. */
    ActionRow turn(CommandLine line, int page, int pages) {
        List<Button> buttons = new ArrayList<>();
        if (page > 1) {
            buttons.add(Button.secondary(saved.customId(CustomId.TURN, line.withPage(page - 1)), "‹ Previous"));
        }
        if (page < pages) {
            buttons.add(Button.secondary(saved.customId(CustomId.TURN, line.withPage(page + 1)), "Next ›"));
        }
        return ActionRow.of(buttons);
    }

    /** Two buttons of one message must differ for Discord, also when they do the same. */
    private String free(String slot, String line, Set<String> taken) {
        String wanted = line;
        while (!taken.add(saved.customId(slot, wanted))) {
            wanted += " page=1";
        }
        return saved.customId(slot, wanted);
    }

    private static String label(String label) {
        return label.length() <= Limits.BUTTON_LABEL ? label : label.substring(0, Limits.BUTTON_LABEL - 1) + "…";
    }
}
