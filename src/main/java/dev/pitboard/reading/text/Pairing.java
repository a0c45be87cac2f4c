package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which label belongs to which start of a clause. */
final class Pairing {
    /**
     * Labels that stand for one session, such as "Q1/Q2 – Qualifying 1 & 2".
     *
     * @param name the label that says most
     */
    record Group(int from, int to, SessionKind kind, List<Integer> numbers, Label name) {
        static Group of(Label label) {
            return new Group(label.from(), label.to(), label.kind(), label.numbers(), label);
        }

        Group withNumbers(List<Integer> others) {
            return new Group(from, to, kind, others, name);
        }
    }

    /** A start with its label, or without one. */
    record Pair(Placed start, @Nullable Group group) {
        /** Whether a token is the time or one of the labels of this pair. */
        boolean isAt(Token token) {
            boolean label =
                    token instanceof Label && group != null && token.from() >= group.from() && token.to() <= group.to();
            boolean time =
                    token instanceof Token.Time && token.from() == start.time().from();
            return label || time;
        }
    }

    /** How many tokens may stand between labels that are listed. */
    private static final int REACH = 3;
    /** An English name of a race, where "Zeittraining Rennen 1" is qualifying for one. */
    private static final Pattern QUALIFYING_RACE = Pattern.compile("(?:qualifying|qualification) races?.*");
    /** With as many words, a clause is a sentence and not a line of a table. */
    private static final int SENTENCE = 8;

    private Pairing() {}

    static List<Pair> pair(Clause clause, List<Placed> starts, Style style) {
        List<Label> labels = Mentions.labels(clause);
        List<Pair> zipped = respectively(clause, starts, labels);
        if (zipped != null) {
            return zipped;
        }
        List<Group> groups = groups(clause, labels, style);
        if (groups.isEmpty()) {
            return starts.stream().map(s -> new Pair(s, null)).toList();
        }
        if (starts.size() == 1) {
            return List.of(new Pair(starts.getFirst(), main(clause, starts.getFirst(), groups)));
        }
        if (groups.size() == 1) {
            return SharedNames.expand(clause, starts, groups.getFirst()).stream()
                    .map(pair -> started(clause, starts, pair))
                    .toList();
        }
        List<Group> open =
                groups.stream().filter(g -> !clause.inBrackets(g.name())).toList();
        if (open.size() == starts.size() && alternate(starts, open)) {
            return IntStream.range(0, open.size())
                    .mapToObj(n -> new Pair(starts.get(n), open.get(n)))
                    .toList();
        }
        return byPlace(clause, starts, groups);
    }

    /** Whether each start stands beside the label of the same place in the row, with no other start or label between. */
    private static boolean alternate(List<Placed> starts, List<Group> groups) {
        boolean labelFirst = groups.getFirst().from() < starts.getFirst().time().from();
        return IntStream.range(0, starts.size()).allMatch(i -> {
            if (labelFirst != groups.get(i).from() < starts.get(i).time().from()) {
                return false;
            }
            int time = starts.get(i).time().from();
            int label = groups.get(i).from();
            int first = Math.min(time, label);
            int last = Math.max(time, label);
            return starts.stream().mapToInt(s -> s.time().from()).noneMatch(from -> from > first && from < last)
                    && groups.stream().mapToInt(Group::from).noneMatch(from -> from > first && from < last);
        });
    }

    /** "Race 2 and race 3, at 10:10 and 17:10": as many labels as starts, and all of them in front. */
    private static @Nullable List<Pair> respectively(Clause clause, List<Placed> starts, List<Label> labels) {
        boolean together = labels.size() == starts.size()
                && labels.size() > 1
                && (labels.getLast().to() <= starts.getFirst().time().from()
                        || starts.getLast().time().to() <= labels.getFirst().from())
                && (clause.hasCue("respectively") || areListed(clause, labels));
        if (!together) {
            return null;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            pairs.add(new Pair(starts.get(i), Group.of(labels.get(i))));
        }
        return pairs;
    }

    /** Whether nothing but a few words stands between the labels. */
    private static boolean areListed(Clause clause, List<Label> labels) {
        return IntStream.range(1, labels.size()).allMatch(i -> {
            List<Token> between =
                    clause.between(labels.get(i - 1).to(), labels.get(i).from());
            return between.size() <= REACH + 1 && between.stream().noneMatch(Day.class::isInstance);
        });
    }

