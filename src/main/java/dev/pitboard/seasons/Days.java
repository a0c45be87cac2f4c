package dev.pitboard.seasons;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as written: an ISO date, with a weekday before it if one likes, which then has to be the right one. */
final class Days {
    private static final int LONGEST_ROUND = 31;
    private static final Pattern DAY =
            Pattern.compile("(?:(?<weekday>\\p{L}+)[.,]*\\s+)?(?<date>\\d{4}-\\d{2}-\\d{2})");

    private Days() {}

    /** From one day to another, both included. */
    record Range(LocalDate first, LocalDate last) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ".." + last;
        }
    }

    static @Nullable LocalDate day(String text, At at) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            at.error("\"" + Shape.abridged(text) + "\" is not a date: write it as 2023-09-29");
            return null;
        }
        return day(matcher.group("weekday"), matcher.group("date"), at);
    }

    static @Nullable LocalDate day(@Nullable String weekday, String iso, At at) {
        LocalDate date;
        try {
            date = LocalDate.parse(iso);
        } catch (DateTimeException _) {
            at.error("there is no day " + iso);
            return null;
        }
        return weekday == null || isOn(weekday, date, at) ? date : null;
    }

    private static boolean isOn(String weekday, LocalDate date, At at) {
        List<String> all = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = name(day);
            all.add(full);
            if (full.equalsIgnoreCase(weekday) || full.substring(0, 3).equalsIgnoreCase(weekday)) {
                if (day == date.getDayOfWeek()) {
                    return true;
                }
                at.error(date + " is a " + name(date.getDayOfWeek()) + ", not a " + full);
                return false;
            }
        }
        at.error("\"" + weekday + "\" is not a day of the week in English", Guess.of(weekday, all));
        return false;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code 2023-09-29..2023-10-01}, or one day alone. */
    static @Nullable Range range(@Nullable String text, At at) {
        if (text == null) {
            return null;
        }
        int dots = text.indexOf("..");
        LocalDate first = day(dots < 0 ? text : text.substring(0, dots).strip(), at);
        LocalDate last = dots < 0 ? first : day(text.substring(dots + 2).strip(), at);
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            at.error("ends on " + last + ", before it begins on " + first);
            return null;
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_ROUND) {
            at.error("is longer than " + LONGEST_ROUND + " days");
            return null;
        }
        return new Range(first, last);
    }
}
