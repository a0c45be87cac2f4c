package dev.pitboard.card;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, before how it looks.
 *
 * @param title the first line; of a reminder it is what a lock screen shows
 * @param again the command line that shows it again, for its other pages; null where that is the one that was called
 */
public record Card(
        Tone tone,
        Line title,
        List<Block> blocks,
        List<Action> actions,
        @Nullable String again) {
    /** One that the command that was called shows again. */
    public Card(Tone tone, Line title, List<Block> blocks, List<Action> actions) {
        this(tone, title, blocks, actions, null);
    }

    public Card {
        blocks = List.copyOf(blocks);
        actions = List.copyOf(actions);
    }

    /** The same card for where nobody can press anything. */
    public Card withoutActions() {
        return new Card(tone, title, blocks, List.of(), again);
    }

    /** Starts a card. */
    public static Builder titled(Tone tone, Line title) {
        return new Builder(tone, title);
    }

    /** Starts a card with a plain title. */
    public static Builder titled(Tone tone, String title) {
        return new Builder(tone, Line.of(title));
    }

    /** Collects a card's parts in reading order. */
    public static final class Builder {
        private final Tone tone;
        private final Line title;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();
        private @Nullable String again;

        private Builder(Tone tone, Line title) {
            this.tone = tone;
            this.title = title;
        }

        public Builder heading(String text) {
            return block(new Block.Heading(Line.of(text)));
        }

        public Builder heading(Line line) {
            return block(new Block.Heading(line));
        }

        public Builder paragraph(String text) {
            return paragraph(Line.of(text));
        }

        public Builder paragraph(Line line) {
            return block(new Block.Paragraph(line));
        }

        /** Adds a name with its value, to the facts right before it if there are any. */
        public Builder fact(String label, Line value) {
            List<Block.Fact> facts = new ArrayList<>();
            if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Facts(List<Block.Fact> before)) {
                facts.addAll(before);
                blocks.removeLast();
            }
            facts.add(new Block.Fact(label, value));
            return block(new Block.Facts(facts));
        }

        public Builder fact(String label, String value) {
            return fact(label, Line.of(value));
        }

        /** Adds rows, if there are any. */
        public Builder rows(List<Block.Row> rows) {
            return rows.isEmpty() ? this : block(new Block.Rows(rows));
        }

        public Builder divider() {
            return block(new Block.Divider());
        }

        public Builder quiet(Line line) {
            return block(new Block.Quiet(line));
        }

        public Builder quiet(String text) {
            return quiet(Line.of(text));
        }

        public Builder block(Block block) {
            blocks.add(block);
            return this;
        }

        /** Adds a button that runs a command. */
        public Builder run(String label, String commandLine) {
            actions.add(new Action.Run(label, commandLine));
            return this;
        }

        public Builder action(Action action) {
            actions.add(action);
            return this;
        }

        /** Says which command line shows the card again, where calling the same one again would do something again. */
        public Builder again(String commandLine) {
            again = commandLine;
            return this;
        }

        public Card build() {
            return new Card(tone, title, blocks, actions, again);
        }
    }
}
