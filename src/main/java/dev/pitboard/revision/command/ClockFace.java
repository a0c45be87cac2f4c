package dev.pitboard.revision.command;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day as people write it: {@code 17:10}, {@code 5.10 pm}, {@code 17h10}, {@code 1710}, {@code noon}. */
final class ClockFace {
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?:[:.h]\\s?(\\d{2})|(h))?(?::00)?\\s*([ap])?(?:\\.?m\\.?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})");

    private ClockFace() {}

    /** The time of day, or empty when the text, in lower case, is none. */
    static Optional<LocalTime> read(String text) {
        if (text.equals("noon") || text.equals("midday")) {
            return Optional.of(LocalTime.NOON);
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return time(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)), null);
        }
        Matcher clock = CLOCK.matcher(text);
        boolean plain = clock.matches() && clock.group(2) == null && clock.group(3) == null && clock.group(4) == null;
        if (!clock.matches() || plain) {
            return Optional.empty();
        }
        int minutes = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        return time(Integer.parseInt(clock.group(1)), minutes, clock.group(4));
    }

    private static Optional<LocalTime> time(int hour, int minutes, @Nullable String half) {
        boolean possible = minutes < 60 && (half == null ? hour < 24 : hour >= 1 && hour <= 12);
        if (!possible) {
            return Optional.empty();
        }
        int of24 = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return Optional.of(LocalTime.of(of24, minutes));
    }
}