    /** Joins labels that stand side by side for one session. */
    static List<Group> groups(Clause clause, List<Label> labels, Style style) {
        List<Group> groups = new ArrayList<>();
        for (Label label : labels) {
            Group last = groups.isEmpty() ? null : groups.getLast();
            String gap = last == null ? "" : clause.gap(last.to(), label.from());
            if (last != null && isBeside(clause, last, label, gap)) {
                groups.set(groups.size() - 1, join(clause, last, label, gap, style));
            } else {
                groups.add(Group.of(label));
            }
        }
        return groups;
    }

    private static boolean isBeside(Clause clause, Group last, Label label, String gap) {
        if (clause.inBrackets(last.name()) && !clause.inBrackets(label)) {
            return false;
        }
        boolean time = clause.between(last.to(), label.from()).stream().anyMatch(Token.Time.class::isInstance);
        boolean joint = gap.isEmpty()
                || gap.matches("[-/&+,:(|\"']+|\\)?[-,]?\\(?")
                || gap.matches(
                        "[\\s,/-]*(?:and|und|et|e|ed|y|en|och|of|for|du|della|de la|del|zum|fur|van de|till|pour la|per)");
        return !time && joint;
    }

    private static Group join(Clause clause, Group last, Label label, String gap, Style style) {
        TreeSet<Integer> numbers = new TreeSet<>(last.numbers());
        numbers.addAll(label.numbers());
        Label name = length(label) > length(last.name()) ? label : last.name();
        SessionKind kind = last.kind();
        if (last.kind() != label.kind()) {
            boolean setsGrid = last.kind() == SessionKind.QUALIFYING
                    && label.kind() == SessionKind.RACE
                    && !label.numbers().isEmpty()
                    && !QUALIFYING_RACE
                            .matcher(clause.text().folded().substring(last.from(), label.to()))
                            .matches();
            boolean lastWordRules = List.of("en", "de", "nl", "sv").contains(style.language()) && !setsGrid;
            boolean other = last.kind() == SessionKind.OTHER
                    || (label.kind() == SessionKind.OTHER && (gap.isEmpty() || gap.equals(":")));
            kind = other
                    ? SessionKind.OTHER
                    : gap.isEmpty() && lastWordRules && last.numbers().isEmpty() ? label.kind() : last.kind();
            name = kind == label.kind() ? label : last.name();
        }
        return new Group(last.from(), label.to(), kind, List.copyOf(numbers), name);
    }

    private static int length(Label label) {
        return label.to() - label.from();
    }

    /** The first label names the session, and a paddock item wherever the session it belongs to stands behind; in a sentence the last before the time. */
    private static Group main(Clause clause, Placed start, List<Group> groups) {
        List<Group> inFront = groups.stream()
                .filter(g -> g.to() <= start.time().from() && !clause.inBrackets(g.name()))
                .toList();
        boolean sentence = clause.words() >= SENTENCE;
        Group behind = groups.stream()
                .filter(g -> g.from() >= start.time().to() && !clause.inBrackets(g.name()))
                .findFirst()
                .orElse(null);
        boolean apart = behind != null
                && !inFront.isEmpty()
                && clause.gap(inFront.getLast().to(), start.time().from()).contains(",")
                && !clause.gap(start.time().to(), behind.from()).contains(",");
        if (sentence && apart && behind != null) {
            return behind;
        }
        return sentence && !inFront.isEmpty()
                ? inFront.getLast()
                : groups.stream()
                        .filter(g -> !clause.inBrackets(g.name()))
                        .findFirst()
                        .orElse(groups.getFirst());
    }

