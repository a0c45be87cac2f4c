package dev.pitboard.importing;

import dev.pitboard.command.Suggestions;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which of the sessions of a round on the timetable are those that were read: by name, else by what it comes down to, else by kind and order. */
final class Matching {
    private final Map<Piece, Session> found = new HashMap<>();
    private final Set<Session> taken = new HashSet<>();
    private final List<Piece> pieces;
    private final List<Session> sessions;

    private Matching(List<Piece> pieces, List<Session> sessions) {
        this.pieces = pieces.stream()
                .sorted(Comparator.comparing(
                        (Piece p) -> Objects.requireNonNullElse(p.read().startUtc(), Instant.MAX)))
                .toList();
        this.sessions = sessions.stream()
                .sorted(Comparator.comparing((Session s) -> Objects.requireNonNullElse(s.start(), Instant.MAX)))
                .toList();
    }

    /** The session of each piece that is on the timetable. */
    static Map<Piece, Session> of(List<Piece> pieces, List<Session> sessions) {
        Matching matching = new Matching(pieces, sessions);
        matching.pass((p, s) -> folded(p).equals(folded(s)));
        matching.pass((p, s) -> Naming.of(p.read()).equals(Naming.of(s)));
        matching.passWhereOnlyOne((p, s) -> Naming.of(p.read()).kind() == s.kind()
                && Naming.of(p.read()).numbers().equals(Naming.of(s).numbers()));
        matching.pass((p, s) -> sameStart(p, s) && p.read().kind() == s.kind());
        matching.pass((p, s) -> Naming.of(p.read()).fits(Naming.of(s)));
        return matching.found;
    }

    private static String folded(Piece piece) {
        return Suggestions.folded(piece.read().name());
    }

    private static String folded(Session session) {
        return Suggestions.folded(session.name());
    }

    private static boolean sameStart(Piece piece, Session session) {
        return session.time() instanceof SessionTime.Exact(Instant start, var _)
                && start.equals(piece.read().startUtc());
    }

    /** In the order of their starts, so that of several that fit the first goes to the first. */
    private void pass(BiPredicate<Piece, Session> same) {
        for (Piece piece : pieces) {
            if (!found.containsKey(piece)) {
                free(piece, same).stream().findFirst().ifPresent(session -> take(piece, session));
            }
        }
    }

    private void passWhereOnlyOne(BiPredicate<Piece, Session> same) {
        for (Piece piece : pieces) {
            List<Session> free = found.containsKey(piece) ? List.of() : free(piece, same);
            if (free.size() == 1
                    && pieces.stream()
                                    .filter(p -> !found.containsKey(p) && same.test(p, free.getFirst()))
                                    .count()
                            == 1) {
                take(piece, free.getFirst());
            }
        }
    }

    private List<Session> free(Piece piece, BiPredicate<Piece, Session> same) {
        List<Session> free = new ArrayList<>();
        for (Session session : sessions) {
            if (!taken.contains(session) && same.test(piece, session)) {
                free.add(session);
            }
        }
        return free;
    }

    private void take(Piece piece, Session session) {
        found.put(piece, session);
        taken.add(session);
    }
}
