package dev.pitboard.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import java.util.List;

/** A person's mistake, with what to do about it. The router turns it into a private card. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Line message;
    private final transient List<Action> suggestions;

    public UserError(String message) {
        this(Line.of(message), List.of());
    }

    /**
     * @param message what is wrong and what to do, in whole sentences
     * @param suggestions buttons that do what was probably meant
     */
    public UserError(Line message, List<Action> suggestions) {
        super("a person's mistake", null, false, false);
        this.message = message;
        this.suggestions = List.copyOf(suggestions);
    }

    public Line line() {
        return message;
    }

    public List<Action> suggestions() {
        return suggestions;
    }
}
