package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Notation;
import dev.pitboard.reading.text.Token.Time;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day and ranges of them, in every notation that is in use: 11:20, 11.20 Uhr, 11h20, 1120, 3:15 - 4:45 pm, noon. */
final class Clocks {
    /**
     * What stands before a number.
     *
     * @param at a word such as "at" or "ore", after which a bare hour is a time
     * @param from a word such as "from" or "dalle", after which it may be the beginning of a range
     * @param between a word such as "between", after which "and" makes a range
     * @param label a session's name, which a single digit may belong to
     */
    record Before(boolean at, boolean from, boolean between, boolean label) {
        /** Whether a bare hour may begin a range. */
        boolean range() {
            return at || from || between;
        }
    }

    /** One clock; {@code meridiem} is a, p or a space; {@code bare} is an hour without anything that says so. */
    private record One(int to, int hour, int minute, char meridiem, boolean bare, boolean named, Notation notation) {
        int minutes(char otherwise) {
            char half = meridiem == ' ' ? otherwise : meridiem;
            int h = half == 'p' && hour < 12 ? hour + 12 : half == 'a' && hour == 12 ? 0 : hour;
            return h * 60 + minute;
        }
    }

    /** "15h" is a time of day where the text writes times so; "6h" is as long as it says. */
    private static final int EARLIEST = 8;

    private static final String HOUR = "([01]?\\d|2[0-4])";
    private static final Pattern MERIDIEM = Pattern.compile(
            "(1[0-2]|0?\\d)(?:[:.;h]?([0-5]\\d))?(?::[0-5]\\d)?\\s?([ap])(?:[.,]\\s?m\\b\\.?|\\s?m\\b)(?!\\p{L})");
    private static final Pattern COLON =
            Pattern.compile(HOUR + "[:;]([0-5]\\d)(?::[0-5]\\d(?:\\.0+)?)?(?!h?\\d(?!\\.\\s?\\p{L})|:\\d)");
    private static final Pattern GLUED_H = Pattern.compile(HOUR + "\\s?h\\s?([0-5]\\d)(?![\\d'])");
    private static final Pattern DOT = Pattern.compile(HOUR + "\\.([0-5]\\d)(?!\\d|\\.\\d)");
    private static final Pattern COMMA = Pattern.compile(HOUR + ",([0-5]\\d)(?!\\d)");
    private static final Pattern MILITARY = Pattern.compile("([01]\\d|2[0-4])([0-5]\\d)(?!\\d|[:.,/]\\d)");
    private static final Pattern HOUR_H = Pattern.compile(HOUR + "\\s?h(?![\\p{L}\\d])");
    private static final Pattern BARE = Pattern.compile(HOUR + "(?![\\p{L}\\d]|[:.,]\\d|\\s?[%'°])");
    private static final Pattern YEAR = Pattern.compile("(?:19[5-9]|20[0-4])\\d.*");

    private final Style style;
    private final Pattern named;
    private final Pattern suffix;
    private final Pattern to;
    private final Pattern and;
    private final Pattern hoursOf;

    Clocks(Vocabulary words, Style style) {
        this.style = style;
        String unit = words.alternatives("unit.clock");
        named = Pattern.compile(HOUR + "\\s?" + unit + "(?!\\p{L})(?:\\s?([0-5]\\d)(?!\\d|\\s?(?:min|')))?");
        suffix = Pattern.compile("\\s?(?:" + unit + "|hrs?\\.?|h\\.?|hours)(?![\\p{L}\\d])");
        String sign = "\\s*(?:-{1,2}|>|~|/|\\?|\\uFFFD|\\u2192)\\s*";
        String lead = "(?:(?:alle|las|le|ore|kl\\.?|klockan|um|ca\\.?|the)\\s+)*";
        to = Pattern.compile("(?:" + sign + "|\\s+" + words.alternatives("to") + "\\s+)" + lead);
        and = Pattern.compile("\\s+" + words.alternatives("and") + "\\s+" + lead);
        hoursOf = Pattern.compile(
                "[\\s-]?(?:" + words.alternatives("hours.of")
                        + "(?!\\p{L})|d'(?=\\p{L})|[\\p{L}-]*rennen|race|course|gara|carrera|le mans|spa|series|nurburgring|daytona)");
    }

