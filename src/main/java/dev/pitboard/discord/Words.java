package dev.pitboard.discord;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line cut into spans of a word or less, for when it is too long to stay in one piece. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\S*\\s*");
    /** Escaping can make three characters of one, and marks stand around them. */
    private static final int ROOM = 4;

    private Words() {}

    /** The line's spans, each so short that it is at most {@code most} long when rendered. */
    static List<Span> of(Line line, int most) {
        List<Span> words = new ArrayList<>();
        for (Span span : line.spans()) {
            switch (span) {
                case Span.Text(String text) -> add(words, text, most, Span.Text::new);
                case Span.Strong(String text) -> add(words, text, most, Span.Strong::new);
                case Span.Code(String text) -> add(words, text, most, Span.Code::new);
                case Span.Link(String label, URI url) -> addLink(words, label, url, most);
                case Span.Role _, Span.Moment _, Span.TrackTime _ -> words.add(span);
            }
        }
        return words;
    }

    /** A link whose address alone fills the room is written out: it would not be one any more, but nothing is lost. */
    private static void addLink(List<Span> words, String label, URI url, int most) {
        int rest = most - url.toASCIIString().length() - ROOM * ROOM;
        if (rest > ROOM) {
            add(words, label, rest, part -> new Span.Link(part, url));
        } else {
            add(words, label + " " + url.toASCIIString() + " ", most, Span.Text::new);
        }
    }

    private static void add(List<Span> words, String text, int most, Function<String, Span> kind) {
        Matcher matcher = WORD.matcher(text);
        int longest = Math.max(1, (most - ROOM) / ROOM);
        while (matcher.find() && !matcher.group().isEmpty()) {
            String word = matcher.group();
            while (word.length() > longest) {
                int cut = Math.max(1, Character.isHighSurrogate(word.charAt(longest - 1)) ? longest - 1 : longest);
                words.add(kind.apply(word.substring(0, cut)));
                word = word.substring(cut);
            }
            words.add(kind.apply(word));
        }
    }
}
