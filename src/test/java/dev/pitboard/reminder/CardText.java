package dev.pitboard.reminder;

import static java.util.stream.Collectors.joining;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span;
import java.util.List;
import java.util.stream.Stream;

/** A card's structure as lines of text, for comparing: {@code fact Length: 60 min}. Moments are {@code {style instant}}. */
public final class CardText {
    private CardText() {}

    public static String of(Card card) {
        return Stream.of(
                        Stream.of(card.tone() + " " + of(card.title())),
                        card.blocks().stream().flatMap(b -> lines(b).stream()),
                        card.actions().stream().map(CardText::of))
                .flatMap(s -> s)
                .collect(joining("\n"));
    }

    public static String of(Line line) {
        return line.spans().stream().map(CardText::of).collect(joining());
    }

    private static List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading(Line line) -> List.of("heading " + of(line));
            case Block.Paragraph(Line line) -> List.of("paragraph " + of(line));
            case Block.Facts(List<Block.Fact> facts) ->
                facts.stream()
                        .map(f -> "fact " + f.label() + ": " + of(f.value()))
                        .toList();
            case Block.Rows(List<Block.Row> rows) ->
                rows.stream()
                        .flatMap(r -> Stream.concat(
                                Stream.of("row " + of(r.lead()) + " | " + of(r.main())),
                                r.details().stream().map(d -> "  " + of(d))))
                        .toList();
            case Block.Quiet(Line line) -> List.of("quiet " + of(line));
            case Block.Divider() -> List.of("divider");
        };
    }

    private static String of(Span span) {
        return switch (span) {
            case Span.Text(String text) -> text;
            case Span.Strong(String text) -> "*" + text + "*";
            case Span.Code(String text) -> "`" + text + "`";
            case Span.Role(String id) -> "<role " + id + ">";
            case Span.Link(String label, var url) -> "[" + label + "](" + url + ")";
            case Span.Moment(var at, var style) -> "{" + style + " " + at + "}";
            case Span.TrackTime(var at, var zone, var style) -> "{" + style + " " + at + " " + zone + "}";
        };
    }

    private static String of(Action action) {
        return switch (action) {
            case Action.Run(String label, String line) -> "button " + label + " -> " + line;
            case Action.Open(String label, var url) -> "button " + label + " -> " + url;
        };
    }
}
