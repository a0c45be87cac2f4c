package dev.pitboard.telegram;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** Lays a card out as pieces, from top to bottom. */
final class Layout {
    private static final int LINE = 1;
    private static final int BLANK_LINE = 2;
    private static final String INDENT = "    ";

    private final Words words;
    private final boolean rehearsal;
    private final List<Piece> pieces = new ArrayList<>();

    /** A heading stands right above what it is about. */
    private boolean belowHeading;

    private Layout(Words words, boolean rehearsal) {
        this.words = words;
        this.rehearsal = rehearsal;
    }

    static List<Piece> of(Card card, Words words, boolean rehearsal) {
        var layout = new Layout(words, rehearsal);
        layout.title(card);
        card.blocks().forEach(layout::block);
        card.actions().forEach(layout::address);
        return layout.pieces;
    }

    private void title(Card card) {
        var runs = new ArrayList<Run>();
        String sign = sign(card.tone());
        if (!sign.isEmpty()) {
            runs.add(Run.plain(sign + " "));
        }
        if (rehearsal) {
            runs.add(Run.plain("REHEARSAL · "));
        }
        runs.addAll(words.runs(card.title(), "b"));
        add(runs, 0, true);
    }

    /** What the eye catches before it reads; an ordinary answer has none. */
    private static String sign(Tone tone) {
        return switch (tone) {
            case INFO -> "";
            case LIVE -> "🏁";
            case DONE -> "✅";
            case WARNING -> "⚠️";
            case MISTAKE -> "🚫";
        };
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var line) -> {
                add(words.runs(line, "b"), BLANK_LINE, true);
                belowHeading = true;
                return;
            }
            case Block.Paragraph(var line) -> add(words.runs(line), first(), false);
            case Block.Facts(var facts) -> facts(facts);
            case Block.Rows(var rows) -> rows(rows);
            case Block.Quiet(var line) -> add(words.runs(line, "i"), BLANK_LINE, false);
            case Block.Divider _ -> add(List.of(Run.plain("———")), BLANK_LINE, true);
        }
        belowHeading = false;
    }

    private int first() {
        return belowHeading ? LINE : BLANK_LINE;
    }

    private void facts(List<Block.Fact> facts) {
        int gap = first();
        for (Block.Fact fact : facts) {
            var runs = new ArrayList<Run>();
            runs.add(Run.tagged(fact.label() + ":", "b"));
            runs.add(Run.plain(" "));
            runs.addAll(words.runs(fact.value()));
            add(runs, gap, false);
            gap = LINE;
        }
    }

    private void rows(List<Block.Row> rows) {
        int gap = first();
        for (Block.Row row : rows) {
            var runs = new ArrayList<>(words.runs(row.lead(), "b"));
            if (!runs.isEmpty()) {
                runs.add(Run.plain("  "));
            }
            runs.addAll(words.runs(row.main()));
            for (var detail : row.details()) {
                runs.add(Run.plain("\n" + INDENT));
                runs.addAll(words.runs(detail, "i"));
            }
            add(runs, gap, false);
            gap = LINE;
        }
    }

    /** An address that Telegram takes for none can't be a button, so it is written out. */
    private void address(Action action) {
        if (action instanceof Action.Open(var label, var url) && !Words.opens(url)) {
            add(List.of(Run.plain(label + ": " + url)), BLANK_LINE, false);
        }
    }

    private void add(List<Run> runs, int gap, boolean leads) {
        if (!runs.isEmpty()) {
            pieces.add(new Piece(runs, gap, leads));
        }
    }
}
