package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Series;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of series: those of the list, those on the timetable, and whatever is called a cup, a trophy or a championship. */
final class SeriesWords {
    private static final int MOST_WORDS = 5;
    private static final Set<String> REGIONS = new HashSet<>();
    private static final Set<String> NOUNS = new HashSet<>();

    static {
        for (WordFile.Entry entry : WordFile.read("series")) {
            Set<String> words =
                    entry.key().equals("region") ? REGIONS : entry.key().equals("noun") ? NOUNS : new HashSet<>();
            entry.phrases().forEach(p -> words.add(Folding.fold(p)));
        }
    }

    private SeriesWords() {}

    static void addTo(Vocabulary words, List<Series> series) {
        for (WordFile.Entry entry : WordFile.read("series")) {
            if (entry.key().equals("sponsor")) {
                entry.phrases().forEach(p -> words.add(p, new Meaning("sponsor", "series")));
            } else if (!Set.of("region", "noun", "distance").contains(entry.key())) {
                entry.phrases().forEach(p -> words.add(p, new Meaning("series." + entry.key(), "series")));
            }
        }
        for (Series one : series) {
            words.add(one.name(), new Meaning("series." + one.name(), "series"));
            one.aliases().forEach(alias -> words.add(alias, new Meaning("series." + one.name(), "series")));
        }
    }

    /** Lengthens names by the regions behind them, leaves out sponsors, and finds names that no list has. */
    static List<Token> join(Text text, List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token instanceof Word word && isNoun(text, word)) {
                int from = beginning(text, joined, word);
                if (from < word.from()) {
                    joined.removeIf(t -> t.from() >= from);
                    token = new SeriesName(
                            from, word.to(), Naming.clean(text.original().substring(from, word.to())));
                }
            }
            if (token instanceof SeriesName name) {
                int next = i + 1;
                while (next < tokens.size() && tokens.get(next) instanceof Word word && isRegion(text, name, word)) {
                    name = new SeriesName(
                            name.from(),
                            word.to(),
                            name.name().contains(written(text, word))
                                    ? name.name()
                                    : name.name() + " " + written(text, word));
                    next++;
                }
                int end = sponsored(text, tokens, next);
                joined.add(
                        end > next
                                ? new SeriesName(
                                        name.from(), tokens.get(end - 1).to(), name.name())
                                : name);
                i = Math.max(end, next) - 1;
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    private static String written(Text text, Token token) {
        return text.original().substring(token.from(), token.to());
    }

    private static boolean isNoun(Text text, Word word) {
        return NOUNS.contains(text.folded().substring(word.from(), word.to()))
                && Character.isUpperCase(text.original().charAt(word.from()));
    }

    private static boolean isRegion(Text text, SeriesName name, Word word) {
        boolean beside = text.folded().substring(name.to(), word.from()).isBlank();
        return beside
                && (REGIONS.contains(text.folded().substring(word.from(), word.to())) || isNoun(text, word))
                && Character.isUpperCase(text.original().charAt(word.from()));
    }

    /** Where the name begins whose last word is {@code noun}: at the first of the capitalised words in front of it. */
    private static int beginning(Text text, List<Token> before, Word noun) {
        int from = noun.from();
        int count = 0;
        for (Token token : before.reversed()) {
            boolean beside = text.folded().substring(token.to(), from).isBlank();
            boolean capital = token instanceof Word
                    && !Character.isLowerCase(text.original().charAt(token.from()));
            boolean part = capital
                    || token instanceof SeriesName
                    || (token instanceof Mark mark && mark.sign() == '-' && from == mark.to());
            if (!beside || !part || ++count > MOST_WORDS) {
                break;
            }
            from = token.from();
        }
        return from;
    }

    /** The end of "powered by ..." behind a name: as long as the words are capitalised. */
    private static int sponsored(Text text, List<Token> tokens, int at) {
        if (at >= tokens.size() || !(tokens.get(at) instanceof Cue cue) || !cue.is("sponsor")) {
            return at;
        }
        int end = at + 1;
        while (end < tokens.size()
                && (tokens.get(end) instanceof Word || tokens.get(end) instanceof SeriesName)
                && isCapital(text, tokens.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isCapital(Text text, @Nullable Token token) {
        return token != null && !Character.isLowerCase(text.original().charAt(token.from()));
    }
}
