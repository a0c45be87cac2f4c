package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Times.Placed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One name for several starts: which of them is the first, and which the second. */
final class SharedNames {
    private SharedNames() {}

    /** One label for several starts. */
    static List<Pair> expand(Clause clause, List<Placed> starts, Group group) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Integer ordinal = ordinal(
                    clause,
                    i == 0 ? 0 : starts.get(i - 1).time().to(),
                    starts.get(i).time().from());
            List<Integer> numbers = group.numbers().size() == starts.size()
                    ? List.of(group.numbers().get(i))
                    : ordinal != null ? List.of(ordinal) : List.of(i + 1);
            pairs.add(new Pair(starts.get(i), group.withNumbers(numbers)));
        }
        return pairs;
    }

    private static @Nullable Integer ordinal(Clause clause, int from, int to) {
        for (Token token : clause.between(from, to).reversed()) {
            Integer ordinal = Token.ordinal(token);
            if (ordinal != null) {
                return ordinal;
            }
        }
        return null;
    }

    /** Counts the starts that share one label without a number. */
    static List<Pair> numbered(List<Pair> pairs) {
        List<Pair> counted = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Group group = pairs.get(i).group();
            int first = i;
            while (first > 0
                    && group != null
                    && group.equals(pairs.get(first - 1).group())) {
                first--;
            }
            boolean next = i + 1 < pairs.size()
                    && group != null
                    && group.equals(pairs.get(i + 1).group());
            boolean shared = first < i || next;
            counted.add(
                    group != null && shared && group.numbers().isEmpty()
                            ? new Pair(pairs.get(i).start(), group.withNumbers(List.of(i - first + 1)))
                            : pairs.get(i));
        }
        return counted;
    }

    /** "Races 2 and 3 at 9:30 and 13:45": one number for each. */
    static List<Pair> zipped(List<Pair> pairs) {
        List<Pair> zipped = new ArrayList<>(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            Group group = pairs.get(i).group();
            long alike = group == null
                    ? 0
                    : pairs.stream().filter(p -> group.equals(p.group())).count();
            if (group == null || alike < 2 || alike != group.numbers().size()) {
                continue;
            }
            int before = (int) pairs.subList(0, i).stream()
                    .filter(p -> group.equals(p.group()))
                    .count();
            zipped.set(
                    i,
                    new Pair(
                            pairs.get(i).start(),
                            group.withNumbers(List.of(group.numbers().get(before)))));
        }
        return zipped;
    }
}
