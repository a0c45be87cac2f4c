package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftPart;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Venue;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Token.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes draft sessions of what was found: dates, instants, lengths and parts. */
final class Drafting {
    private static final int DAY = 1440;
    private static final int EVENING = 17 * 60;
    private static final int EARLY = 6 * 60;

    private final Known known;
    private final DayBook days;
    private final Instants instants;
    private final @Nullable String round;
    private final @Nullable Venue venue;
    private final Set<Integer> hours;
    private final List<Question> questions = new ArrayList<>();

    /**
     * @param hours lengths of races in whole hours that the text names, such as 24
     */
    Drafting(
            Known known,
            DayBook days,
            Instants instants,
            @Nullable String round,
            @Nullable Venue venue,
            Set<Integer> hours) {
        this.hours = hours;
        this.known = known;
        this.days = days;
        this.instants = instants;
        this.round = round;
        this.venue = venue;
    }

    List<Question> questions() {
        return questions;
    }

    List<DraftSession> sessions(List<Found> found) {
        List<DraftSession> sessions = new ArrayList<>();
        List<Found> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            askMorning(found, i);
            DraftSession session = session(one, afterMidnight(found, i));
            int same = Retelling.same(one, session, kept, sessions);
            if (same >= 0) {
                boolean listed = kept.get(same).isSentence() && !one.isSentence();
                sessions.set(same, Retelling.merge(sessions.get(same), session, listed));
                kept.set(same, listed ? one : kept.get(same));
            } else {
                sessions.add(session);
                kept.add(one);
            }
        }
        Retelling.contradicted(sessions, kept, questions);
        sessions.sort(Comparator.comparingInt(DraftSession::line));
        return sessions;
    }

    /** 2:30 after 11:00 may be in the afternoon, where somebody left out "pm". */
    private void askMorning(List<Found> found, int at) {
        Moment moment = found.get(at).moment();
        Moment before = at == 0 ? null : found.get(at - 1).moment();
        if (moment == null || before == null || found.get(at).kind() == SessionKind.OTHER) {
            return;
        }
        boolean sameDay = Objects.equals(found.get(at).day(), found.get(at - 1).day());
        boolean back = moment.start() < EARLY + 60 && before.start() > moment.start() && before.start() < EVENING;
        if (sameDay && back) {
            String text = clock(moment) + " is listed after " + clock(before) + ". Is it in the morning?";
            questions.add(new Question(found.get(at).line(), Subject.TIME, text));
        }
    }

    /** A time early in the morning that is listed after one in the evening of the same day belongs to the next. */
    private boolean afterMidnight(List<Found> found, int at) {
        Found one = found.get(at);
        Moment moment = one.moment();
        if (moment == null || moment.start() >= EARLY || at == 0) {
            return false;
        }
        Found before = found.get(at - 1);
        Moment earlier = before.moment();
        DayAt listed = before.day();
        DayAt own = one.day();
        return earlier != null
                && earlier.start() >= EVENING
                && listed != null
                && own != null
                && (one.heading() ? listed.equals(own) : isListedWith(before, one, listed, own));
    }

    /** Whether two lines of one list print the same day. */
    private boolean isListedWith(Found before, Found one, DayAt listed, DayAt own) {
        LocalDate date = days.date(own);
        return date != null
                && date.equals(days.date(listed))
                && !before.heading()
                && !one.isSentence()
                && one.line() > before.line()
                && Tidying.compatible(before.series(), one.series());
    }

    private DraftSession session(Found one, boolean nextDay) {
        Moment moment = one.moment();
        DayAt day = one.day();
        LocalDate listed = day == null ? null : days.date(day);
        if (day == null && moment != null) {
            questions.add(new Question(
                    one.line(), Subject.DATE, "No day is printed for \"" + one.name() + "\". Which date is it?"));
        }
        LocalDate date = listed != null && nextDay ? listed.plusDays(1) : listed;
        if (nextDay && date != null && moment != null) {
            questions.add(new Question(
                    one.line(),
                    Subject.DATE,
                    clock(moment) + " is listed after the evening of " + listed + ". It is read as " + date
                            + ". Is that right?"));
        }
        if (date == null && moment != null) {
            instants.withoutDate(one.line(), moment);
        }
        Instants.Start start =
                date == null || moment == null ? Instants.Start.UNKNOWN : instants.of(one.line(), date, moment);
        LocalDate starting = date == null || moment == null ? date : date.plusDays(moment.start() / DAY);
        String series = one.series() != null ? one.series() : known.series();
        Integer minutes = minutes(one, date, start);
        if (moment == null && one.status() == DraftStatus.SCHEDULED) {
            throw new IllegalStateException("a session without a time: " + one);
        }
        return new DraftSession(
                series,
                round,
                venue,
                one.name(),
                one.kind(),
                starting,
                moment == null ? null : clock(moment),
                start.zone(),
                start.instant(),
                minutes,
                one.status(),
                parts(one),
                one.line(),
                one.text());
    }

    private static LocalTime clock(Moment moment) {
        return LocalTime.of(moment.start() / 60 % 24, moment.start() % 60);
    }

    private @Nullable Integer minutes(Found one, @Nullable LocalDate date, Instants.Start start) {
        Moment moment = one.moment();
        Length length = one.length();
        Integer end = moment == null ? null : moment.end();
        if (moment == null || end == null) {
            return length == null ? null : Integer.valueOf(length.minutes());
        }
        int until = end;
        if (end <= moment.start()) {
            until = end + DAY;
            boolean overnight = moment.start() >= EVENING && end <= EARLY + 4 * 60 && until - moment.start() <= 14 * 60;
            boolean race = one.kind() == SessionKind.RACE
                    && hours.stream().anyMatch(h -> Math.abs(h * 60 - (end + DAY - moment.start())) <= 60);
            if (!overnight && !race) {
                questions.add(new Question(
                        one.line(),
                        Subject.END,
                        "\"" + one.name() + "\" ends before it starts, or when it starts. When does it end?"));
                return length == null ? null : Integer.valueOf(length.minutes());
            }
        }
        return elapsed(moment, until, date, start);
    }

    /** The time that passes, also in the night the clocks change. */
    private static int elapsed(Moment moment, int until, @Nullable LocalDate date, Instants.Start start) {
        ZoneId zone = start.zone();
        Instant begin = start.instant();
        if (zone == null || begin == null || date == null) {
            return until - moment.start();
        }
        LocalDateTime end = date.plusDays(until / DAY).atTime(until / 60 % 24, until % 60);
        long minutes = Duration.between(begin, end.atZone(zone).toInstant()).toMinutes();
        return minutes > 0 ? (int) minutes : until - moment.start();
    }

    private static List<DraftPart> parts(Found one) {
        List<Integer> lengths = one.length() == null ? List.of() : one.length().parts();
        int count = Math.max(one.numbers().size(), lengths.size());
        if (count < 2) {
            return List.of();
        }
        List<DraftPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = one.numbers().size() == count ? one.numbers().get(i) : i + 1;
            parts.add(
                    new DraftPart(partName(one.kind(), number), lengths.size() == count ? lengths.get(i) : null, null));
        }
        return parts;
    }

    private static String partName(SessionKind kind, int number) {
        return switch (kind) {
            case QUALIFYING -> "Q" + number;
            case PRACTICE -> "FP" + number;
            case RACE -> "Race " + number;
            case SPRINT -> "Sprint " + number;
            case WARMUP, TEST, OTHER -> "Part " + number;
        };
    }
}
