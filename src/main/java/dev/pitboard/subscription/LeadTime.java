package dev.pitboard.subscription;

import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern ITEM = Pattern.compile("(?:\\d+(?:\\.\\d+)?\\s*[a-z]+)+|\\d+|[^\\s,;]+");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)\\s*([a-z]*)");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)));

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
     * Reads lead times as people write them: {@code 1h,10m}, {@code 1h30m 0}, {@code 2 days}.
     *
     * @return longest first, each once
     * @throws UserError naming the one that is wrong
     */
    public static List<LeadTime> parseAll(String text) {
        TreeSet<LeadTime> found = new TreeSet<>(Comparator.reverseOrder());
        Matcher items = ITEM.matcher(text.toLowerCase(Locale.ROOT));
        while (items.find()) {
            found.add(parse(items.group()));
        }
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
        return word.matches("[-+]?\\d.*")
                || UNITS.containsKey(word.toLowerCase(Locale.ROOT))
                || word.equalsIgnoreCase("soon");
    }

    private static LeadTime parse(String item) {
        if (!item.matches("(\\d+\\s*[a-z]+)+|0+")) {
            throw item.matches("\\d+")
                    ? new UserError("“" + Suggestions.shortened(item) + "” has no unit: did you mean "
                            + Suggestions.shortened(item) + "m?")
                    : new UserError("“" + Suggestions.shortened(item) + "” is not a lead time. " + EXAMPLES);
        }
        BigInteger minutes = BigInteger.ZERO;
        Matcher amounts = AMOUNT.matcher(item);
        while (amounts.find()) {
            Duration unit = amounts.group(2).isEmpty() ? Duration.ZERO : UNITS.get(amounts.group(2));
            if (unit == null) {
                throw new UserError(
                        "“" + Suggestions.shortened(amounts.group(2)) + "” is not a unit of time here. " + EXAMPLES);
            }
            minutes = minutes.add(new BigInteger(amounts.group(1)).multiply(BigInteger.valueOf(unit.toMinutes())));
        }
        if (minutes.compareTo(BigInteger.valueOf(LONGEST.toMinutes())) > 0) {
            throw new UserError("“" + Suggestions.shortened(item)
                    + "” is too long before the start: at most 14 days (14d) are possible.");
        }
        return ofMinutes(minutes.longValueExact());
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
