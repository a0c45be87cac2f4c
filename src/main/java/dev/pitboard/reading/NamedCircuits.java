package dev.pitboard.reading;

import dev.pitboard.motorsport.Circuit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds circuits by the names people use, as whole words that begin with a capital. */
final class NamedCircuits implements CircuitZones {
    private record Name(String folded, Circuit circuit) {}

    private final List<Name> names;
    private final Pattern pattern;

    NamedCircuits(List<Circuit> circuits) {
        names = circuits.stream()
                .flatMap(c -> Stream.concat(Stream.of(c.name(), c.place()), c.aliases().stream())
                        .distinct()
                        .map(n -> new Name(Folding.fold(n), c)))
                .sorted(Comparator.comparingInt((Name n) -> n.folded().length()).reversed())
                .toList();
        pattern = Pattern.compile(
                names.isEmpty()
                        ? "(?!)"
                        : "(?<![\\p{L}\\d/])(?:"
                                + String.join(
                                        "|",
                                        names.stream()
                                                .map(n -> "(" + Pattern.quote(n.folded()) + ")")
                                                .toList())
                                + ")(?![\\p{L}\\d])");
    }

    @Override
    public List<Circuit> namedIn(String text) {
        List<Circuit> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Folding.fold(text));
        while (matcher.find()) {
            if (text.substring(matcher.start(), matcher.end()).chars().anyMatch(Character::isUpperCase)) {
                found.add(circuit(matcher));
            }
        }
        return found;
    }

    private Circuit circuit(Matcher matcher) {
        for (int i = 0; i < names.size(); i++) {
            if (matcher.start(i + 1) >= 0) {
                return names.get(i).circuit();
            }
        }
        throw new IllegalStateException("a match without a group");
    }
}