    /** "Alle 15,55": a comma in a time, which only a word in front can tell from a number. */
    static boolean isComma(Text text, int from, Before before) {
        return before.range() && at(COMMA, text, from) != null;
    }

    /** The time or range that begins at {@code from}, or null. */
    @Nullable
    Time at(Text text, int from, Before before) {
        One first = one(text, from, before);
        if (first == null) {
            return null;
        }
        One second = second(text, first, before, from);
        if (second == null) {
            return alone(text, from, first, before);
        }
        return range(from, first, second);
    }

    private @Nullable Time alone(Text text, int from, One first, Before before) {
        if (first.bare() && !before.at()) {
            return null;
        }
        if (first.named()
                && (isName(text, first)
                        || isWholeDay(text, from, first)
                        || (!before.at() && durationLike(text, from, first)))) {
            return null;
        }
        return new Time(from, first.to(), first.minutes(' '), null, first.notation());
    }

    /** "24h Rennen" and "10 heures" are as long as they say, unless something says that they are a time. */
    private boolean durationLike(Text text, int from, One one) {
        if (text.folded().substring(from, one.to()).endsWith("uhr")) {
            return false;
        }
        boolean known = style.hours() && one.hour() >= EARLIEST && one.hour() < 24;
        boolean bracketed = from > 0 && text.folded().charAt(from - 1) == '(';
        return (!known || bracketed) && text.folded().substring(0, from).chars().anyMatch(Character::isLetterOrDigit);
    }

    /** "The warm-up of the 24 Heures". */
    private static boolean isWholeDay(Text text, int from, One one) {
        return one.hour() == 24 && !text.folded().substring(from, one.to()).endsWith("uhr");
    }

    private boolean isName(Text text, One one) {
        int unit = one.to();
        while (unit > 0 && Character.isLetter(text.folded().charAt(unit - 1))) {
            unit--;
        }
        return text.original().startsWith("Heures", unit)
                || hoursOf.matcher(text.folded().substring(one.to())).lookingAt();
    }

    private @Nullable One second(Text text, One first, Before before, int from) {
        Matcher separator = to.matcher(text.folded()).region(first.to(), text.length());
        boolean apart = separator.lookingAt();
        if (!apart && before.between()) {
            separator = and.matcher(text.folded()).region(first.to(), text.length());
            apart = separator.lookingAt();
        }
        if (!apart) {
            return null;
        }
        One second = one(text, separator.end(), before);
        if (second == null || (second.bare() && !before.range() && first.bare())) {
            return null;
        }
        if (first.bare() && !before.range()) {
            boolean said = second.meridiem() != ' ' || second.named() || suffixed(text, second.to());
            if (!said || (before.label() && separator.group().startsWith(" "))) {
                return null;
            }
        }
        if (second.bare()
                && (separator.end() == first.to() + 1 || first.notation() != Notation.HOURS)
                && !before.between()
                && !before.at()) {
            return null;
        }
        boolean military = isMilitary(text, from, first) && isMilitary(text, separator.end(), second);
        if (isMilitary(text, from, first) != isMilitary(text, separator.end(), second) && !first.bare()) {
            return null;
        }
        return military && !style.military() ? null : second;
    }

    private static boolean isMilitary(Text text, int from, One one) {
        return one.to() - from >= 4
                && text.folded().substring(from, from + 4).chars().allMatch(Character::isDigit);
    }

    private boolean suffixed(Text text, int to) {
        return to > 0 && Character.isLetter(text.folded().charAt(to - 1));
    }