    private static List<Pair> byPlace(Clause clause, List<Placed> starts, List<Group> groups) {
        boolean labelFirst = groups.getFirst().from() < starts.getFirst().time().from();
        List<Pair> pairs = new ArrayList<>();
        Group last = null;
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i).time().from();
            int end = starts.get(i).time().to();
            int next = i + 1 < starts.size() ? starts.get(i + 1).time().from() : Integer.MAX_VALUE;
            int before = i == 0 ? 0 : starts.get(i - 1).time().to();
            Group inBrackets = groups.stream()
                    .filter(g -> g.from() > end && clause.gap(end, g.from()).equals("("))
                    .findFirst()
                    .orElse(null);
            Group here = labelFirst
                    ? nearest(clause, groups, before, start, true)
                    : nearest(clause, groups, end, next, false);
            if (here == null && labelFirst && i > 0 && isOfItsOwn(clause, before, start)) {
                here = behind(clause, groups, end, next, i + 1 == starts.size());
            }
            if (here == null && !labelFirst && !pairs.isEmpty()) {
                Group inFront = nearest(clause, groups, before, start, true);
                here = Objects.equals(inFront, pairs.getLast().group()) ? null : inFront;
            }
            if (here == null && !labelFirst && i + 1 < starts.size() && isJoined(clause, end, next)) {
                int further = i + 2 < starts.size() ? starts.get(i + 2).time().from() : Integer.MAX_VALUE;
                here = nearest(clause, groups, starts.get(i + 1).time().to(), further, false);
            }
            boolean aside = here != null
                    && clause.inBrackets(here.name())
                    && !clause.inBrackets(starts.get(i).time());
            Group named = aside ? null : here;
            last = named != null ? named : last;
            Group group = last == null ? here : last;
            pairs.add(
                    new Pair(starts.get(i), group != null && inBrackets != null ? narrowed(group, inBrackets) : group));
        }
        return SharedNames.numbered(SharedNames.zipped(pairs));
    }

    /** "At 13:10 and 15:50": two starts with nothing between them that one could be called by. */
    private static boolean isJoined(Clause clause, int end, int next) {
        List<Token> between = clause.between(end, next);
        return between.stream().allMatch(t -> t instanceof Token.Cue cue && (cue.is("and") || cue.is("at")))
                && between.stream().anyMatch(t -> t instanceof Token.Cue cue && cue.is("and"));
    }

    /** "Qualifying on Saturday at 15:00, the start on Sunday at 15:00": the start on another day is that of the race. */
    private static Pair started(Clause clause, List<Placed> starts, Pair pair) {
        int at = starts.indexOf(pair.start());
        Group group = pair.group();
        if (at < 1 || group == null || group.kind() == SessionKind.RACE) {
            return pair;
        }
        List<Token> between = clause.between(
                starts.get(at - 1).time().to(), pair.start().time().from());
        Token word = between.stream()
                .filter(t -> t instanceof Cue || t instanceof Word)
                .filter(t -> Unnamed.START.matcher(clause.written(t)).matches())
                .findFirst()
                .orElse(null);
        return word != null && between.stream().anyMatch(Day.class::isInstance)
                ? new Pair(pair.start(), Group.of(new Label(word.from(), word.to(), SessionKind.RACE, List.of(), true)))
                : pair;
    }

    /** Whether more than "and" stands between a time and the one before it, such as another day. */
    private static boolean isOfItsOwn(Clause clause, int before, int start) {
        return clause.between(before, start).stream()
                .anyMatch(t -> t instanceof Day || t instanceof Word || t instanceof SeriesName);
    }

    /** "Practice at 9:35 and 13:50, on Saturday at 9:10 qualifying, before race 1 at 14:15": the name behind, where the next time has one of its own. */
    private static @Nullable Group behind(Clause clause, List<Group> groups, int from, int to, boolean last) {
        List<Group> within = groups.stream()
                .filter(g -> g.from() >= from && g.from() < to && !clause.inBrackets(g.name()))
                .toList();
        return within.size() > (last ? 0 : 1) ? within.getFirst() : null;
    }

    /** "Qualifying at 9:00 (Q1)": the label in brackets says which one. */
    private static Group narrowed(Group group, Group inBrackets) {
        boolean same = group.kind() == inBrackets.kind() && group.numbers().isEmpty();
        return same && inBrackets.numbers().size() == 1 ? inBrackets : group;
    }

    /** The label between two places: one outside of brackets, and the one that is nearest to the time. */
    private static @Nullable Group nearest(Clause clause, List<Group> groups, int from, int to, boolean last) {
        List<Group> within =
                groups.stream().filter(g -> g.from() >= from && g.from() < to).toList();
        List<Group> open =
                within.stream().filter(g -> !clause.inBrackets(g.name())).toList();
        List<Group> choice = open.isEmpty() ? within : open;
        return choice.isEmpty() ? null : last ? choice.getLast() : choice.getFirst();
    }
}
