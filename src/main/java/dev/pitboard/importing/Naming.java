package dev.pitboard.importing;

import dev.pitboard.command.Suggestions;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftPart;
import dev.pitboard.reading.DraftSession;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a session's name comes down to, so that "Race 1", "Rennen 1" and "Gara 1" are one, and "Q1/Q2" and "Qualifying 1 &amp; 2"
 * are: the kind, the numbers and the words that say neither.
 */
record Naming(SessionKind kind, Set<Integer> numbers, Set<String> words) {
    private static final Pattern PIECE = Pattern.compile("\\d+|\\p{L}+");

    /** Words for kinds of session, and those that only accompany them, in the languages that are read. */
    private static final Set<String> GENERIC =
            Arrays.stream("""
                    free practice fp p practise training freies freie libere libera prove prova essais essai libres libre fri
                    traning vrije vrij entrenamientos entrenamiento entrenos qualifying qualification qualifications qualifiche
                    qualifica quali q qp qualifikation zeittraining clasificacion clasificaciones kval kvalet tidskval
                    kwalificatie kwalificaties timed tijdtraining race races r rennen lauf wertungslauf hauptrennen gara course
                    carrera lopp loppet wedstrijd corsa manche sprint warm up warmup test session sessione seance sesion sitzung
                    the of and e et und y en och de des le la der die das official officiel ufficiali oficial offiziell grand
                    prix feature main live tv livetiming streaming first second grid start min minutes""".strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());

    Naming {
        numbers = Set.copyOf(numbers);
        words = Set.copyOf(words);
    }

    static Naming of(DraftSession session) {
        return of(
                session.name(),
                session.kind(),
                session.parts().stream().map(DraftPart::name).toList());
    }

    static Naming of(Session session) {
        return of(
                session.name(),
                session.kind(),
                session.parts().stream().map(Part::name).toList());
    }

    private static Naming of(String name, SessionKind kind, Collection<String> parts) {
        Set<Integer> numbers = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        Matcher pieces = PIECE.matcher(Suggestions.folded(name));
        while (pieces.find()) {
            String piece = pieces.group();
            if (Character.isDigit(piece.charAt(0))) {
                if (piece.length() <= 2) {
                    numbers.add(Integer.valueOf(piece));
                }
            } else if (!GENERIC.contains(piece)) {
                words.add(piece);
            }
        }
        // A session that runs as Q1 and Q2 has both numbers, whether its name says so or not.
        List<Integer> ofParts = parts.stream()
                .map(p -> p.replaceAll("\\D+", ""))
                .filter(p -> p.length() == 1 || p.length() == 2)
                .map(Integer::valueOf)
                .toList();
        if (ofParts.size() > 1) {
            numbers.addAll(ofParts);
        }
        return new Naming(kind, numbers, words);
    }

    /** Whether both can be the same session: their numbers don't contradict each other. */
    boolean fits(Naming other) {
        return kind == other.kind && (numbers.isEmpty() || other.numbers.isEmpty() || numbers.equals(other.numbers));
    }
}
