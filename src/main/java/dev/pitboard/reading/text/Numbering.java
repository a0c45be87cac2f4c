package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Vocabulary.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of several sessions a label means: Race 1, Q1, 2e vrije training, Qualifiche 2 e 3, first race. */
final class Numbering {
    private static final List<String> ROMAN = List.of("", "i", "ii", "iii", "iv", "v");
    private static final Map<String, Integer> COUNTED = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("eins", 1),
            Map.entry("zwei", 2),
            Map.entry("drei", 3),
            Map.entry("uno", 1),
            Map.entry("due", 2),
            Map.entry("tre", 3),
            Map.entry("dos", 2),
            Map.entry("tres", 3),
            Map.entry("twee", 2),
            Map.entry("drie", 3),
            Map.entry("ett", 1),
            Map.entry("tva", 2));

    /** So many tokens make "the first and the second". */
    private static final int LONGEST_LIST = 5;

    private final BiPredicate<Text, Integer> isNumberOfItsOwn;
    private final Pattern first;
    private final Pattern further;

    Numbering(Vocabulary words, BiPredicate<Text, Integer> isNumberOfItsOwn) {
        this.isNumberOfItsOwn = isNumberOfItsOwn;
        String number = "(\\d{1,2}(?!\\d|['%])|i{1,3}(?!\\p{L})|iv(?!\\p{L})|(?:" + String.join("|", COUNTED.keySet())
                + ")(?!\\p{L}|[\\s-]+(?:hour|day|week|lap|minute|car|driver|team|" + words.alternatives("unit")
                + "(?!\\p{L}))))";
        first = Pattern.compile(
                "\\s*(?:sessions?\\s+|,?\\s*(?:part|teil|partie|parte|deel|del)\\s+|nr\\.?\\s*|no\\.?\\s*|n\\.\\s*|#\\s?|-(?=\\d))?"
                        + number);
        further = Pattern.compile(
                "\\s*(?:[/&+,]|-|" + words.alternatives("and") + "(?!\\p{L}))\\s*(?:q|fp|r|p)?" + number);
    }

    Label label(Text text, Match match, Meaning kind, List<Token> before) {
        List<Integer> numbers = new ArrayList<>();
        int to = match.to();
        Matcher m = first.matcher(text.folded()).region(to, text.length());
        if (m.lookingAt() && isIts(text, m)) {
            numbers.add(value(m.group(1)));
            to = m.end();
            Matcher next = further.matcher(text.folded()).region(to, text.length());
            while (next.lookingAt() && isIts(text, next) && value(next.group(1)) == numbers.getLast() + 1) {
                numbers.add(value(next.group(1)));
                to = next.end();
                next.region(to, text.length());
            }
        }
        int from = match.from();
        if (numbers.isEmpty()) {
            Integer ordinal = ordinal(before);
            if (ordinal != null) {
                if (ordinal > 1 && isListed(before, ordinal - 1)) {
                    numbers.add(ordinal - 1);
                }
                numbers.add(ordinal);
                from = ordinalFrom(text, before, from);
            }
        }
        return new Label(from, to, kind(kind), List.copyOf(numbers), kind.key().endsWith(".weak"));
    }

    private boolean isIts(Text text, Matcher m) {
        String written = text.original().substring(m.start(1), m.end(1));
        boolean digits = Character.isDigit(written.charAt(0));
        if (!digits) {
            boolean roman = ROMAN.contains(written.toLowerCase(Locale.ROOT));
            return m.start(1) > m.start() && (!roman || Character.isUpperCase(written.charAt(0)));
        }
        return value(m.group(1)) > 0 && !isNumberOfItsOwn.test(text, m.start(1));
    }

    private static int value(String written) {
        String folded = dev.pitboard.reading.Folding.fold(written);
        Integer counted = COUNTED.get(folded);
        return counted != null ? counted : ROMAN.contains(folded) ? ROMAN.indexOf(folded) : Integer.parseInt(folded);
    }

    /** "1. Training", "first race", and with a word between: "first GT4 race". */
    private static @Nullable Integer ordinal(List<Token> before) {
        int last = before.size() - 1;
        for (int i = last; i >= 0 && i >= last - 1; i--) {
            Token token = before.get(i);
            Integer ordinal = Token.ordinal(token);
            if (ordinal != null) {
                return ordinal <= 9 ? ordinal : null;
            }
            if (!(token instanceof SeriesName || token instanceof Word)) {
                return null;
            }
        }
        return null;
    }

    /** "The first and the second qualifying": whether the one before is named, too. */
    private static boolean isListed(List<Token> before, int ordinal) {
        List<Token> rest = before.reversed().stream()
                .filter(t -> !(t instanceof Word || t instanceof SeriesName))
                .skip(1)
                .limit(2)
                .toList();
        return rest.size() == 2
                && rest.getFirst() instanceof Cue and
                && and.is("and")
                && rest.getLast() instanceof Cue first
                && first.key().equals("ordinal." + ordinal)
                && before.size() - before.indexOf(first) <= LONGEST_LIST;
    }

    private static int ordinalFrom(Text text, List<Token> before, int from) {
        Token last = before.getLast();
        boolean adjacent = text.folded().substring(last.to(), from).isBlank();
        return adjacent && !(last instanceof SeriesName || last instanceof Word) ? last.from() : from;
    }

    /** The kind that a key such as kind.race names. */
    private static SessionKind kind(Meaning meaning) {
        return SessionKind.valueOf(meaning.key().split("\\.", -1)[1].toUpperCase(Locale.ROOT));
    }
}
