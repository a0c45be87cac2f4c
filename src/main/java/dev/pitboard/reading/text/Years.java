package dev.pitboard.reading.text;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.text.Token.Day;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The year of dates that are printed without one: from the answers given, or from elsewhere in the text when its weekdays agree. */
final class Years {
    private static final int DAYS_BACK = 14;

    private final Known known;
    private final @Nullable Integer ofText;
    private final boolean several;
    private final boolean sure;

    /**
     * A year somewhere in the text.
     *
     * @param titled whether it stands in a heading or a date, and not in a sentence
     */
    record Mention(int year, boolean titled) {}

    /**
     * @param mentioned in the order of the text
     * @param days days that sessions are on
     */
    Years(Known known, List<Mention> mentioned, List<Day> days) {
        this.known = known;
        List<Day> dated = days.stream()
                .filter(d -> d.weekday() != null && d.month() != null && d.year() == null)
                .toList();
        List<Mention> some = mentioned.stream()
                .filter(m -> dated.isEmpty() || dated.stream().anyMatch(d -> fits(d, m.year())))
                .toList();
        List<Mention> all = some.stream()
                .filter(m -> dated.stream().allMatch(d -> fits(d, m.year())))
                .toList();
        List<Mention> best = all.isEmpty() ? some : all;
        several = best.stream().map(Mention::year).distinct().count() > 1;
        boolean usable = !best.isEmpty() && (!several || !dated.isEmpty());
        ofText = usable ? Integer.valueOf(best.getLast().year()) : null;
        sure = !several && (!dated.isEmpty() || best.stream().anyMatch(Mention::titled));
    }

    /** The year that was taken from the text though it may mean something else, or null. */
    @Nullable
    Integer unsure() {
        return known.year() == null && !sure ? ofText : null;
    }

    /** Whether more than one year in the text would do. */
    boolean several() {
        return several;
    }

    /** The year of {@code day}, or null when only a person can say. */
    @Nullable
    Integer of(Day day) {
        if (day.year() != null) {
            return day.year();
        }
        if (known.year() != null) {
            return known.year();
        }
        return ofText != null ? ofText : byPublication(day).orElse(null);
    }

    /** A year for days without a month. */
    @Nullable
    Integer any() {
        if (known.year() != null) {
            return known.year();
        }
        LocalDate published = known.published();
        return ofText != null ? ofText : published == null ? null : Integer.valueOf(published.getYear());
    }

    private Optional<Integer> byPublication(Day day) {
        LocalDate published = known.published();
        if (published == null) {
            return Optional.empty();
        }
        for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
            LocalDate date = date(day, year);
            if (date != null
                    && !date.isBefore(published.minusDays(DAYS_BACK))
                    && date.isBefore(published.plusDays(365L - DAYS_BACK))) {
                return Optional.of(year);
            }
        }
        return Optional.empty();
    }

    /** Years around {@code year} in which the weekday is right, for a question. */
    static List<Integer> fitting(Day day, int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .filter(year -> fits(day, year))
                .boxed()
                .toList();
    }

    static boolean fits(Day day, int year) {
        LocalDate date = date(day, year);
        LocalDate other = day.swappable() ? date(swapped(day), year) : null;
        return (date != null && date.getDayOfWeek() == day.weekday())
                || (other != null && other.getDayOfWeek() == day.weekday());
    }

    static Day swapped(Day day) {
        return new Day(day.from(), day.to(), day.weekday(), day.month(), day.day(), day.year(), true);
    }

    /** The date, or null where there is no such day. */
    static @Nullable LocalDate date(Day day, int year) {
        Integer month = day.month();
        Integer of = day.day();
        if (month == null || of == null) {
            return null;
        }
        try {
            return LocalDate.of(year, month, of);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
