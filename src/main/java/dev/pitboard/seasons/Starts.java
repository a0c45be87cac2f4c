package dev.pitboard.seasons;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Starts as written: {@code 2023-09-29T11:20} on the track's clock. A weekday before it and an offset or a zone name after it are
 * allowed and have to be right; where the clocks go back an hour is written with its offset.
 */
final class Starts {
    private static final String CLOCK = "(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)"
            + "(?:\\s*(?<offset>Z|[+-]\\d{2}:\\d{2}))?(?:\\s+(?<zone>\\p{L}[\\w/+:-]*))?";
    private static final Pattern FULL =
            Pattern.compile("(?:(?<weekday>\\p{L}+)[.,]*\\s+)?(?<date>\\d{4}-\\d{2}-\\d{2})(?:T|\\s+)" + CLOCK);
    private static final Pattern TIME = Pattern.compile(CLOCK);

    /** Names people put behind times, with the hours ahead of UTC they may stand for. */
    private static final Map<String, List<Integer>> ZONE_NAMES = Map.ofEntries(
            Map.entry("UTC", List.of(0)),
            Map.entry("GMT", List.of(0)),
            Map.entry("WET", List.of(0)),
            Map.entry("WEST", List.of(1)),
            Map.entry("BST", List.of(1)),
            Map.entry("IST", List.of(1, 2)),
            Map.entry("CET", List.of(1)),
            Map.entry("MEZ", List.of(1)),
            Map.entry("CEST", List.of(2)),
            Map.entry("MESZ", List.of(2)),
            Map.entry("EET", List.of(2)),
            Map.entry("EEST", List.of(3)),
            Map.entry("MSK", List.of(3)),
            Map.entry("AST", List.of(3, -4)),
            Map.entry("GST", List.of(4)),
            Map.entry("SGT", List.of(8)),
            Map.entry("JST", List.of(9)),
            Map.entry("AEST", List.of(10)),
            Map.entry("AEDT", List.of(11)),
            Map.entry("EST", List.of(-5)),
            Map.entry("EDT", List.of(-4)),
            Map.entry("CST", List.of(-6, 8)),
            Map.entry("CDT", List.of(-5)),
            Map.entry("MST", List.of(-7)),
            Map.entry("MDT", List.of(-6)),
            Map.entry("PST", List.of(-8)),
            Map.entry("PDT", List.of(-7)),
            Map.entry("BRT", List.of(-3)));

    private Starts() {}

    /** A moment with the wall clock at the track. */
    record Start(LocalDateTime local, Instant instant) {}

    /** A full start, or null when something is wrong with it. */
    static @Nullable Start full(String text, ZoneId zone, At at) {
        Matcher matcher = FULL.matcher(text);
        if (!matcher.matches()) {
            at.error("\"" + Shape.abridged(text)
                    + "\" is not a start: write the track's local time as 2023-09-29T11:20, or give only a \"date\"");
            return null;
        }
        LocalDate date = Days.day(matcher.group("weekday"), matcher.group("date"), at);
        LocalTime time = clock(matcher.group("time"), at);
        return date == null || time == null ? null : place(date.atTime(time), zone, matcher, at);
    }

    /** The start of a part: full, or a time alone, which then is on the day of its session or after midnight of it. */
    static @Nullable Start part(String text, Start session, @Nullable Instant end, ZoneId zone, At at) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return full(text, zone, at);
        }
        LocalTime time = clock(matcher.group("time"), at);
        if (time == null) {
            return null;
        }
        LocalDateTime local = session.local().toLocalDate().atTime(time);
        if (local.isBefore(session.local()) && end != null) {
            LocalDateTime next = local.plusDays(1);
            local = next.isBefore(LocalDateTime.ofInstant(end, zone)) ? next : local;
        }
        return place(local, zone, matcher, at);
    }

    private static @Nullable LocalTime clock(String text, At at) {
        try {
            return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        } catch (DateTimeException _) {
            at.error("there is no " + text + " on the clock");
            return null;
        }
    }

    private static @Nullable Start place(LocalDateTime local, ZoneId zone, Matcher written, At at) {
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (valid.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            at.error(local + " does not exist in " + zone + ": the clocks go from "
                    + gap.getDateTimeBefore().toLocalTime() + " to "
                    + gap.getDateTimeAfter().toLocalTime() + " that day");
            return null;
        }
        List<ZoneOffset> meant = valid;
        String offset = written.group("offset");
        if (offset != null) {
            ZoneOffset claimed = offset(offset, at);
            if (claimed == null) {
                return null;
            }
            meant = meant.stream().filter(claimed::equals).toList();
            if (meant.isEmpty()) {
                contradiction(offset, local, zone, valid, at);
                return null;
            }
        }
        String label = written.group("zone");
        if (label != null) {
            List<ZoneOffset> claimed = offsets(label, local);
            if (claimed.isEmpty()) {
                at.error("the zone \"" + Shape.abridged(label)
                        + "\" is not known: leave it out, starts are the track's local time");
                return null;
            }
            meant = meant.stream().filter(claimed::contains).toList();
            if (meant.isEmpty()) {
                contradiction(label, local, zone, valid, at);
                return null;
            }
        }
        if (meant.size() > 1) {
            String ways = meant.stream().map(o -> "" + local + o).collect(Collectors.joining(" or "));
            at.error(local + " comes twice in " + zone + ", where the clocks go back that day: write " + ways);
            return null;
        }
        return new Start(local, local.toInstant(meant.getFirst()));
    }

    private static @Nullable ZoneOffset offset(String text, At at) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException _) {
            at.error("there is no offset " + text);
            return null;
        }
    }

    private static void contradiction(String claim, LocalDateTime local, ZoneId zone, List<ZoneOffset> valid, At at) {
        String right = valid.stream().map(Starts::iso).collect(Collectors.joining(" or "));
        at.error(claim + " contradicts the track's clock: on " + local.toLocalDate() + " at " + local.toLocalTime()
                + " " + zone + " is at " + right);
    }

    private static String iso(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static List<ZoneOffset> offsets(String label, LocalDateTime local) {
        List<Integer> hours = ZONE_NAMES.get(label);
        if (hours != null) {
            return hours.stream().map(ZoneOffset::ofHours).toList();
        }
        return ZoneId.getAvailableZoneIds().contains(label)
                ? ZoneId.of(label).getRules().getValidOffsets(local)
                : List.of();
    }
}
