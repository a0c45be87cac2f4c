package dev.pitboard.reading.text;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.text.Token.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days a text is about, and which of them is "Saturday" or "the 24th". */
final class Weekend {
    /** A range of days printed somewhere, such as "3-4 May". */
    record Range(int line, Day first, Day last) {}

    /** @param sure false where another week is possible too */
    record Found(LocalDate date, boolean sure) {}

    /** Days further apart than this are of different events. */
    static final int FAR = 10;

    private static final int SOON = 3;

    private final Known known;
    private final Years years;
    private final List<Range> ranges;
    /** Months that the text names with their year, as in "April 2022". */
    private final Set<YearMonth> named;
    /** Dates by the line they are printed on. */
    private final TreeMap<Integer, LocalDate> printed = new TreeMap<>();

    private final TreeSet<LocalDate> resolved = new TreeSet<>();

    Weekend(Known known, Years years, List<Range> ranges, Set<YearMonth> named) {
        this.named = named;
        this.known = known;
        this.years = years;
        this.ranges = ranges;
    }

    void add(int line, LocalDate date) {
        printed.put(line, date);
    }

    /** The date printed nearest above a line. */
    @Nullable
    LocalDate above(int line) {
        Map.Entry<Integer, LocalDate> entry = printed.lowerEntry(line);
        return entry == null ? null : entry.getValue();
    }

    /** The date printed nearest below a line. */
    @Nullable
    LocalDate below(int line) {
        Map.Entry<Integer, LocalDate> entry = printed.higherEntry(line);
        return entry == null ? null : entry.getValue();
    }

    Map<Integer, LocalDate> printed() {
        return printed;
    }

    /** The range that gives no year away, if that is why nothing can be said. */
    @Nullable
    Day rangeWithoutYear() {
        boolean open = !ranges.isEmpty() && years.of(ranges.getFirst().last()) == null;
        return open ? ranges.getFirst().last() : null;
    }

    /** The date of a weekday on a line, or null. */
    @Nullable
    Found weekday(int line, DayOfWeek weekday) {
        Map.Entry<Integer, LocalDate> above = printed.floorEntry(line);
        Map.Entry<Integer, LocalDate> anchor = above != null ? above : printed.ceilingEntry(line);
        Found found = null;
        if (anchor != null) {
            LocalDate base = anchor.getValue();
            TreeSet<LocalDate> near = new TreeSet<>(Set.of(base));
            Stream.concat(printed.values().stream(), resolved.stream())
                    .filter(d -> Math.abs(base.until(d, ChronoUnit.DAYS)) <= FAR)
                    .forEach(near::add);
            found = within(near.first(), near.last(), weekday);
        } else if (!rangeDays().isEmpty()) {
            List<LocalDate> days = rangeDays();
            found = within(days.get(0), days.get(1), weekday);
        } else {
            LocalDate published = known.published();
            found = published == null ? null : new Found(published.with(TemporalAdjusters.nextOrSame(weekday)), true);
        }
        if (found != null) {
            resolved.add(found.date());
        }
        return found;
    }

    /** The weekday within known days, or else soon after, or before a weekend that is known. */
    private static Found within(LocalDate first, LocalDate last, DayOfWeek weekday) {
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == weekday) {
                return new Found(date, true);
            }
        }
        LocalDate after = last.with(TemporalAdjusters.next(weekday));
        LocalDate before = first.with(TemporalAdjusters.previous(weekday));
        long ahead = last.until(after, ChronoUnit.DAYS);
        long back = before.until(first, ChronoUnit.DAYS);
        boolean weekend = first.getDayOfWeek().getValue() >= DayOfWeek.FRIDAY.getValue();
        return weekend && back <= SOON && ahead > back ? new Found(before, back <= 1) : new Found(after, ahead <= SOON);
    }

    /** A day of the month without a month: that of the dates around it, or of the day the text came out; or null. */
    @Nullable
    LocalDate dayOfMonth(int day, @Nullable DayOfWeek weekday) {
        TreeSet<LocalDate> possible = new TreeSet<>();
        for (YearMonth month : months()) {
            for (int i = -1; i <= 1; i++) {
                YearMonth near = month.plusMonths(i);
                LocalDate date = near.isValidDay(day) ? near.atDay(day) : null;
                boolean fits = date != null && (weekday == null || date.getDayOfWeek() == weekday);
                if (date != null && fits && (i == 0 || near(date))) {
                    possible.add(date);
                }
            }
        }
        if (possible.size() == 1) {
            return possible.first();
        }
        List<LocalDate> close = possible.stream().filter(this::near).toList();
        return close.size() == 1 ? close.getFirst() : null;
    }

    private boolean near(LocalDate date) {
        LocalDate published = known.published();
        Stream<LocalDate> soon = published == null ? Stream.empty() : Stream.of(published.plusDays(FAR / 2));
        return Stream.of(printed.values().stream(), rangeDays().stream(), soon)
                .flatMap(days -> days)
                .anyMatch(a -> Math.abs(a.until(date, ChronoUnit.DAYS)) <= FAR);
    }

    /** The first range with its year, as its first and last day; or nothing. */
    private List<LocalDate> rangeDays() {
        List<LocalDate> days = new ArrayList<>();
        for (Range range : ranges) {
            Integer year = years.of(range.last());
            LocalDate first = year == null ? null : Years.date(range.first(), year);
            LocalDate last = year == null ? null : Years.date(range.last(), year);
            if (first != null && last != null) {
                days.add(first);
                days.add(last);
            }
        }
        return days;
    }

    private Set<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>();
        printed.values().forEach(d -> months.add(YearMonth.from(d)));
        if (months.isEmpty()) {
            rangeDays().forEach(d -> months.add(YearMonth.from(d)));
        }
        if (months.isEmpty()) {
            months.addAll(named);
        }
        LocalDate published = known.published();
        if (months.isEmpty() && published != null) {
            months.add(YearMonth.from(published));
        }
        return months;
    }
}
