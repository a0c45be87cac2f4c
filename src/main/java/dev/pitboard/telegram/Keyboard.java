package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import dev.pitboard.card.Action;
import dev.pitboard.command.CommandLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets buttons below a message: as many in a row as phones show whole. */
final class Keyboard {
    private static final int SHORT_LABEL = 9;
    private static final int MEDIUM_LABEL = 18;

    private final CommandNames names;
    private final SavedLines lines;

    Keyboard(CommandNames names, SavedLines lines) {
        this.names = names;
        this.lines = lines;
    }

    /** The buttons of a card, or null when it has none. */
    @Nullable
    InlineKeyboardMarkup of(List<Action> actions) {
        return markup(List.of(), actions);
    }

    /** The same below buttons that turn the pages of a long answer. */
    @Nullable
    InlineKeyboardMarkup of(List<Action> actions, CommandLine line, int page, int pages) {
        var turns = new ArrayList<InlineKeyboardButton>();
        if (pages > 1) {
            if (page > 1) {
                turns.add(turn("‹ " + (page - 1), line, page - 1));
            }
            turns.add(turn(page + " / " + pages, line, page));
            if (page < pages) {
                turns.add(turn((page + 1) + " ›", line, page + 1));
            }
        }
        return markup(turns, actions);
    }

    /** The actions that have a button, row by row. */
    static List<List<Action>> rows(List<Action> actions) {
        List<Action> shown = actions.stream().filter(Keyboard::shown).toList();
        int longest = shown.stream().mapToInt(a -> a.label().length()).max().orElse(0);
        int columns = longest <= SHORT_LABEL ? 3 : longest <= MEDIUM_LABEL ? 2 : 1;
        int rows = Math.ceilDiv(shown.size(), columns);
        var table = new ArrayList<List<Action>>();
        for (int row = 0, from = 0; row < rows; row++) {
            int size = Math.ceilDiv(shown.size() - from, rows - row);
            table.add(shown.subList(from, from + size));
            from += size;
        }
        return table;
    }

    private static boolean shown(Action action) {
        return switch (action) {
            case Action.Run _ -> true;
            case Action.Open(var _, var url) -> Words.opens(url);
        };
    }

    private @Nullable InlineKeyboardMarkup markup(List<InlineKeyboardButton> turns, List<Action> actions) {
        var rows = new ArrayList<InlineKeyboardButton[]>();
        if (!turns.isEmpty()) {
            rows.add(turns.toArray(InlineKeyboardButton[]::new));
        }
        for (List<Action> row : rows(actions)) {
            rows.add(row.stream().map(this::button).toArray(InlineKeyboardButton[]::new));
        }
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows.toArray(InlineKeyboardButton[][]::new));
    }

    private InlineKeyboardButton turn(String label, CommandLine line, int page) {
        return new InlineKeyboardButton(label).callbackData(lines.data(line.withPage(page), true));
    }

    private InlineKeyboardButton button(Action action) {
        var button = new InlineKeyboardButton(names.spelled(action.label()));
        return switch (action) {
            case Action.Run(var _, var line) -> button.callbackData(lines.data(line, false));
            case Action.Open(var _, var url) -> button.url(url.toASCIIString());
        };
    }
}
