package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "18:30 / 03:30" under "local time / Italian time" is one start in two zones and no range. */
final class Alternatives {
    private static final int DAY = 1440;
    private static final int LONG = 120;

    private Alternatives() {}

    /** @param pair the two zones of the heading, or none */
    static Clause split(Clause clause, List<ZoneLabel> pair) {
        if (pair.size() != 2) {
            return clause;
        }
        List<Token> tokens = new ArrayList<>();
        for (Token token : clause.tokens()) {
            int slash = clause.text().folded().indexOf('/', token.from());
            Integer end = token instanceof Time time ? time.end() : null;
            if (token instanceof Time time
                    && end != null
                    && slash >= 0
                    && slash < token.to()
                    && inTwoZones(time.start(), end, pair)) {
                tokens.add(new Time(time.from(), slash, time.start(), null, time.notation()));
                tokens.add(new Zone(slash, slash, pair.getFirst()));
                tokens.add(new Time(slash + 1, time.to(), end, null, time.notation()));
                tokens.add(new Zone(time.to(), time.to(), pair.getLast()));
            } else {
                tokens.add(token);
            }
        }
        return new Clause(clause.text(), List.copyOf(tokens));
    }

    /** Whether the difference is that of the zones, or, where one of them is not known, too long for a session or the wrong way. */
    private static boolean inTwoZones(int start, int end, List<ZoneLabel> pair) {
        Integer first = offset(pair.getFirst());
        Integer second = offset(pair.getLast());
        if (first == null || second == null) {
            return end < start || end - start >= LONG;
        }
        return Math.floorMod(second - first, DAY) == Math.floorMod(end - start, DAY);
    }

    /** Minutes from UTC in summer, when two zones can be told apart as well as in winter; null for local time. */
    private static @Nullable Integer offset(ZoneLabel label) {
        LocalDateTime summer = LocalDateTime.of(2024, 7, 1, 12, 0);
        return switch (label) {
            case ZoneLabel.Local _ -> null;
            case ZoneLabel.Fixed fixed -> fixed.offset().getTotalSeconds() / 60;
            case ZoneLabel.Iana iana -> iana.zone().getRules().getOffset(summer).getTotalSeconds() / 60;
            case ZoneLabel.Named named -> named.offset(summer).getTotalSeconds() / 60;
        };
    }
}
