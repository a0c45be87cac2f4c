package dev.pitboard.discord;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cards of any shape and size; each word of them is numbered, so that a lost one can be named. */
final class RandomCards {
    private static final List<String> SPICE = List.of(
            "",
            "",
            "",
            "*",
            "_",
            "@everyone",
            "<@&1>",
            "`",
            "#",
            "- ",
            "1.",
            "\\",
            "[",
            "](",
            "||",
            "🏁",
            "שלום",
            "<t:1:R>");

    private final Random random;
    private int words;

    RandomCards(long seed) {
        this.random = new Random(seed);
    }

    /** How many words the cards made so far have; the words are w1w, w2w and so on. */
    int words() {
        return words;
    }

    Card next() {
        Card.Builder card = Card.titled(List.of(Tone.values()).get(random.nextInt(Tone.values().length)), line(6));
        int blocks = random.nextInt(60);
        for (int i = 0; i < blocks; i++) {
            card.block(block());
        }
        int actions = random.nextInt(4) == 0 ? random.nextInt(30) : random.nextInt(4);
        for (int i = 0; i < actions; i++) {
            card.run("Button " + i, "drivers search=" + "x".repeat(random.nextInt(120)));
        }
        return card.build();
    }

    private Block block() {
        return switch (random.nextInt(7)) {
            case 0 -> new Block.Heading(line(8));
            case 1 -> new Block.Paragraph(line(random.nextInt(20) == 0 ? 1500 : 30));
            case 2 -> new Block.Facts(List.of(new Block.Fact(word(), line(10)), new Block.Fact(word(), line(3))));
            case 3 -> new Block.Quiet(line(12));
            case 4 -> new Block.Divider();
            default -> rows();
        };
    }

    private Block rows() {
        List<Block.Row> rows = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            rows.add(new Block.Row(line(2), line(8), random.nextBoolean() ? List.of() : List.of(line(10))));
        }
        return new Block.Rows(rows);
    }

    private Line line(int most) {
        Line line = Line.empty();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            line = switch (random.nextInt(8)) {
                case 0 -> line.strong(word());
                case 1 -> line.code(word());
                case 2 -> line.link(word(), URI.create("https://example.org/" + random.nextInt(1000)));
                case 3 ->
                    line.moment(Instant.ofEpochSecond(random.nextInt()), MomentStyle.RELATIVE)
                            .text(" ");
                case 4 ->
                    line.trackTime(Instant.EPOCH, ZoneId.of("Europe/Madrid"), MomentStyle.TIME)
                            .text(" ");
                default -> line.text(word());
            };
        }
        return line;
    }

    private String word() {
        words++;
        return SPICE.get(random.nextInt(SPICE.size())) + "w" + words + "w ";
    }
}
