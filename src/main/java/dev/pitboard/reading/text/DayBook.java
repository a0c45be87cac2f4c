package dev.pitboard.reading.text;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Token.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From days as printed to dates; whatever is taken from elsewhere or doubtful is asked. */
final class DayBook {
    private final Known known;
    private final Years years;
    private final Boolean monthFirst;
    private final Weekend weekend;
    private final Map<DayAt, @Nullable LocalDate> dates = new HashMap<>();
    private final Set<Question> questions = new java.util.LinkedHashSet<>();
    private final Set<Integer> asked = new HashSet<>();
    /** Dates as printed that are another weekday. */
    private final Map<DayAt, LocalDate> contradicted = new HashMap<>();

    private boolean yearAsked;

    DayBook(Known known, Years years, @Nullable Boolean monthFirst, List<DayAt> days, Weekend weekend) {
        this.known = known;
        this.years = years;
        this.monthFirst = monthFirst == null ? Boolean.FALSE : monthFirst;
        this.weekend = weekend;
        this.orderKnown = monthFirst != null;
        List<DayAt> dated = days.stream()
                .filter(d -> d.later() == 0 && d.day() != null && d.day().month() != null)
                .distinct()
                .toList();
        for (DayAt at : dated) {
            LocalDate date = printed(at);
            if (date != null) {
                weekend.add(at.line(), date);
            }
            dates.put(at, date);
        }
        dated.forEach(this::mend);
        inOrder();
        days.forEach(this::anchor);
    }

    /** "Friday 22", where the month is known from elsewhere, says which week it is. */
    private void anchor(DayAt at) {
        Day day = at.day();
        Integer number = day == null || day.month() != null || at.later() != 0 ? null : day.day();
        LocalDate date = day == null || number == null ? null : weekend.dayOfMonth(number, day.weekday());
        if (date != null) {
            weekend.add(at.line(), date);
        }
    }

    private final boolean orderKnown;

    Stream<Question> questions() {
        return questions.stream();
    }

    /** The date of a day as printed, or null. */
    @Nullable
    LocalDate date(DayAt at) {
        if (!dates.containsKey(at)) {
            dates.put(at, other(at));
        }
        return dates.get(at);
    }

    private void ask(int line, Subject about, String text) {
        questions.add(new Question(line, about, text));
    }

    private @Nullable LocalDate printed(DayAt at) {
        Day day = at.day();
        if (day == null) {
            return null;
        }
        Integer year = years.of(day);
        if (year == null) {
            askYear(at.line(), day);
            return null;
        }
        if (day.year() == null && years.unsure() != null && !yearAsked) {
            yearAsked = true;
            ask(
                    at.line(),
                    Subject.YEAR,
                    "The year is read as " + year + ", from elsewhere in the text. Is that right?");
        }
        if (known.year() != null && day.year() != null && !known.year().equals(day.year()) && asked.add(-day.year())) {
            ask(
                    at.line(),
                    Subject.YEAR,
                    "The text says " + day.year() + ", not " + known.year() + ". Which year is it?");
        }
        Day ordered = ordered(day, year, at.line());
        LocalDate date = Years.date(ordered, year);
        if (date == null) {
            ask(
                    at.line(),
                    Subject.DATE,
                    "There is no day " + ordered.day() + "." + ordered.month() + "." + year + ". Which day is it?");
        } else if (day.weekday() != null && date.getDayOfWeek() != day.weekday()) {
            contradicted.put(at, date);
        }
        return date;
    }

    private Day ordered(Day day, int year, int line) {
        if (!day.swappable()) {
            return day;
        }
        Day swapped = Years.swapped(day);
        if (day.weekday() != null) {
            LocalDate straight = Years.date(day, year);
            LocalDate other = Years.date(swapped, year);
            boolean one = straight != null && straight.getDayOfWeek() == day.weekday();
            boolean two = other != null && other.getDayOfWeek() == day.weekday();
            if (one != two) {
                return one ? day : swapped;
            }
        }
        if (!orderKnown) {
            ask(
                    line,
                    Subject.DATE,
                    "Is " + day.day() + "/" + day.month()
                            + " day and month, or month and day? It is read as day and month.");
        }
        return monthFirst ? swapped : day;
    }

