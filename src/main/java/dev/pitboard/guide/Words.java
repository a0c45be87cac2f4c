package dev.pitboard.guide;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates, lengths and kinds in English. Dates here are those at the circuit; instants are spans, never text. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Words() {}

    /** Friday 29 September. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 27 Sep 2023. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** 29 Sep–1 Oct 2023; 1–3 Sep 2023. */
    public static String dates(LocalDate first, LocalDate last) {
        return datesOfYear(first, last) + " " + last.getYear();
    }

    /** 29 Sep–1 Oct, for where the year is plain; a range over New Year keeps its first year. */
    public static String datesOfYear(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return DAY_MONTH.format(last);
        }
        if (first.getYear() != last.getYear()) {
            return DATE.format(first) + " – " + DAY_MONTH.format(last);
        }
        return (first.getMonth() == last.getMonth() ? String.valueOf(first.getDayOfMonth()) : DAY_MONTH.format(first))
                + "–"
                + DAY_MONTH.format(last);
    }

    /** 60 min up to two hours, then 3 h or 2 h 30 min. */
    public static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes <= 120) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** 4.655 km. */
    static String kilometres(int metres) {
        return String.format(Locale.ROOT, "%.3f km", metres / 1000.0);
    }

    static String kind(SessionKind kind) {
        return switch (kind) {
            case PRACTICE -> "Practice";
            case QUALIFYING -> "Qualifying";
            case RACE -> "Race";
            case SPRINT -> "Sprint";
            case WARMUP -> "Warm-up";
            case TEST -> "Test";
            case OTHER -> "Also";
        };
    }

    /** How a status ends a sentence that begins with "is". */
    public static String status(Status status) {
        return switch (status) {
            case SCHEDULED -> "going ahead";
            case TENTATIVE -> "not confirmed";
            case DELAYED -> "delayed, with no new time yet";
            case POSTPONED -> "postponed";
            case CANCELLED -> "cancelled";
        };
    }

    /** One; one and two; one, two and three. */
    public static String list(List<String> items) {
        return joined(items, " and ");
    }

    /** One; one or two; one, two or three. */
    static String choice(List<String> items) {
        return joined(items, " or ");
    }

    private static String joined(List<String> items, String last) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
    }
}
