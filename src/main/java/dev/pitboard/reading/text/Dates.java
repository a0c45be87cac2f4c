package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Days;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and ranges of days, in words and numbers: Sept. 28, 1° luglio, 09.06.2023, 1/19, 29 September - 1 October. */
final class Dates {
    private static final String NTH = "(?:st|nd|rd|th|er|ere|re|e|°|º|ª|\\.|:[ae])?";
    private static final String YEAR = "((?:19|20)\\d{2})(?!\\d|\\s?(?:-|to)\\s?\\d{4}|[:.]\\d)";
    private static final Pattern ISO =
            Pattern.compile("((?:19|20)\\d{2})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern FULL = Pattern.compile(
            "(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?((?:19|20)\\d{2}|\\d{2}(?![\\d]|[:.]\\d|h\\d|\\s?(?:uhr|-)))(?!\\d)");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)");
    private static final Pattern SHORT =
            Pattern.compile("(\\d{1,2})([./])(\\d{1,2})(?!\\d|[./:]\\d|'|\\s?(?:h|hrs?|uhr|uur|u)(?!\\p{L}))");
    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\d{1,2})(?!\\d|[./:h-]\\d|\\s?(?:uhr|h|uur))");
    private static final Pattern DOTTED_RANGE = Pattern.compile(
            "(\\d{1,2})\\.?(?:(\\d{1,2})\\.)?\\s?(?:-|/|bis|\\+|und|&)\\s?(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})?");
    private static final Pattern SLASHED_RANGE =
            Pattern.compile("(\\d{1,2})\\s?-\\s?(\\d{1,2})/(\\d{1,2})(?![\\d/])(?:\\s((?:19|20)\\d{2})(?!\\d))?");

    private static final Pattern RANGE =
            Pattern.compile("\\s*(?:-|to|bis|a|alle|tot|till|/)\\s*\\d{1,2}[.:]\\d{2}(?![.\\d])");

    private final Vocabulary words;
    private final Style style;
    private final Pattern dayMonth;
    private final Pattern monthDay;
    private final Pattern daysMonth;
    private final Pattern monthDays;
    private final Pattern through;

    Dates(Vocabulary words, Style style) {
        this.words = words;
        this.style = style;
        String month = "(" + words.alternatives("month").substring(3) + "\\.?(?!\\p{L})";
        String of = "\\s*-?\\s*(?:of\\s+|de\\s+|d'|del\\s+|den\\s+)?";
        String year = "(?:,?\\s*(?:de\\s+|del\\s+)?" + YEAR + ")?";
        String to = "\\s*(?:-{1,2}|/|&|\\+|" + words.alternatives("to") + "|" + words.alternatives("and")
                + "|\\uFFFD)\\s*(?:the\\s+|den\\s+|le\\s+|el\\s+|il\\s+)?";
        dayMonth = Pattern.compile("(\\d{1,2})" + NTH + of + month + year);
        monthDay = Pattern.compile(
                month + "\\s*(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.h]\\d|\\s?[ap]\\.?m)" + year);
        String others = "(?:\\s*,\\s*\\d{1,2}" + NTH + ")*,?";
        String orComma = "(?:" + to + "|\\s*,\\s*)";
        daysMonth = Pattern.compile("(\\d{1,2})" + NTH + others + orComma + "(\\d{1,2})" + NTH + of + month + year);
        monthDays = Pattern.compile(month + "\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*\\d{1,2}(?:st|nd|rd|th)?)*,?"
                + to + "(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.h]\\d|\\s?[ap]\\.?m|\\p{L})" + year);
        through = Pattern.compile(to);
    }

    /**
     * A day or range of days that begins at {@code from}, or null.
     *
     * @param afterAt whether a word such as "at" stands before it, so that 13.10 is a time
     */
    @Nullable
    Token at(Text text, int from, boolean afterWeekday, boolean afterAt) {
        Token range = shortRange(text, from);
        if (range != null) {
            return range;
        }
        Day first = day(text, from, afterWeekday, afterAt);
        if (first == null) {
            return null;
        }
        Matcher m = through.matcher(text.folded()).region(first.to(), text.length());
        if (m.lookingAt() && first.month() != null) {
            Day last = day(text, m.end(), false, false);
            boolean wordy = last != null && last.month() != null;
            if (last != null && wordy && !m.group().isBlank()) {
                return new Days(from, last.to(), first, last);
            }
        }
        return first;
    }

    private @Nullable Token shortRange(Text text, int from) {
        Matcher m = daysMonth.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            return days(from, m.end(), m.group(1), m.group(2), month(m.group(3)), m.group(4));
        }
        m = monthDays.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt()) {
            return days(from, m.end(), m.group(2), m.group(3), month(m.group(1)), m.group(4));
        }
        m = DOTTED_RANGE.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt() && Integer.parseInt(m.group(4)) <= 12) {
            Integer month = Integer.valueOf(m.group(4));
            Day first = day(
                    from, m.end(), m.group(1), m.group(2) == null ? month : Integer.valueOf(m.group(2)), m.group(5));
            Day last = day(from, m.end(), m.group(3), month, m.group(5));
            return first == null || last == null ? null : new Days(from, m.end(), first, last);
        }
        m = SLASHED_RANGE.matcher(text.folded()).region(from, text.length());
        if (m.lookingAt() && Integer.parseInt(m.group(3)) <= 12) {
            return days(from, m.end(), m.group(1), m.group(2), Integer.parseInt(m.group(3)), m.group(4));
        }
        return null;
    }

    private @Nullable Days days(int from, int to, String first, String last, int month, @Nullable String year) {
        Day one = day(from, to, first, month, year);
        Day two = day(from, to, last, month, year);
        return one == null || two == null ? null : new Days(from, to, one, two);
    }

    private @Nullable Day day(Text text, int from, boolean afterWeekday, boolean afterAt) {
        String folded = text.folded();
        Matcher m = ISO.matcher(folded).region(from, text.length());
        if (m.lookingAt()) {
            return day(from, m.end(), m.group(3), Integer.valueOf(m.group(2)), m.group(1));
        }
        m = dayMonth.matcher(folded).region(from, text.length());
        if (m.lookingAt()) {
            return day(from, m.end(), m.group(1), month(m.group(2)), m.group(3));
        }
        m = monthDay.matcher(folded).region(from, text.length());
        if (m.lookingAt()) {
            return day(from, m.end(), m.group(2), month(m.group(1)), m.group(3));
        }
        m = FULL.matcher(folded).region(from, text.length());
        if (m.lookingAt()) {
            return numeric(
                    from,
                    m.end(),
                    m.group(1),
                    m.group(3),
                    m.group(4),
                    !m.group(2).equals("."));
        }
        m = DOTTED.matcher(folded).region(from, text.length());
        if (m.lookingAt() && !afterAt && (afterWeekday || !style.dots() || alone(text, from, m.end()))) {
            return numeric(from, m.end(), m.group(1), m.group(2), null, false);
        }
        m = DASHED.matcher(folded).region(from, text.length());
        if (m.lookingAt() && afterWeekday && Integer.parseInt(m.group(1)) > Integer.parseInt(m.group(2))) {
            return numeric(from, m.end(), m.group(1), m.group(2), null, false);
        }
        m = SHORT.matcher(folded).region(from, text.length());
        if (m.lookingAt() && !afterAt && isDate(text, from, m, afterWeekday)) {
            return numeric(
                    from, m.end(), m.group(1), m.group(3), null, m.group(2).equals("/"));
        }
        return null;
    }

    /** Whether 09.06 or 9/6 is a day: after a weekday, or alone on its line, or first on a line with a time written otherwise. */
    private boolean isDate(Text text, int from, Matcher m, boolean afterWeekday) {
        boolean dot = m.group(2).equals(".");
        if (Integer.parseInt(m.group(1)) > 31 || Integer.parseInt(m.group(3)) > 31) {
            return false;
        }
        if (dot && RANGE.matcher(text.folded().substring(m.end())).lookingAt()) {
            return false;
        }
        if (dot && style.dots() && !(style.colons() && afterWeekday)) {
            return false;
        }
        if (dot && !style.colons() && !style.meridiems() && !style.military()) {
            return afterWeekday && m.group(3).startsWith("0");
        }
        if (afterWeekday || alone(text, from, m.end())) {
            return true;
        }
        String before = text.folded().substring(0, from);
        String after = text.folded().substring(m.end());
        boolean first = before.chars().noneMatch(Character::isLetterOrDigit);
        return first && after.matches("[\\s,:|-]*(?:\\(?\\p{L}+\\.?\\)?[\\s,:|-]*)?\\d{1,2}[:h.]?\\d{2}.*");
    }

    private static boolean alone(Text text, int from, int to) {
        String rest = text.folded().substring(0, from) + text.folded().substring(to);
        return rest.chars().noneMatch(Character::isDigit);
    }

    private @Nullable Day numeric(int from, int to, String a, String b, @Nullable String year, boolean swap) {
        int first = Integer.parseInt(a);
        int second = Integer.parseInt(b);
        String full = year != null && year.length() == 2 ? "20" + year : year;
        if (second > 12 && first <= 12 && swap) {
            return day(from, to, b, first, full);
        }
        if (second > 12 || second == 0) {
            return null;
        }
        Day day = day(from, to, a, second, full);
        return day == null || !swap || first > 12 || first == second
                ? day
                : new Day(from, to, null, first, second, day.year(), true);
    }

    private static @Nullable Day day(int from, int to, String digits, @Nullable Integer month, @Nullable String year) {
        int day = Integer.parseInt(digits);
        boolean possible = day >= 1 && day <= 31 && month != null && month >= 1 && month <= 12;
        return possible
                ? new Day(from, to, null, day, month, year == null ? null : Integer.valueOf(year), false)
                : null;
    }

    private int month(String written) {
        Text text = Text.of(Folding.fold(written));
        Vocabulary.Match match = words.at(text, 0, m -> m.is("month"));
        Meaning month = match == null ? null : match.of("month");
        if (month == null) {
            throw new IllegalStateException("a month that is in no list: " + written);
        }
        return month.number();
    }
}
