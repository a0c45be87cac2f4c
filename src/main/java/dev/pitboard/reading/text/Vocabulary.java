package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All phrases of all word lists, found in text by their longest match. */
final class Vocabulary {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "it", "es", "nl", "sv", "ca");

    private static final Pattern SESSION = Pattern.compile("kind\\.(?:practice|qualifying|race|sprint|warmup|test)");
    private static final int SHORTEST_CLEAR = 4;

    /** A phrase found from {@code from} to {@code to}, with all it can mean. */
    record Match(int from, int to, List<Meaning> meanings) {
        /** The first meaning under {@code prefix}. */
        @Nullable
        Meaning of(String prefix) {
            return meanings.stream().filter(m -> m.is(prefix)).findFirst().orElse(null);
        }
    }

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        final List<Meaning> plain = new ArrayList<>();
        /** Only before a digit, as in FP1. */
        final List<Meaning> beforeDigit = new ArrayList<>();
        /** With any letters behind, as in Freitagabend. */
        final List<Meaning> beginning = new ArrayList<>();
        /** As the end of a longer word, as in Nachttraining. */
        final List<Meaning> ending = new ArrayList<>();
    }

    private final Node words = new Node();
    private final Node endings = new Node();
    private final Map<String, List<String>> phrases = new HashMap<>();

    Vocabulary() {
        LANGUAGES.forEach(language -> WordFile.read(language)
                .forEach(e -> e.phrases().forEach(phrase -> add(phrase, new Meaning(e.key(), language)))));
        Set<String> ordinary = Set.copyOf(phrases.getOrDefault("ordinary", List.of()));
        LANGUAGES.forEach(language -> WordFile.read(language).stream()
                .filter(e -> SESSION.matcher(e.key()).matches())
                .forEach(e -> e.phrases().stream()
                        .filter(phrase -> isClear(phrase, ordinary))
                        .forEach(phrase -> add(phrase, new Meaning(e.key(), Meaning.ANY)))));
    }

    /** Whether a session's name is one in a text of any language: not short, no part of a word, and no ordinary word elsewhere. */
    private static boolean isClear(String phrase, Set<String> ordinary) {
        String name = Folding.fold(phrase);
        return name.length() >= SHORTEST_CLEAR && name.matches("[\\p{L} '-]+") && !ordinary.contains(name);
    }

    /** Adds a phrase; it may begin with {@code *} (end of a word) or end with {@code *} (beginning) or {@code #} (before a digit). */
    void add(String phrase, Meaning meaning) {
        phrases.computeIfAbsent(meaning.key(), _ -> new ArrayList<>()).add(Folding.fold(phrase));
        String core = Folding.fold(phrase.replaceAll("[*#]", ""));
        Node node = phrase.startsWith("*") ? endings : words;
        String path = phrase.startsWith("*") ? new StringBuilder(core).reverse().toString() : core;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != ' ' && c != '-') {
                node = node.next.computeIfAbsent(c, _ -> new Node());
            }
        }
        List<Meaning> kind = phrase.startsWith("*")
                ? node.ending
                : phrase.endsWith("#") ? node.beforeDigit : phrase.endsWith("*") ? node.beginning : node.plain;
        if (!kind.contains(meaning)) {
            kind.add(meaning);
        }
    }

    /** A pattern of all phrases under a key, longest first; it looks at the first letter before it tries them one by one. */
    String alternatives(String prefix) {
        List<String> all = phrases.entrySet().stream()
                .filter(e -> new Meaning(e.getKey(), "").is(prefix))
                .flatMap(e -> e.getValue().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String letters = all.stream()
                .map(p -> p.substring(0, 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining("", "[\\Q", "\\E]"));
        return all.stream()
                .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|", "(?:(?=" + letters + ")(?:", "))"));
    }

    /** Names of sessions that are one word of at least so many letters, with their kinds, other items left out. */
    Map<String, SessionKind> longNames(int letters, List<String> languages) {
        Map<String, SessionKind> names = new TreeMap<>();
        for (String language : languages) {
            for (WordFile.Entry entry : WordFile.read(language)) {
                boolean session =
                        entry.key().startsWith("kind.") && !entry.key().startsWith("kind.other");
                for (String phrase : session ? entry.phrases() : List.<String>of()) {
                    String name = Folding.fold(phrase.replaceAll("[*#-]", "")).replace("pre ", "pre");
                    if (name.length() >= letters && name.indexOf(' ') < 0) {
                        names.putIfAbsent(
                                name,
                                SessionKind.valueOf(
                                        entry.key().split("\\.", -1)[1].toUpperCase(Locale.ROOT)));
                    }
                }
            }
        }
        return names;
    }

    /** The longest phrase that begins at {@code at}, or null. */
    @Nullable
    Match at(Text text, int at, Predicate<Meaning> wanted) {
        if (!text.wordBegins(at)) {
            return null;
        }
        Match best = longest(text, at, wanted);
        return best != null ? best : compound(text, at, wanted);
    }

    private @Nullable Match longest(Text text, int at, Predicate<Meaning> wanted) {
        String folded = text.folded();
        Node node = words;
        Match best = null;
        int i = at;
        boolean gap = false;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            if (c == ' ' || c == '-' || c == '\t') {
                gap = true;
                i++;
                continue;
            }
            Node next = node.next.get(c);
            if (next == null || (gap && !text.wordBegins(i))) {
                break;
            }
            gap = false;
            node = next;
            i++;
            List<Meaning> found =
                    endingHere(node, text, i).stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                boolean rest = node.beginning.stream().anyMatch(found::contains) && tail(text, i) == null;
                best = new Match(at, rest ? text.wordEnd(i) : i, found);
            }
        }
        return best;
    }

    private static List<Meaning> endingHere(Node node, Text text, int end) {
        List<Meaning> found = new ArrayList<>();
        if (text.wordEnds(end)) {
            found.addAll(node.plain);
        }
        if (end < text.length() && Character.isDigit(text.folded().charAt(end))) {
            found.addAll(node.beforeDigit);
        }
        found.addAll(node.beginning);
        return found;
    }

    /** The name of a session that ends the word which {@code at} is within, as in Samstagsrennen, or null. */
    @Nullable
    Match tail(Text text, int at) {
        boolean within =
                at > 0 && at < text.length() && Character.isLetter(text.folded().charAt(at));
        return within && !text.wordBegins(at) ? compound(text, at, m -> m.is("kind")) : null;
    }

    private @Nullable Match compound(Text text, int at, Predicate<Meaning> wanted) {
        int end = text.wordEnd(at);
        Node node = endings;
        for (int i = end - 1; i > at; i--) {
            Node next = node.next.get(text.folded().charAt(i));
            if (next == null) {
                return null;
            }
            node = next;
            List<Meaning> found = node.ending.stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                return new Match(at, end, found);
            }
        }
        return null;
    }
}
