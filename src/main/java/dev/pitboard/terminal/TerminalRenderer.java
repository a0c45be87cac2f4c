package dev.pitboard.terminal;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span;
import dev.pitboard.card.Tone;
import dev.pitboard.terminal.TerminalText.Look;
import dev.pitboard.terminal.TerminalText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cards as text, with colours or plain, in as many columns as the window has. */
public final class TerminalRenderer {
    /** Narrower than this nothing readable can be made. */
    static final int NARROWEST = 24;

    /** Longer lines are hard to read, however wide the window is. */
    static final int WIDEST = 88;

    /** A label column wider than this would squeeze the values. */
    private static final int WIDEST_LABEL = 14;

    private static final String BAR = "▌ ";
    private static final String INDENT = "  ";
    private static final int GAP = 2;

    /** Beside a lead there must be room for this much of the row. */
    private static final int LEAST_ROW = 24;

    private final Presentation presentation;
    private final boolean ansi;

    /** @param ansi whether colours and links may be used: not when piped into a file */
    public TerminalRenderer(Presentation presentation, boolean ansi) {
        this.presentation = presentation;
        this.ansi = ansi;
    }

    /** The card as lines, each ended by a line feed, none wider than {@code columns} (24 at least, 88 at most). */
    public String render(Card card, int columns) {
        Canvas canvas = new Canvas(Math.clamp(columns, NARROWEST, WIDEST), ansi);
        title(card, canvas);
        Block previous = null;
        for (Block block : card.blocks()) {
            if (previous == null || startsApart(block, previous)) {
                canvas.blank();
            }
            block(block, canvas);
            previous = block;
        }
        actions(card.actions(), canvas);
        return canvas.text();
    }

    private void title(Card card, Canvas canvas) {
        List<Piece> title = new ArrayList<>();
        if (presentation.rehearsal()) {
            title.add(new Piece("REHEARSAL", Look.STRONG));
            title.add(new Piece("  ", Look.PLAIN));
        }
        for (Piece piece : pieces(card.title(), Look.STRONG)) {
            title.add(piece);
        }
        canvas.write(List.of(new Piece(BAR, Look.STRONG)), title, colour(card.tone()));
    }

    /** Headings and small print stand apart; a list belongs to the heading before it. */
    private static boolean startsApart(Block block, Block previous) {
        return switch (block) {
            case Block.Heading _ -> true;
            case Block.Quiet _ -> !(previous instanceof Block.Quiet);
            case Block.Divider _ -> false;
            case Block.Paragraph _, Block.Facts _, Block.Rows _ ->
                !(previous instanceof Block.Heading || previous instanceof Block.Divider);
        };
    }

    private void block(Block block, Canvas canvas) {
        switch (block) {
            case Block.Heading(Line line) -> canvas.write(INDENT, pieces(line, Look.STRONG));
            case Block.Paragraph(Line line) -> canvas.write(INDENT, pieces(line, Look.PLAIN));
            case Block.Quiet(Line line) -> canvas.write(INDENT, pieces(line, Look.QUIET));
            case Block.Divider() -> canvas.rule(INDENT);
            case Block.Facts(List<Block.Fact> facts) -> facts(facts, canvas);
            case Block.Rows(List<Block.Row> rows) -> rows(rows, canvas);
        }
    }

    private void facts(List<Block.Fact> facts, Canvas canvas) {
        int column = column(facts.stream()
                .map(f -> TerminalText.width(TerminalText.harmless(f.label())))
                .toList());
        for (Block.Fact fact : facts) {
            Piece label = new Piece(TerminalText.harmless(fact.label()), Look.QUIET);
            canvas.columns(INDENT, List.of(label), column, pieces(fact.value(), Look.PLAIN));
        }
    }

