package dev.pitboard.importing;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** The questions of a draft with their answers: which sessions each decides about, and those sessions as answered. */
final class Doubts {
    /** Asked about the whole input; the answer has the input read anew. */
    private static final Set<Subject> WHOLE = EnumSet.of(Subject.SERIES, Subject.ROUND, Subject.YEAR, Subject.ZONE);

    private final Answers answers;
    private final Draft draft;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Asked> questions = new LinkedHashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    private Doubts(Draft draft, Answers answers) {
        this.answers = answers;
        draft.sessions().forEach(s -> pieces.add(new Piece(s, false, Set.of())));
        this.draft = draft;
        draft.questions().stream().filter(q -> !answeredByCircuit(q)).forEach(this::take);
    }

    static Doubts of(Draft draft, Answers answers) {
        return new Doubts(draft, answers);
    }

    /** What was read, as answered; what is there twice in every respect counts once. */
    List<Piece> pieces() {
        return pieces.stream().distinct().toList();
    }

    Map<String, Asked> questions() {
        return questions;
    }

    private void take(Question question) {
        String key = key(question);
        boolean whole = key.equals(question.about().word());
        String value = answers.of(key);
        List<Integer> about = concerned(question);
        boolean answered = value != null && answered(question, value, whole, about);
        answered |= key.equals(Answers.ROUND)
                && (answers.said(Answers.ROUND) != null || answers.said(Answers.CIRCUIT) != null);
        if (!answered) {
            about.forEach(i -> pieces.set(i, pieces.get(i).waitingFor(key)));
        }
        Asked asked = new Asked(
                key,
                question.line(),
                question.text(),
                takes(question.about()),
                suggestions(question.about()),
                answered ? Objects.requireNonNullElse(value, "") : null);
        questions.merge(key, asked, (a, b) -> a.open() ? a : b);
    }

    /** Where all instants are known, the zone is only that of the circuit, which is asked where it is not known. */
    private boolean answeredByCircuit(Question question) {
        return question.about() == Subject.ZONE
                && concerned(question).stream()
                        .map(i -> pieces.get(i).read())
                        .allMatch(s -> s.zone() == null && s.startUtc() != null);
    }

    /** Whether each of several places has a question of its own about that, so that no answer can be about all. */
    private boolean perPlace(Subject about) {
        return (about == Subject.ROUND || about == Subject.ZONE)
                && draft.questions().stream()
                                .filter(q -> q.about() == about)
                                .map(Question::text)
                                .distinct()
                                .count()
                        > 1;
    }

    private String key(Question question) {
        String word = question.about().word();
        boolean whole = WHOLE.contains(question.about()) && !perPlace(question.about());
        if (whole && (question.about() == Subject.ROUND || answers.said(word) == null)) {
            return word;
        }
        String key = word + "-" + question.line();
        int times = used.merge(key, 1, Integer::sum);
        return times == 1 ? key : key + "-" + times;
    }

    private boolean answered(Question question, String value, boolean whole, List<Integer> about) {
        if (value.equals(Answers.SKIP)) {
            about.forEach(i -> pieces.set(i, pieces.get(i).leftOut()));
            return true;
        }
        if (value.equals(Answers.OK)) {
            return true;
        }
        if (whole) {
            return false;
        }
        List<DraftSession> corrected = about.stream()
                .map(i -> Correction.of(pieces.get(i).read(), question.about(), value))
                .toList();
        boolean time = value.indexOf(':') >= 0;
        if (corrected.isEmpty() || corrected.stream().anyMatch(Objects::isNull) || (time && about.size() > 1)) {
            return false;
        }
        for (int i = 0; i < about.size(); i++) {
            pieces.set(about.get(i), pieces.get(about.get(i)).with(Objects.requireNonNull(corrected.get(i))));
        }
        return true;
    }

    /** The sessions on its line, and of those the ones it names; under a heading those of its day; else all. */
    private List<Integer> concerned(Question question) {
        List<Integer> all = IntStream.range(0, pieces.size()).boxed().toList();
        List<Integer> there =
                all.stream().filter(i -> line(i) == question.line()).toList();
        boolean place = perPlace(question.about());
        if (question.line() == 0 || (WHOLE.contains(question.about()) && question.about() != Subject.YEAR && !place)) {
            return there.isEmpty() || question.about() != Subject.ZONE ? all : there;
        }
        if (!there.isEmpty()) {
            List<Integer> named = there.stream()
                    .filter(i ->
                            question.text().contains("\"" + pieces.get(i).read().name() + "\""))
                    .toList();
            return named.isEmpty() ? there : named;
        }
        List<Integer> below = all.stream()
                .filter(i -> line(i) > question.line())
                .sorted(Comparator.comparingInt(this::line))
                .toList();
        if (below.isEmpty()) {
            return all;
        }
        DraftSession first = pieces.get(below.getFirst()).read();
        if (place) {
            return below.stream()
                    .map(pieces::get)
                    .takeWhile(p -> Objects.equals(p.read().round(), first.round())
                            && Objects.equals(p.read().venue(), first.venue()))
                    .map(pieces::indexOf)
                    .toList();
        }
        var day = first.date();
        return below.stream()
                .takeWhile(i -> Objects.equals(pieces.get(i).read().date(), day))
                .toList();
    }

    private int line(int piece) {
        return pieces.get(piece).read().line();
    }

    private static String takes(Subject about) {
        return switch (about) {
            case SERIES -> "the series' name";
            case ROUND -> "the round's name or number";
            case YEAR -> "ok, or the year, such as 2023";
            case ZONE -> "ok, or the zone, such as Europe/Madrid";
            case END -> "ok, skip, the end such as 16:50, or the length such as 40m";
            case KIND -> "ok, skip, or practice, qualifying, race, sprint, warmup, test, other";
            case STATUS -> "ok, skip, or scheduled, tbc, cancelled";
            case NAME -> "ok, skip, or another name";
            case DATE, WEEKDAY, TIME, OVERLAP -> "ok, skip, or what is right: 2023-09-30, 16:50 or 2023-09-30T16:50";
        };
    }

    private static List<String> suggestions(Subject about) {
        return about == Subject.SERIES || about == Subject.ROUND ? List.of() : List.of(Answers.OK, Answers.SKIP);
    }
}
