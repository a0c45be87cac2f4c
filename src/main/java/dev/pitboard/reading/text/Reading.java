package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Found.Title;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Relative;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has been read up to a line, and what the lines above say about the next one. */
final class Reading {
    /** More words than this make a sentence, not a line of a table. */
    static final int PROSE = 12;

    final List<Found> found = new ArrayList<>();
    /** Sessions named with a length and without a time. */
    final List<Found> facts = new ArrayList<>();

    final List<Question> questions = new ArrayList<>();
    /** Zone labels that are not beside a time, by line. */
    final TreeMap<Integer, List<ZoneLabel>> zones = new TreeMap<>();

    Columns columns = Columns.NONE;
    /** Two zones that a heading names with a slash between them, or none. */
    List<ZoneLabel> pair = List.of();

    boolean broadcast;
    /** The line that said that new times follow, or -1. */
    int revised = -1;

    @Nullable
    DayAt day;

    @Nullable
    String series;

    private @Nullable Relative lastRelative;
    private int relativeLine;

    void ask(int line, Subject about, String text) {
        questions.add(new Question(line, about, text));
    }

    /** A session of a clause; without a label it is an item of another kind, named by what else the clause says. */
    Found make(int number, Clause clause, @Nullable Group group, @Nullable String lineSeries) {
        Title title = group == null
                ? new Title(Naming.rest(clause), SessionKind.OTHER, List.of())
                : new Title(Naming.of(clause, group), group.kind(), group.numbers());
        return new Found(
                number,
                clause.text().original().strip(),
                title,
                seriesOf(clause, lineSeries),
                null,
                !clause.has(Day.class),
                null,
                null,
                statusOf(clause),
                broadcast);
    }

    @Nullable
    String seriesOf(Clause clause, @Nullable String lineSeries) {
        String here =
                clause.all(SeriesName.class).map(SeriesName::name).findFirst().orElse(lineSeries);
        return here != null ? here : series;
    }

    /** The day of a start: that in front of it, or else behind it, or else of the column or heading. It stays for what follows. */
    @Nullable
    DayAt dayOf(int number, Clause clause, Token start) {
        Day ofColumn = columns.days().get(Columns.cell(clause, start));
        if (ofColumn != null && !clause.has(Day.class)) {
            return new DayAt(ofColumn, number, 0, false);
        }
        Token nearest = nearestDay(clause, start);
        if (nearest instanceof Day written) {
            day = new DayAt(written, number, 0, false);
        } else if (nearest instanceof Relative relative && (number != relativeLine || !relative.equals(lastRelative))) {
            DayAt context = dateline(number, clause, relative);
            lastRelative = relative;
            relativeLine = number;
            int later = (context == null ? 0 : context.later()) + relative.days();
            day = new DayAt(context == null ? null : context.day(), number, later, true);
        }
        return day;
    }

    /** The day that a word such as "today" is counted from: one in front of it in its sentence, or the last one named. */
    private @Nullable DayAt dateline(int number, Clause clause, Relative relative) {
        return clause.all(Day.class)
                .filter(d -> d.to() <= relative.from() && d.day() != null)
                .reduce((_, last) -> last)
                .map(d -> new DayAt(d, number, 0, false))
                .orElse(day);
    }

    private @Nullable Token nearestDay(Clause clause, Token start) {
        Token before = null;
        Token after = null;
        boolean sinceLastTime = false;
        for (Token token : clause.tokens()) {
            boolean day = token instanceof Day || token instanceof Relative;
            if (token.from() < start.from() && token instanceof Time) {
                sinceLastTime = false;
            }
            if (day && token.from() <= start.from()) {
                before = token;
                sinceLastTime = true;
            } else if (day && after == null) {
                after = token;
            }
        }
        if (after != null && areTrailing(clause)) {
            return after;
        }
        if (after != null && before == null && day != null && isOfAnother(clause, start, after)) {
            return null;
        }
        boolean beside = after != null && isBeside(clause, start, after);
        boolean ofAnother = before != null
                && after != null
                && !clause.gap(start.to(), after.from()).isEmpty()
                && clause.between(before.to(), start.from()).stream().anyMatch(Label.class::isInstance);
        return after != null && (before == null || ((!sinceLastTime || ofAnother) && beside)) ? after : before;
    }

    /** "15:15 on Saturday, races 2 and 3 at 9:30 and 13:40 on Sunday": every day stands behind its times. */
    private static boolean areTrailing(Clause clause) {
        List<Token> all = clause.tokens().stream()
                .filter(t -> t instanceof Time || t instanceof Day || t instanceof Relative)
                .toList();
        long days = all.stream().filter(t -> !(t instanceof Time)).count();
        return days > 1 && all.getFirst() instanceof Time && !(all.getLast() instanceof Time);
    }

    /** "The start is at 15:30, the flag falls 24 hours later on Sunday": that day is another's. */
    private static boolean isOfAnother(Clause clause, Token start, Token day) {
        return clause.between(start.to(), day.from()).stream()
                .anyMatch(t -> (t instanceof Label label && label.kind() == SessionKind.OTHER)
                        || (t instanceof Token.Cue cue && cue.is("later")));
    }

    /** "16:30 on Saturday", unless that is the day of the next time. */
    private static boolean isBeside(Clause clause, Token start, Token day) {
        String gap = clause.gap(start.to(), day.from());
        boolean beside = gap.isEmpty() || gap.matches("[(]|on|am|le|il|el|op|pa|di|de|del|this|ce|diesen");
        List<Token> behind = clause.tokens().stream()
                .filter(t -> t.from() >= day.to())
                .limit(2)
                .toList();
        return beside && behind.stream().noneMatch(Time.class::isInstance);
    }

    void rememberDay(int number, Clause clause) {
        if (clause.has(Day.class) || clause.has(Relative.class)) {
            DayAt last = dayOf(number, clause, clause.tokens().getLast());
            day = last;
        }
    }

    static DraftStatus statusOf(Clause clause) {
        if (clause.hasCue("cancelled")) {
            return DraftStatus.CANCELLED;
        }
        boolean timeless = clause.hasCue("daypart") || clause.hasCue("postponed");
        return clause.hasCue("tbc") || (timeless && !clause.hasTimes()) ? DraftStatus.TBC : DraftStatus.SCHEDULED;
    }
}
