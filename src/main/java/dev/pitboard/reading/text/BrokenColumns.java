package dev.pitboard.reading.text;

import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Columns that came out of a PDF one below the other: as many names as times are put together again, and asked about. */
final class BrokenColumns {
    private static final int MOST_WORDS = 6;

    private BrokenColumns() {}

    /** Puts runs of names and times together; {@code text} makes tokens of a line. */
    static List<Scanned> mend(List<Scanned> lines, Scanning scanning, List<Question> questions) {
        List<Scanned> mended = new ArrayList<>(lines);
        int at = 0;
        while (at < mended.size()) {
            List<Integer> times = run(mended, at, BrokenColumns::isTime);
            List<Integer> names = run(mended, at, BrokenColumns::isName);
            List<Integer> first = times.isEmpty() ? names : times;
            if (first.size() < 2) {
                at++;
                continue;
            }
            List<Integer> second =
                    run(mended, first.getLast() + 1, times.isEmpty() ? BrokenColumns::isTime : BrokenColumns::isName);
            if (second.size() == first.size()) {
                join(mended, times.isEmpty() ? second : times, times.isEmpty() ? first : second, scanning);
                questions.add(
                        new Question(
                                mended.get(second.getFirst()).number(),
                                Subject.TIME,
                                "Names and times stand in columns of their own, and were put together in their order. Is that right?"));
                at = second.getLast() + 1;
            } else {
                at = first.getLast() + 1;
            }
        }
        return mended;
    }

    /** Makes tokens of one line. */
    @FunctionalInterface
    interface Scanning {
        Scanned scan(Line line);
    }

    private static void join(List<Scanned> lines, List<Integer> times, List<Integer> names, Scanning scanning) {
        for (int i = 0; i < times.size(); i++) {
            Scanned time = lines.get(times.get(i));
            Scanned name = lines.get(names.get(i));
            String both = time.text().original().strip() + "   "
                    + name.text().original().strip();
            lines.set(times.get(i), scanning.scan(new Line(time.number(), both)));
            lines.set(names.get(i), scanning.scan(new Line(name.number(), "")));
        }
    }

    private static List<Integer> run(List<Scanned> lines, int from, Predicate<Clause> wanted) {
        List<Integer> run = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            Clause clause = lines.get(i).clause();
            if (clause.tokens().isEmpty()) {
                continue;
            }
            if (!wanted.test(clause)) {
                break;
            }
            run.add(i);
        }
        return run;
    }

    private static boolean isTime(Clause clause) {
        return Collector.isTimeAlone(clause) && !clause.has(Token.Day.class) && !clause.has(Token.Zone.class);
    }

    private static boolean isName(Clause clause) {
        return clause.hasLabels()
                && clause.tokens().stream()
                        .allMatch(t -> t instanceof Token.Label
                                || t instanceof Token.Word
                                || t instanceof Token.Mark
                                || t instanceof Token.SeriesName)
                && clause.words() <= MOST_WORDS;
    }
}
