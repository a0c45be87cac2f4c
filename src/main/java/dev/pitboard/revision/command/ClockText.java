package dev.pitboard.revision.command;

import dev.pitboard.card.MomentText;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.revision.command.Reading.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time as people type it: the wall clock at the circuit, on the session's own day unless a day is given. What could be
 * meant in two ways is asked, never guessed. Knows no clock but the instant it is given.
 */
final class ClockText {
    private static final Pattern DAYS = Pattern.compile(
            "(today|tomorrow|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)");
    private static final Pattern DAY_FIRST = Pattern.compile(DAYS + "[.,]*\\s+(.+)");
    private static final Pattern DAY_LAST = Pattern.compile("(.+?)\\s+(?:on\\s+)?" + DAYS + "\\.?");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:t|\\s+)(.+)");
    private static final Pattern OFFSET = Pattern.compile("(.+?)\\s*([+-]\\d{2}:\\d{2}|z)");
    private static final Pattern SHIFT = Pattern.compile("([+-])\\s*(.+)");
    private static final Pattern WORD = Pattern.compile("\\d{1,2}[:.h]\\d{2}(:00)?([ap]\\.?m\\.?)?|\\d{1,2}h|\\d{4}"
            + "|\\d{1,2}[ap]\\.?m\\.?|[ap]\\.?m\\.?|[+-]\\d\\S*|[+-]|\\d{4}-\\d{2}-\\d{2}(t\\S+)?|now|noon|midday|midnight|in|at"
            + "|" + DAYS.pattern() + "[.,]?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int MOST_DAYS = 4;

    private final ZoneId zone;
    private final @Nullable LocalDate day;
    private final @Nullable Instant start;
    private final LocalDate first;
    private final LocalDate last;
    private final Instant now;

    /**
     * @param zone of the circuit
     * @param day the session's day there, or null where none is known
     * @param start its present or last known start, or null
     * @param first first day of the round, {@code last} its last
     */
    ClockText(
            ZoneId zone,
            @Nullable LocalDate day,
            @Nullable Instant start,
            LocalDate first,
            LocalDate last,
            Instant now) {
        this.zone = zone;
        this.day = day;
        this.start = start;
        this.first = first;
        this.last = last;
        this.now = now;
    }

    /** For times of a session. */
    static ClockText of(Fixture fixture, Instant now) {
        ZoneId zone = fixture.round().circuit().zone();
        LocalDate day = switch (fixture.session().time()) {
            case SessionTime.Exact exact -> LocalDate.ofInstant(exact.start(), zone);
            case SessionTime.DateOnly(LocalDate date) -> date;
            case SessionTime.ToBeConfirmed _ -> null;
        };
        return new ClockText(
                zone,
                day,
                fixture.session().start(),
                fixture.round().firstDay(),
                fixture.round().lastDay(),
                now);
    }

    /** Whether a typed word looks like a time or a part of one. */
    static boolean looksLikeOne(String word) {
        String text = folded(word);
        return WORD.matcher(text).matches() || Amount.looksLikeOne(text);
    }

    /** The full text of an instant, which reads without a question. */
    static String text(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
        return local + (twice ? zone.getRules().getOffset(at).toString() : "");
    }

    /** What the text means. @throws UserError when it is no time */
    Reading read(String typed) {
        String text = folded(typed).replaceFirst("^(?:(?:at|to)\\s+|@\\s*)", "");
        if (text.equals("now")) {
            return new Reading.Read(now.truncatedTo(ChronoUnit.MINUTES));
        }
        Matcher shift = SHIFT.matcher(text);
        if (shift.matches()) {
            return shifted(shift.group(1), shift.group(2), typed);
        }
        if (text.startsWith("in ")) {
            Duration amount = Amount.find(text.substring(3)).orElseThrow(() -> unreadable(typed));
            return new Reading.Read(now.truncatedTo(ChronoUnit.MINUTES).plus(amount));
        }
        Matcher dated = DATE.matcher(text);
        if (dated.matches()) {
            return dated(dated.group(1), dated.group(2), typed);
        }
        Matcher named = DAY_FIRST.matcher(text);
        if (named.matches()) {
            return onDay(named.group(1), named.group(2), typed);
        }
        named = DAY_LAST.matcher(text);
        if (named.matches()) {
            return onDay(named.group(2), named.group(1), typed);
        }
        if (day == null) {
            return which("Which day?", days(), text, typed);
        }
        return clock(day, text, typed, false);
    }

    private static String folded(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace('−', '-')
                .replace('–', '-')
                .replaceAll("\\s+(?:local|track)(?:\\s+time)?$|\\s+uhr$|\\s+o'clock$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Reading shifted(String sign, String amount, String typed) {
        Duration by = Amount.find(amount).orElseThrow(() -> unreadable(typed));
        if (start == null) {
            throw new UserError(
                    "Its time is not known, so it can't be moved by an amount. Say the time, such as 17:10.");
        }
        Instant at = sign.equals("+") ? start.plus(by) : start.minus(by);
        return at.isBefore(now) ? started(LocalDateTime.ofInstant(at, zone), at) : new Reading.Read(at);
    }

    private Reading dated(String date, String clock, String typed) {
        LocalDate on;
        try {
            on = LocalDate.parse(date);
        } catch (DateTimeParseException _) {
            throw new UserError("There is no day " + date + ".");
        }
        Matcher offset = OFFSET.matcher(clock);
        if (!offset.matches()) {
            return clock(on, clock, typed, true);
        }
        ZoneOffset given = ZoneOffset.of(offset.group(2).toUpperCase(Locale.ROOT));
        LocalTime time = ClockFace.read(offset.group(1)).orElseThrow(() -> unreadable(typed));
        return new Reading.Read(on.atTime(time).toInstant(given));
    }

    private Reading onDay(String word, String clock, String typed) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (word.equals("today") || word.equals("tomorrow")) {
            return clock(word.equals("today") ? today : today.plusDays(1), clock, typed, false);
        }
        DayOfWeek weekday = Stream.of(DayOfWeek.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3)))
                .findFirst()
                .orElseThrow();
        List<LocalDate> within = first.datesUntil(last.plusDays(1))
                .filter(d -> d.getDayOfWeek() == weekday)
                .toList();
        if (within.size() == 1) {
            return clock(within.getFirst(), clock, typed, false);
        }
        List<LocalDate> around = within.isEmpty()
                ? Stream.of(
                                first.minusDays(7).datesUntil(first),
                                last.plusDays(1).datesUntil(last.plusDays(8)))
                        .flatMap(d -> d)
                        .filter(d -> d.getDayOfWeek() == weekday)
                        .toList()
                : within;
        String name = weekday.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
        return which(
                within.isEmpty() ? "The round has no " + name + ". Which day?" : "Which " + name + "?",
                around,
                clock,
                typed);
    }

    private List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).limit(MOST_DAYS).toList();
    }

    private Reading which(String question, List<LocalDate> days, String clock, String typed) {
        LocalTime time = ClockFace.read(clock).orElseThrow(() -> unreadable(typed));
        return new Reading.Asks(
                question, days.stream().map(d -> answer(d.atTime(time), "")).toList());
    }

    /** @param exact whether the day was written as a date: then nobody is asked whether the past is meant */
    private Reading clock(LocalDate on, String text, String typed, boolean exact) {
        if (text.equals("midnight")) {
            return new Reading.Asks(
                    "Which midnight?",
                    List.of(
                            answer(on.atStartOfDay(), ", as the day begins"),
                            answer(on.plusDays(1).atStartOfDay(), ", as it ends")));
        }
        if (text.matches("\\d{1,2}")) {
            return hourOrMinutes(on, text, typed);
        }
        LocalDateTime local = text.matches("24[:.h]?00")
                ? on.plusDays(1).atStartOfDay()
                : on.atTime(ClockFace.read(text).orElseThrow(() -> unreadable(typed)));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return gap(local);
        }
        if (offsets.size() > 1) {
            return new Reading.Asks(
                    TIME.format(local) + " comes twice that night, because the clocks go back. Which one?",
                    offsets.stream()
                            .map(o -> new Answer(
                                    TIME.format(local) + " " + MomentText.zoneName(local.toInstant(o), zone),
                                    local + o.toString()))
                            .toList());
        }
        Instant at = local.toInstant(offsets.getFirst());
        return exact || !at.isBefore(now.truncatedTo(ChronoUnit.MINUTES)) ? new Reading.Read(at) : started(local, at);
    }

    private Reading hourOrMinutes(LocalDate on, String text, String typed) {
        int number = Integer.parseInt(text);
        List<Answer> answers = new ArrayList<>();
        if (number < 24) {
            answers.add(answer(on.atTime(number, 0), ""));
        }
        if (start != null && number > 0) {
            answers.add(new Answer(number + " minutes later", "+" + number + "m"));
        }
        if (answers.isEmpty()) {
            throw unreadable(typed);
        }
        return new Reading.Asks("Is “" + text + "” an hour or an amount of minutes?", answers);
    }

    private Reading gap(LocalDateTime local) {
        ZoneOffsetTransition gap = Objects.requireNonNull(zone.getRules().getTransition(local));
        return new Reading.Asks(
                "There is no " + TIME.format(local) + " that night: the clocks go from "
                        + TIME.format(gap.getDateTimeBefore()) + " to " + TIME.format(gap.getDateTimeAfter())
                        + ". What is meant?",
                List.of(answer(local.minus(gap.getDuration()), ""), answer(local.plus(gap.getDuration()), "")));
    }

    private Reading started(LocalDateTime local, Instant at) {
        List<Answer> answers = new ArrayList<>();
        Stream.of(local.plusHours(12), local.plusDays(1))
                .filter(l -> local.getHour() < 12 || !l.equals(local.plusHours(12)))
                .filter(l -> !l.toLocalDate().isAfter(last))
                .filter(l -> zone.getRules().getValidOffsets(l).size() == 1)
                .filter(l -> l.atZone(zone).toInstant().isAfter(now))
                .forEach(l -> answers.add(answer(l, "")));
        answers.add(new Answer(SHOWN.format(local) + ", in the past", text(at, zone)));
        return new Reading.Asks(
                SHOWN.format(local) + " is past: at the track it is " + SHOWN.format(LocalDateTime.ofInstant(now, zone))
                        + ". What is meant?",
                answers);
    }

    private static Answer answer(LocalDateTime local, String more) {
        return new Answer(SHOWN.format(local) + more, local.toString());
    }

    private static UserError unreadable(String typed) {
        return new UserError(
                "“" + Suggestions.shortened(typed)
                        + "” is not a time on the clock. Write the time at the track, such as 17:10, 5:10 pm, Sun 11:20 or +20m.");
    }
}
