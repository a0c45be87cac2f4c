package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which length in a clause belongs to which start: that of the nearest start or label in front of it. */
final class Sizing {
    private static final Pattern HOURS = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2})[\\s-]?(?:h|std|stunden|hours?|heures|ore|horas|uurs?|timmars?)\\.?[\\s-]*$");

    private static final Pattern PARTS = Pattern.compile(
            "\\s?(?:parts|segments|teilen?|abschnitten?|parties|segmenti|parti|partes|delen|delar)(?!\\p{L})");

    private Sizing() {}

    /** The length for each pair, or null. */
    static List<@Nullable Length> lengths(Clause clause, List<Pair> pairs) {
        List<List<Length>> found = new ArrayList<>();
        pairs.forEach(_ -> found.add(new ArrayList<>()));
        for (Length length : clause.all(Length.class).toList()) {
            int owner = owner(clause, length, pairs);
            for (int i = 0; i < pairs.size(); i++) {
                boolean shared = owner >= 0
                        && length.to() <= pairs.getFirst().start().time().from()
                        && isOne(pairs.get(i), pairs.get(owner));
                if (i == owner || shared) {
                    found.get(i).add(length);
                }
            }
        }
        List<@Nullable Length> lengths = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Length whole = whole(clause, found.get(i));
            Pairing.Group group = pairs.get(i).group();
            int parts = group == null ? 1 : group.numbers().size();
            boolean each = parts > 1 && clause.hasCue("each");
            Length known = whole == null ? ofName(clause, group) : whole;
            lengths.add(whole != null && each && whole.parts().size() == 1 ? times(whole, parts) : known);
        }
        if (clause.hasCue("each") && pairs.size() > 1) {
            Length last =
                    lengths.stream().filter(l -> l != null).reduce((_, b) -> b).orElse(null);
            int owner = last == null ? -1 : lengths.lastIndexOf(last);
            for (int i = 0; i < pairs.size() && owner >= 0; i++) {
                boolean alike = kind(pairs.get(i)) == kind(pairs.get(owner));
                if (lengths.get(i) == null && alike) {
                    lengths.set(i, last);
                }
            }
        }
        return lengths;
    }

    /** "6h-Rennen" says how long it is. */
    private static @Nullable Length ofName(Clause clause, Pairing.@Nullable Group group) {
        if (group == null || group.kind() != SessionKind.RACE) {
            return null;
        }
        Matcher m = HOURS.matcher(clause.text().folded().substring(0, group.from()));
        boolean here = m.find() && m.start() >= clause.tokens().getFirst().from();
        return here ? new Length(m.start(), group.from(), List.of(Integer.parseInt(m.group(1)) * 60)) : null;
    }

    private static @Nullable SessionKind kind(Pair pair) {
        return pair.group() == null ? null : pair.group().kind();
    }

    /** Whether two starts share one label: "two sessions of an hour, at 10:15 and 14:40". */
    private static boolean isOne(Pair a, Pair b) {
        Pairing.Group one = a.group();
        Pairing.Group two = b.group();
        return one != null && two != null && one.from() == two.from();
    }

    private static int owner(Clause clause, Length length, List<Pair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            Pairing.Group group = pairs.get(i).group();
            boolean beside = group != null
                    && group.from() >= length.to()
                    && clause.gap(length.to(), group.from()).matches("(?:d'|de|di|del|of)?");
            if (beside) {
                return i;
            }
        }
        for (Token token :
                clause.tokens().subList(0, clause.tokens().indexOf(length)).reversed()) {
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).isAt(token)) {
                    return i;
                }
            }
        }
        return pairs.isEmpty() ? -1 : 0;
    }

    private static @Nullable Length whole(Clause clause, List<Length> lengths) {
        if (lengths.isEmpty()) {
            return null;
        }
        Length first = lengths.getFirst();
        boolean parts = lengths.size() > 1 && lengths.stream().allMatch(clause::inBrackets);
        if (!parts) {
            return counted(clause, first);
        }
        List<Integer> all = lengths.stream().flatMap(l -> l.parts().stream()).toList();
        return new Length(first.from(), lengths.getLast().to(), all);
    }

    /** "Two runs of 15 minutes each" are two parts. */
    private static Length counted(Clause clause, Length length) {
        if (length.parts().size() > 1
                || !(clause.hasCue("each") || isOfParts(clause, length))
                || clause.all(Time.class).count() > 1) {
            return length;
        }
        return clause.before(length).stream()
                .limit(3)
                .filter(t -> t instanceof Cue cue && cue.is("count"))
                .map(t -> ((Cue) t).key())
                .findFirst()
                .map(key -> times(length, Integer.parseInt(key.substring(key.length() - 1))))
                .orElse(length);
    }

    /** "Four 10-minute parts". */
    private static boolean isOfParts(Clause clause, Length length) {
        return PARTS.matcher(clause.text().folded().substring(length.to())).lookingAt();
    }

    private static Length times(Length length, int count) {
        return new Length(length.from(), length.to(), Collections.nCopies(count, length.minutes()));
    }
}
