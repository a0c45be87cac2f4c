package dev.pitboard.revision.command;

import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people type it: {@code 15m}, {@code 1h30}, {@code 20 minutes}; a number alone is minutes. */
final class Amount {
    /** Units alone, for words that were typed apart from their number. */
    static final Pattern UNIT = Pattern.compile("d|days?|h|hrs?|hours?|m|mins?|minutes?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE =
            Pattern.compile("\\s*(\\d{1,4})\\s*(d|days?|h|hrs?|hours?|m|mins?|minutes?)?\\.?(?=[\\s\\d]|$)");
    private static final String EXAMPLES = "Write it like 15m, 1h or 1h30.";

    private Amount() {}

    /** The amount, at least a minute. @throws UserError when it is none, or more than {@code most} */
    static Duration parse(String typed, Duration most) {
        Duration amount = find(typed)
                .orElseThrow(() ->
                        new UserError("“" + Suggestions.shortened(typed) + "” is not an amount of time. " + EXAMPLES));
        if (amount.isZero()) {
            throw new UserError("That is no time at all. " + EXAMPLES);
        }
        if (amount.compareTo(most) > 0) {
            throw new UserError(
                    "“" + Suggestions.shortened(typed) + "” is too long: at most " + text(most) + " are possible.");
        }
        return amount;
    }

    /** The amount, or empty when the text is none. A sign is not part of it. */
    static Optional<Duration> find(String typed) {
        String text = typed.toLowerCase(Locale.ROOT).replace(" and ", " ").strip();
        Duration sum = Duration.ZERO;
        Duration last = Duration.ofDays(10_000);
        Matcher one = ONE.matcher(text);
        int read = 0;
        while (read < text.length()) {
            if (!one.find(read) || one.start() != read) {
                return Optional.empty();
            }
            String unit = one.group(2) == null ? "m" : one.group(2);
            Duration each = unit.startsWith("d")
                    ? Duration.ofDays(1)
                    : unit.startsWith("h") ? Duration.ofHours(1) : Duration.ofMinutes(1);
            if (each.compareTo(last) >= 0) {
                return Optional.empty();
            }
            last = each;
            sum = sum.plus(each.multipliedBy(Long.parseLong(one.group(1))));
            read = one.end();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    /** As one types it: {@code 1h30m}, {@code 2d}. */
    static String text(Duration amount) {
        return (amount.toDays() > 0 ? amount.toDays() + "d" : "")
                + (amount.toHoursPart() > 0 ? amount.toHoursPart() + "h" : "")
                + (amount.toMinutesPart() > 0 ? amount.toMinutesPart() + "m" : "");
    }

    /** Whether a typed word looks like an amount or a part of one: it has a unit, or a sign. */
    static boolean looksLikeOne(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        boolean withUnit =
                text.matches("[+]?\\d.*[a-z].*") && find(text.replace("+", "")).isPresent();
        return withUnit || UNIT.matcher(text).matches() || text.matches("[+]\\d+");
    }
}