    private void rows(List<Block.Row> rows, Canvas canvas) {
        List<List<Piece>> leads =
                rows.stream().map(r -> pieces(r.lead(), Look.CODE)).toList();
        boolean led = leads.stream().anyMatch(l -> !l.isEmpty());
        int widest = leads.stream().mapToInt(TerminalText::width).max().orElse(0);
        if (widest > WIDEST_LABEL) {
            wideRows(rows, leads, widest, canvas);
            return;
        }
        int column = led ? column(leads.stream().map(TerminalText::width).toList()) : 0;
        IntStream.range(0, rows.size()).forEach(i -> {
            Block.Row row = rows.get(i);
            canvas.columns(INDENT, leads.get(i), column, pieces(row.main(), Look.PLAIN));
            String indent = INDENT + " ".repeat(led ? column + GAP : GAP);
            row.details().forEach(d -> canvas.write(indent, pieces(d, Look.QUIET)));
        });
    }

    /** Rows whose leads are long, such as full dates: the item beside its lead where there is room, all else below. */
    private void wideRows(List<Block.Row> rows, List<List<Piece>> leads, int widest, Canvas canvas) {
        boolean beside = canvas.fits(INDENT.length() + widest + GAP + LEAST_ROW);
        String below = INDENT + "  ";
        IntStream.range(0, rows.size()).forEach(i -> {
            List<Piece> main = pieces(rows.get(i).main(), Look.PLAIN);
            if (beside) {
                canvas.columns(INDENT, leads.get(i), widest, main);
            } else {
                canvas.write(INDENT, leads.get(i));
                canvas.write(below, main);
            }
            rows.get(i).details().forEach(d -> canvas.write(below, pieces(d, Look.QUIET)));
        });
    }

    private static int column(List<Integer> widths) {
        return Math.min(
                WIDEST_LABEL, widths.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private void actions(List<Action> actions, Canvas canvas) {
        if (actions.isEmpty()) {
            return;
        }
        canvas.blank();
        int column = actions.stream()
                .mapToInt(a -> TerminalText.width(TerminalText.harmless(a.label())) + 2)
                .max()
                .orElse(0);
        for (Action action : actions) {
            List<Piece> label = List.of(new Piece("› " + TerminalText.harmless(action.label()), Look.QUIET));
            canvas.choice(
                    INDENT,
                    label,
                    column,
                    List.of(
                            switch (action) {
                                case Action.Run(var _, String line) ->
                                    new Piece(TerminalText.harmless(line), Look.CODE);
                                case Action.Open(var _, var url) ->
                                    new Piece(url.toASCIIString(), Look.LINK, url.toASCIIString());
                            }));
        }
    }

    private List<Piece> pieces(Line line, Look base) {
        List<Piece> pieces = new ArrayList<>();
        for (Span span : line.spans()) {
            switch (span) {
                case Span.Text(String text) -> pieces.add(new Piece(TerminalText.harmless(text), base));
                case Span.Strong(String text) -> pieces.add(new Piece(TerminalText.harmless(text), Look.STRONG));
                case Span.Code(String text) -> pieces.add(new Piece(TerminalText.harmless(text), Look.CODE));
                case Span.Role(String id) -> pieces.add(new Piece(TerminalText.harmless(id), Look.CODE));
                case Span.Link(String label, var url) ->
                    link(TerminalText.harmless(label), url.toASCIIString(), base, pieces);
                case Span.Moment moment -> pieces.add(new Piece(moment(moment), base));
                case Span.TrackTime time -> pieces.add(new Piece(MomentText.of(time), base));
            }
        }
        return pieces;
    }

    /** The time of a full date names its zone, since track times stand beside it; a time alone is short. */
    private String moment(Span.Moment moment) {
        String text = MomentText.of(
                moment.at(),
                moment.style(),
                presentation.zone(),
                presentation.now().instant());
        return switch (moment.style()) {
            case DATE_TIME, WEEKDAY_DATE_TIME -> text + " " + MomentText.zoneName(moment.at(), presentation.zone());
            case TIME, DATE, RELATIVE -> text;
        };
    }

    private void link(String label, String url, Look base, List<Piece> pieces) {
        if (ansi) {
            pieces.add(new Piece(label, Look.LINK, url));
        } else {
            pieces.add(new Piece(label.equals(url) ? url : label + " <" + url + ">", base));
        }
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case INFO -> "34";
            case LIVE, DONE -> "32";
            case WARNING -> "33";
            case MISTAKE -> "31";
        };
    }
}
