package dev.pitboard.subscription.command;

import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.SessionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kinds of session, as people write them: {@code quali, races}. */
final class KindsArgument {
    static final String NAME = "kinds";

    private static final String ALL = "all";
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;+&/]+");
    private static final Map<String, SessionKind> WORDS = Map.ofEntries(
            Map.entry("practice", SessionKind.PRACTICE),
            Map.entry("practices", SessionKind.PRACTICE),
            Map.entry("practise", SessionKind.PRACTICE),
            Map.entry("training", SessionKind.PRACTICE),
            Map.entry("fp", SessionKind.PRACTICE),
            Map.entry("qualifying", SessionKind.QUALIFYING),
            Map.entry("qualifyings", SessionKind.QUALIFYING),
            Map.entry("qualification", SessionKind.QUALIFYING),
            Map.entry("quali", SessionKind.QUALIFYING),
            Map.entry("qualis", SessionKind.QUALIFYING),
            Map.entry("qualy", SessionKind.QUALIFYING),
            Map.entry("race", SessionKind.RACE),
            Map.entry("races", SessionKind.RACE),
            Map.entry("sprint", SessionKind.SPRINT),
            Map.entry("sprints", SessionKind.SPRINT),
            Map.entry("warmup", SessionKind.WARMUP),
            Map.entry("warmups", SessionKind.WARMUP),
            Map.entry("warm-up", SessionKind.WARMUP),
            Map.entry("warm-ups", SessionKind.WARMUP),
            Map.entry("test", SessionKind.TEST),
            Map.entry("tests", SessionKind.TEST),
            Map.entry("testing", SessionKind.TEST),
            Map.entry("other", SessionKind.OTHER),
            Map.entry("others", SessionKind.OTHER));
    private static final Set<String> FILLERS = Set.of("and", "only", "free", "sessions", "session");
    private static final Set<String> EVERYTHING = Set.of(ALL, "everything", "any");

    private KindsArgument() {}

    static Parameter parameter() {
        return Parameter.words(
                NAME, "Which sessions, such as: qualifying, races. Default: all", KindsArgument::claims, true);
    }

    /** Whether a typed word is made of nothing but kinds. */
    static boolean claims(String word) {
        List<String> items = items(word);
        return !items.isEmpty() && items.stream().allMatch(i -> WORDS.containsKey(i) || EVERYTHING.contains(i));
    }

    /** @throws UserError naming the word that is no kind of session */
    static Set<SessionKind> parse(String text) {
        Set<SessionKind> kinds = EnumSet.noneOf(SessionKind.class);
        for (String item : items(text)) {
            SessionKind kind = WORDS.get(item);
            if (EVERYTHING.contains(item)) {
                kinds.addAll(EnumSet.allOf(SessionKind.class));
            } else if (kind != null) {
                kinds.add(kind);
            } else if (!FILLERS.contains(item)) {
                throw unknown(item);
            }
        }
        if (kinds.isEmpty()) {
            throw new UserError("There is no kind of session in that. " + possible());
        }
        return kinds;
    }

    /** As {@link #parse} reads it, for a command line. */
    static String text(Set<SessionKind> kinds) {
        return kinds.size() == SessionKind.values().length
                ? ALL
                : kinds.stream().map(SessionKind::word).collect(Collectors.joining(","));
    }

    /** What the last word may become, after the kinds that stand before it. */
    static List<Choice> complete(String typed, Collection<SessionKind> offered) {
        List<String> items = new ArrayList<>(items(typed));
        boolean open = !items.isEmpty()
                && !SEPARATOR.matcher(typed.substring(typed.length() - 1)).matches();
        String last = open ? items.removeLast() : "";
        String before = items.stream()
                .flatMap(i -> Stream.ofNullable(WORDS.get(i)))
                .map(SessionKind::word)
                .distinct()
                .map(w -> w + ", ")
                .collect(Collectors.joining());
        List<Choice> choices = new ArrayList<>();
        if (before.isEmpty() && ALL.startsWith(last)) {
            choices.add(new Choice(ALL, ALL));
        }
        for (SessionKind kind : offered) {
            boolean fits = kind.word().startsWith(last) || kind == WORDS.get(last);
            if (fits && !before.contains(kind.word())) {
                choices.add(new Choice(before + kind.word(), before + kind.word()));
            }
        }
        return choices;
    }

    private static List<String> items(String text) {
        return Arrays.stream(SEPARATOR.split(text.toLowerCase(Locale.ROOT)))
                .filter(i -> !i.isEmpty())
                .toList();
    }

    private static UserError unknown(String item) {
        List<String> near =
                Suggestions.like(item, WORDS.keySet().stream().sorted().toList(), List::of, 1);
        String hint = near.stream()
                .flatMap(w -> Stream.ofNullable(WORDS.get(w)))
                .map(k -> "Did you mean " + k.word() + "?")
                .findFirst()
                .orElseGet(KindsArgument::possible);
        return new UserError("“" + Suggestions.shortened(item) + "” is not a kind of session. " + hint);
    }

    private static String possible() {
        return "Possible are all, "
                + Arrays.stream(SessionKind.values()).map(SessionKind::word).collect(Collectors.joining(", ")) + ".";
    }
}
