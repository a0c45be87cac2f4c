package dev.pitboard.card;

import dev.pitboard.card.Span.MomentStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Instants as English text, for where the platform can't show them in the reader's own way. 24-hour clock. */
public final class MomentText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY_DATE_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private static final Pattern UNNAMED = Pattern.compile("GMT([+-])0?(\\d+(?::[1-9]\\d|:0[1-9])?)(?::00)?");

    private MomentText() {}

    /** The instant on the wall clock of a zone, without the zone's name. */
    public static String of(Instant at, MomentStyle style, ZoneId zone, Instant now) {
        return switch (style) {
            case TIME -> TIME.format(at.atZone(zone));
            case DATE -> DATE.format(at.atZone(zone));
            case DATE_TIME -> DATE_TIME.format(at.atZone(zone));
            case WEEKDAY_DATE_TIME -> WEEKDAY_DATE_TIME.format(at.atZone(zone));
            case RELATIVE -> relative(at, now);
        };
    }

    /** The instant on the wall clock at the track, with the zone's name then in use: "16:50 CEST". */
    public static String of(Span.TrackTime time) {
        MomentStyle style = time.style() == MomentStyle.RELATIVE ? MomentStyle.TIME : time.style();
        String text = of(time.at(), style, time.zone(), time.at());
        return style == MomentStyle.DATE ? text : text + " " + zoneName(time.at(), time.zone());
    }

    /** The zone's short name in use at that instant, such as CEST, or where it has none its offset, such as UTC+3. */
    public static String zoneName(Instant at, ZoneId zone) {
        String name = ZONE.format(at.atZone(zone));
        return name.matches("GMT[+-].*") ? UNNAMED.matcher(name).replaceFirst("UTC$1$2") : name;
    }

    /** Such as "in 10 minutes", "2 hours ago" or "now"; rounded to the nearest unit that is shown. */
    public static String relative(Instant at, Instant now) {
        Duration difference = Duration.between(now, at);
        Duration distance = difference.abs();
        if (distance.compareTo(Duration.ofSeconds(30)) < 0) {
            return "now";
        }
        String amount = amount(distance);
        return difference.isNegative() ? amount + " ago" : "in " + amount;
    }

    private static String amount(Duration distance) {
        long minutes = Math.max(1, (distance.toSeconds() + 30) / 60);
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        if (minutes < 24 * 60) {
            long rest = minutes % 60;
            return counted(minutes / 60, "hour") + (rest == 0 ? "" : " " + counted(rest, "minute"));
        }
        return counted((minutes + 12 * 60) / (24 * 60), "day");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
