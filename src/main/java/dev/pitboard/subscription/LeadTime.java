package dev.pitboard.subscription;

import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long before a start the reminder is due: whole minutes, 0 to 14 days. Ordered shortest first. */
public record LeadTime(Duration before) implements Comparable<LeadTime> {
    /** The longest lead time there is. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /** How many a subscription may have. */
    public static final int MOST = 6;

    private static final String EXAMPLES = "Write it like 10m, 1h, 1h30m, 2d, or 0 for the start itself.";

    /** More characters than six lead times need, however they are written. */
    private static final int LONGEST_TEXT = 200;

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-z]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Set<String> FILLERS = Set.of("and", "&", "before");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hrs", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)),
            Map.entry("w", Duration.ofDays(7)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("weeks", Duration.ofDays(7)));

    public LeadTime {
        if (before.isNegative()
                || before.compareTo(LONGEST) > 0
                || !before.equals(Duration.ofMinutes(before.toMinutes()))) {
            throw new IllegalArgumentException("not a lead time: " + before);
        }
    }

    public static LeadTime ofMinutes(long minutes) {
        return new LeadTime(Duration.ofMinutes(minutes));
    }

    /**
     * Reads lead times as people write them: {@code 1h,10m}, {@code 1h30m 0}, {@code 2 days}. Amounts written together
     * are one lead time, amounts written apart are several.
     *
     * @return longest first, each once
     * @throws UserError naming the one that is wrong
     */
    public static List<LeadTime> parseAll(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new UserError("That is too long for lead times; at most " + MOST + " are possible. " + EXAMPLES);
        }
        TreeSet<LeadTime> found = new TreeSet<>(Comparator.reverseOrder());
        items(text).forEach(item -> found.add(parse(item)));
        if (found.isEmpty()) {
            throw new UserError("There is no lead time in that. " + EXAMPLES);
        }
        if (found.size() > MOST) {
            throw new UserError("That is " + found.size() + " lead times; at most " + MOST + " are possible.");
        }
        return new ArrayList<>(found);
    }

    /** Whether a typed word looks like (part of) a lead time, also a wrong one. */
    public static boolean looksLikeOne(String word) {
        String first = word.toLowerCase(Locale.ROOT);
        return (!first.isEmpty() && "+-−".indexOf(first.charAt(0)) >= 0 ? first.substring(1) : first)
                        .chars()
                        .limit(1)
                        .anyMatch(Character::isDigit)
                || UNITS.containsKey(SEPARATOR.matcher(first).replaceAll(""))
                || first.equals("soon");
    }

    /** The words between separators, each number together with the unit that may stand after it: "2 days" is one. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String word : SEPARATOR.split(text.toLowerCase(Locale.ROOT), -1)) {
            boolean unit = UNITS.containsKey(word);
            if (unit && !items.isEmpty() && NUMBER.matcher(items.getLast()).matches()) {
                items.add(items.removeLast() + word);
            } else if (!word.isEmpty() && !FILLERS.contains(word)) {
                items.add(word);
            }
        }
        return items;
    }

    private static LeadTime parse(String item) {
        if (NUMBER.matcher(item).matches()) {
            if (new BigDecimal(item).signum() == 0) {
                return ofMinutes(0);
            }
            throw new UserError("“" + Suggestions.shortened(item) + "” has no unit: did you mean "
                    + Suggestions.shortened(item) + "m?");
        }
        BigDecimal minutes = BigDecimal.ZERO;
        Matcher amounts = AMOUNT.matcher(item);
        int read = 0;
        while (read < item.length()) {
            if (!amounts.find(read) || amounts.start() != read) {
                throw new UserError("“" + Suggestions.shortened(item) + "” is not a lead time. " + EXAMPLES);
            }
            minutes = minutes.add(new BigDecimal(amounts.group(1)).multiply(minutesIn(amounts.group(2))));
            read = amounts.end();
        }
        if (minutes.compareTo(BigDecimal.valueOf(LONGEST.toMinutes())) > 0) {
            throw new UserError("“" + Suggestions.shortened(item)
                    + "” is too long before the start: at most 14 days (14d) are possible.");
        }
        if (minutes.stripTrailingZeros().scale() > 0) {
            throw new UserError("“" + Suggestions.shortened(item) + "” is not a whole number of minutes. " + EXAMPLES);
        }
        return ofMinutes(minutes.longValueExact());
    }

    private static BigDecimal minutesIn(String unit) {
        Duration length = UNITS.get(unit);
        if (length == null) {
            throw new UserError("“" + Suggestions.shortened(unit) + "” is not a unit of time here. " + EXAMPLES);
        }
        return BigDecimal.valueOf(length.toMinutes());
    }

    /** As one types it: {@code 1h30m}, {@code 2d}, {@code 0}. */
    public String text() {
        if (before.isZero()) {
            return "0";
        }
        long days = before.toDays();
        return (days > 0 ? days + "d" : "")
                + (before.toHoursPart() > 0 ? before.toHoursPart() + "h" : "")
                + (before.toMinutesPart() > 0 ? before.toMinutesPart() + "m" : "");
    }

    @Override
    public int compareTo(LeadTime other) {
        return before.compareTo(other.before);
    }

    @Override
    public String toString() {
        return text();
    }
}
