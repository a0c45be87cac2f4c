package dev.pitboard.reading.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of events as they are written, with every way of naming a zone. */
final class EventTimes {
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s?([+-])(\\d{1,2})(?::?([0-5]\\d))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern IANA_AT_END = Pattern.compile("([A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+)$");

    private final ICalendar calendar;

    EventTimes(ICalendar calendar) {
        this.calendar = calendar;
    }

    /** The start, or null where there is none that can be read. */
    @Nullable
    EventStart start(VEvent event) {
        DateStart property = event.getDateStart();
        return property == null ? null : read(property);
    }

    private @Nullable EventStart read(DateOrDateTimeProperty property) {
        ICalDate value = property.getValue();
        DateTimeComponents raw = value == null ? null : value.getRawComponents();
        if (value == null || raw == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
            if (!value.hasTime()) {
                return new EventStart.AllDay(date);
            }
            LocalDateTime local = date.atStartOfDay()
                    .plusHours(raw.getHour())
                    .plusMinutes(raw.getMinute())
                    .plusSeconds(raw.getSecond());
            boolean late = raw.getHour() > 23;
            return raw.isUtc()
                    ? new EventStart.Fixed(local.toInstant(ZoneOffset.UTC), null, late)
                    : zoned(property, local, late);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private EventStart zoned(DateOrDateTimeProperty property, LocalDateTime local, boolean late) {
        String written = zoneId(property);
        ZoneOffset offset = offset(written);
        if (offset != null) {
            return new EventStart.Fixed(local.toInstant(offset), offset, late);
        }
        TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(property);
        String iana = iana(written);
        if (iana.isEmpty() && assigned != null) {
            Instant instant = instant(local, assigned);
            return new EventStart.Fixed(
                    instant,
                    ZoneOffset.ofTotalSeconds((int) Duration.between(instant, local.toInstant(ZoneOffset.UTC))
                            .toSeconds()),
                    late);
        }
        return new EventStart.Floating(local, iana.isEmpty() ? written : iana, late);
    }

    /** By the rules of a VTIMEZONE; the zone of java.util knows no gaps, so none are asked about. */
    private static Instant instant(LocalDateTime local, TimezoneAssignment zone) {
        long wall = local.toInstant(ZoneOffset.UTC).toEpochMilli();
        long guess = wall - zone.getTimeZone().getOffset(wall);
        return Instant.ofEpochMilli(wall - zone.getTimeZone().getOffset(guess));
    }

    private String zoneId(DateOrDateTimeProperty property) {
        TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(property);
        String left = property.getParameters().getTimezoneId();
        if (assigned == null) {
            return left == null ? "" : left.replace("\"", "").strip();
        }
        if (assigned.getComponent() != null && assigned.getComponent().getTimezoneId() != null) {
            String id = assigned.getComponent().getTimezoneId().getValue();
            return id == null ? "" : id;
        }
        return assigned.getGlobalId() == null ? "" : assigned.getGlobalId();
    }

    /** The offset that a name such as UTC+02:00 or "GMT+0200" is, or null. */
    static @Nullable ZoneOffset offset(String zone) {
        if (zone.equalsIgnoreCase("UTC") || zone.equalsIgnoreCase("GMT") || zone.equalsIgnoreCase("Etc/UTC")) {
            return ZoneOffset.UTC;
        }
        Matcher matcher = OFFSET.matcher(zone);
        if (!matcher.matches()) {
            return null;
        }
        int minutes = Integer.parseInt(matcher.group(2)) * 60
                + (matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
        return minutes > 18 * 60
                ? null
                : ZoneOffset.ofTotalSeconds(minutes * 60 * (matcher.group(1).equals("-") ? -1 : 1));
    }

    /** The IANA zone that a name is or ends with, as in /freeassociation.sourceforge.net/Europe/Rome; empty where it is none. */
    static String iana(String zone) {
        Matcher matcher = IANA_AT_END.matcher(zone);
        if (matcher.find()) {
            String[] parts = matcher.group(1).split("/", -1);
            for (int i = 0; i < parts.length - 1; i++) {
                String id = String.join("/", java.util.Arrays.copyOfRange(parts, i, parts.length));
                if (ZoneId.getAvailableZoneIds().contains(id)) {
                    return id;
                }
            }
        }
        return "";
    }

    /**
     * The length by DTEND or DURATION in whole minutes, or null where there is none that can have been planned: an end at or before the
     * start, or with odd seconds.
     */
    @Nullable
    Integer minutes(VEvent event) {
        Duration length = length(event);
        return length == null || length.isZero() || length.isNegative() || length.toSecondsPart() != 0
                ? null
                : Integer.valueOf((int) Math.min(length.toMinutes(), 100_000));
    }

    /** Whether the event ends before it starts. */
    boolean endsBeforeItStarts(VEvent event) {
        Duration length = length(event);
        return length != null && length.isNegative();
    }

    private @Nullable Duration length(VEvent event) {
        EventStart start = start(event);
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        DateEnd property = event.getDateEnd();
        EventStart end = property == null ? null : read(property);
        return switch (start) {
            case EventStart.Fixed from
            when end instanceof EventStart.Fixed to -> Duration.between(from.instant(), to.instant());
            case EventStart.Floating from
            when end instanceof EventStart.Floating to -> Duration.between(from.local(), to.local());
            case EventStart.AllDay from
            when end instanceof EventStart.AllDay to ->
                Duration.between(from.date().atStartOfDay(), to.date().atStartOfDay());
            case null, default -> null;
        };
    }
}