    private static Time range(int from, One first, One second) {
        char half = second.meridiem();
        int end = second.minutes(' ');
        int start = first.minutes(half);
        if (first.meridiem() == ' ' && half != ' ' && first.hour() <= 12 && start > end) {
            start = first.minutes(half == 'p' ? 'a' : 'p');
        }
        if (first.meridiem() != ' ' && half == ' ' && second.hour() <= 12) {
            end = second.minutes(first.meridiem());
            if (end <= start) {
                end = second.minutes('p');
            }
        }
        return new Time(from, second.to(), start, end, Notation.CLEAR);
    }

    private @Nullable One one(Text text, int from, Before before) {
        Matcher meridiem = at(MERIDIEM, text, from);
        if (meridiem != null && !isPreposition(meridiem)) {
            char half = meridiem.group(3).charAt(0);
            return new One(
                    meridiem.end(), number(meridiem, 1), number(meridiem, 2), half, false, false, Notation.CLEAR);
        }
        Matcher colon = at(COLON, text, from);
        Matcher dot = colon != null ? colon : at(DOT, text, from);
        Matcher clear = dot == null && before.range() ? at(COMMA, text, from) : dot;
        if (clear != null) {
            return valid(withSuffix(text, clear.end()), clear, Notation.CLEAR);
        }
        Matcher glued = at(GLUED_H, text, from);
        if (glued != null) {
            return valid(glued.end(), glued, Notation.HOURS);
        }
        return hour(text, from, before);
    }

    /** A clock without minutes, or one of four digits. */
    private @Nullable One hour(Text text, int from, Before before) {
        Matcher word = at(named, text, from);
        if (word != null) {
            return new One(
                    word.end(), number(word, 1), number(word, 2), ' ', false, word.group(2) == null, Notation.HOURS);
        }
        Matcher letter = at(HOUR_H, text, from);
        if (letter != null) {
            return new One(letter.end(), number(letter, 1), 0, ' ', false, true, Notation.HOURS);
        }
        Matcher military = at(MILITARY, text, from);
        if (military != null && military(text, from, military, before)) {
            return valid(withSuffix(text, military.end()), military, Notation.CLEAR);
        }
        Matcher bare = at(BARE, text, from);
        return bare == null ? null : new One(bare.end(), number(bare, 1), 0, ' ', true, false, Notation.CLEAR);
    }

    private static @Nullable Matcher at(Pattern pattern, Text text, int from) {
        Matcher matcher = pattern.matcher(text.folded()).region(from, text.length());
        return matcher.lookingAt() ? matcher : null;
    }

    /** "NLS 3 am Nürburgring": a German preposition. */
    private boolean isPreposition(Matcher m) {
        return style.language().equals("de") && m.group(2) == null && m.group().endsWith(" am");
    }

    private static @Nullable One valid(int to, Matcher m, Notation notation) {
        int hour = number(m, 1);
        int minute = number(m, 2);
        return hour == 24 && minute > 0 ? null : new One(to, hour, minute, ' ', false, false, notation);
    }

    private int withSuffix(Text text, int end) {
        Matcher m = suffix.matcher(text.folded()).region(end, text.length());
        if (!m.lookingAt()) {
            return end;
        }
        boolean sentenceEnds = m.group().endsWith(".")
                && text.original().substring(m.end()).matches("\\s+\\p{Lu}.*")
                && text.original().substring(0, end).matches("(?:.*\\p{L}{2,}[^\\p{L}]+){3,}");
        return sentenceEnds ? m.end() - 1 : m.end();
    }

    private boolean military(Text text, int from, Matcher m, Before before) {
        String rest = text.folded().substring(m.end());
        if (rest.matches("\\s?(?:hrs?|h|hours|uhr)\\b.*")) {
            return true;
        }
        boolean pair = rest.matches("\\s?(?:-+|to|bis|/)\\s?(?:[01]\\d|2[0-4])[0-5]\\d(?!\\d).*")
                || text.folded().substring(0, from).matches(".*[\\d]\\s?(?:-+|to|bis|/)\\s?");
        if (pair) {
            return style.military();
        }
        return (before.at() || style.military()) && !YEAR.matcher(m.group()).matches();
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