    /** A date that its weekday contradicts, or that jumps back, is taken from the days beside it where the weekday says so; it is asked. */
    private void mend(DayAt at) {
        LocalDate date = dates.get(at);
        DayOfWeek weekday = at.day() == null ? null : at.day().weekday();
        if (date == null || weekday == null) {
            return;
        }
        LocalDate beside = beside(at.line(), weekday);
        LocalDate above = weekend.above(at.line());
        boolean contradicts = contradicted.containsKey(at);
        boolean back = !contradicts && above != null && date.isBefore(above.minusDays(Weekend.FAR));
        LocalDate read = (contradicts || back) && beside != null ? beside : date;
        if (contradicts) {
            ask(
                    at.line(),
                    Subject.WEEKDAY,
                    date + " is a " + name(date.getDayOfWeek()) + ", not a " + name(weekday)
                            + ". Which is right? It is read as " + read + ".");
        } else if (!read.equals(date)) {
            ask(
                    at.line(),
                    Subject.DATE,
                    date + " comes after " + above + " in the text. It is read as " + read + ". Is that right?");
        }
        if (!read.equals(date)) {
            dates.put(at, read);
            weekend.add(at.line(), read);
        }
    }

    /** The day after the one printed above, or before the one printed below, if it is such a weekday. */
    private @Nullable LocalDate beside(int line, DayOfWeek weekday) {
        LocalDate above = weekend.above(line);
        if (above != null && above.plusDays(1).getDayOfWeek() == weekday) {
            return above.plusDays(1);
        }
        LocalDate below = weekend.below(line);
        return below != null && below.minusDays(1).getDayOfWeek() == weekday ? below.minusDays(1) : null;
    }

    static String name(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private void askYear(int line, Day day) {
        if (yearAsked) {
            return;
        }
        yearAsked = true;
        String why = years.several() ? "The text names several years" : "The text names no year";
        List<Integer> fitting = day.weekday() == null ? List.of() : Years.fitting(day, 2005, 2035);
        String hint = fitting.isEmpty()
                ? ""
                : " The weekday fits "
                        + String.join(
                                ", ", fitting.stream().map(String::valueOf).toList()) + ".";
        ask(line, Subject.YEAR, why + ". Which year is it?" + hint);
    }

    /** Days that lie far from the day before them in the text. */
    private void inOrder() {
        LocalDate before = null;
        for (Map.Entry<Integer, LocalDate> anchor : weekend.printed().entrySet()) {
            LocalDate date = anchor.getValue();
            if (before != null && Math.abs(before.until(date, java.time.temporal.ChronoUnit.DAYS)) > Weekend.FAR) {
                ask(anchor.getKey(), Subject.DATE, date + " comes after " + before + " in the text. Is it right?");
            }
            before = date;
        }
    }

    private @Nullable LocalDate other(DayAt at) {
        Day day = at.day();
        if (at.relative()) {
            return relative(at);
        }
        if (day == null) {
            return null;
        }
        Integer number = day.day();
        if (number != null) {
            return dayOfMonth(at.line(), number, day.weekday());
        }
        DayOfWeek weekday = day.weekday();
        return weekday == null ? null : weekday(at.line(), weekday);
    }

    private @Nullable LocalDate relative(DayAt at) {
        Day day = at.day();
        LocalDate context = day == null ? null : date(new DayAt(day, at.line(), 0, false));
        LocalDate byContext = context == null ? null : context.plusDays(at.later());
        LocalDate published = known.published();
        LocalDate byPublished = published == null ? null : published.plusDays(at.later());
        if (byContext != null) {
            boolean same = byContext.equals(byPublished);
            if (!same) {
                ask(
                        at.line(),
                        Subject.DATE,
                        "A day counted from another one is read as " + byContext
                                + ", from the day named before it. Is it right?");
            }
            return byContext;
        }
        if (byPublished == null) {
            askDate(at.line(), "The text counts days from when it came out. When was that?");
        }
        return byPublished;
    }

    private void askDate(int line, String text) {
        if (asked.add(line)) {
            ask(line, Subject.DATE, text);
        }
    }

    private @Nullable LocalDate weekday(int line, DayOfWeek weekday) {
        Weekend.Found found = weekend.weekday(line, weekday);
        if (found != null) {
            if (!found.sure()) {
                askDate(line, name(weekday) + " is read as " + found.date() + ". Is that the day?");
            }
            return found.date();
        }
        Day range = weekend.rangeWithoutYear();
        if (range != null) {
            askYear(line, range);
        } else if (!yearAsked) {
            askDate(line, "Only a weekday is printed, " + name(weekday) + ". Which date is it?");
        }
        return null;
    }

    private @Nullable LocalDate dayOfMonth(int line, int day, @Nullable DayOfWeek weekday) {
        LocalDate date = weekend.dayOfMonth(day, weekday);
        if (date == null && !yearAsked) {
            askDate(line, "The text prints the day " + day + " without a month. Which date is it?");
        }
        return date;
    }
}
