package dev.pitboard.importing;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Subject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer that says how a session should have been read. */
final class Correction {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.h](\\d{2})");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4}) ?(?:m|min|minutes)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 48 * 60;

    private Correction() {}

    /** The session with the answer taken in, or null when it makes no sense as an answer to a question about that. */
    static @Nullable DraftSession of(DraftSession session, Subject about, String answer) {
        return switch (about) {
            case SERIES -> with(session, answer, session.round());
            case ROUND -> with(session, session.series(), answer);
            case YEAR -> year(session, answer);
            case ZONE -> zone(session, answer);
            case END -> end(session, answer);
            case KIND -> kind(session, answer);
            case STATUS -> status(session, answer);
            case NAME -> {
                DraftSession moved = time(session, answer);
                yield moved != null ? moved : answer.length() <= 100 ? named(session, answer) : null;
            }
            case DATE, WEEKDAY, TIME, OVERLAP -> time(session, answer);
        };
    }

    /** The session at another day, time of day, or both: {@code 2023-09-30}, {@code 16:50}, {@code 2023-09-30T16:50}. */
    static @Nullable DraftSession time(DraftSession session, String answer) {
        String[] words = answer.strip().split("[T\\s]+", -1);
        LocalDate date = Answers.date(words[0]);
        LocalTime clock = clock(words[words.length - 1]);
        boolean both = words.length == 2 && date != null && clock != null;
        boolean one = words.length == 1 && (date != null || clock != null);
        return both || one
                ? at(session, date == null ? session.date() : date, clock == null ? session.clock() : clock)
                : null;
    }

    private static @Nullable LocalTime clock(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable DraftSession year(DraftSession session, String answer) {
        LocalDate date = session.date();
        return answer.matches("(19|20)\\d\\d") && date != null
                ? at(session, date.withYear(Integer.parseInt(answer)), session.clock())
                : time(session, answer);
    }

    private static @Nullable DraftSession zone(DraftSession session, String answer) {
        ZoneId zone = Answers.zone(answer);
        LocalDateTime start = session.start();
        if (zone == null) {
            return time(session, answer);
        }
        return copy(
                session,
                session.series(),
                session.round(),
                session.name(),
                session.kind(),
                session.date(),
                session.clock(),
                zone,
                start == null ? session.startUtc() : instant(start, zone),
                session.minutes(),
                session.status());
    }

    /** The end as a time of day, or the length: {@code 45m}. */
    private static @Nullable DraftSession end(DraftSession session, String answer) {
        Matcher length = MINUTES.matcher(answer.strip());
        LocalTime end = clock(answer.strip());
        LocalTime start = session.clock();
        int minutes = 0;
        if (length.matches()) {
            minutes = Integer.parseInt(length.group(1));
        } else if (end != null && start != null) {
            minutes = (int) Duration.between(start, end).toMinutes();
            minutes = minutes <= 0 ? minutes + 24 * 60 : minutes;
        }
        return minutes < 1 || minutes > LONGEST ? null : lasting(session, minutes);
    }

    private static @Nullable DraftSession kind(DraftSession session, String answer) {
        return Arrays.stream(SessionKind.values())
                .filter(k -> k.word().equals(answer.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(k -> copy(session, session.name(), k, session.minutes(), session.status()))
                .orElse(null);
    }

    private static @Nullable DraftSession status(DraftSession session, String answer) {
        return Arrays.stream(DraftStatus.values())
                .filter(s -> s.word().equals(answer.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(s -> copy(session, session.name(), session.kind(), session.minutes(), s))
                .orElseGet(() -> time(session, answer));
    }

    private static DraftSession lasting(DraftSession session, int minutes) {
        return copy(session, session.name(), session.kind(), minutes, session.status());
    }

    static DraftSession named(DraftSession session, String name) {
        return copy(session, name, session.kind(), session.minutes(), session.status());
    }

    private static DraftSession with(DraftSession session, @Nullable String series, @Nullable String round) {
        return copy(
                session,
                series,
                round,
                session.name(),
                session.kind(),
                session.date(),
                session.clock(),
                session.zone(),
                session.startUtc(),
                session.minutes(),
                session.status());
    }

    private static DraftSession at(DraftSession session, @Nullable LocalDate date, @Nullable LocalTime clock) {
        return copy(
                session,
                session.series(),
                session.round(),
                session.name(),
                session.kind(),
                date,
                clock,
                session.zone(),
                date == null || clock == null ? null : instant(session, date.atTime(clock)),
                session.minutes(),
                session.status());
    }

    /** In the zone of the printed times, or at the offset that they had, as far as one of them is known. */
    private static @Nullable Instant instant(DraftSession session, LocalDateTime local) {
        ZoneId zone = session.zone();
        if (zone != null) {
            return instant(local, zone);
        }
        LocalDateTime printed = session.start();
        Instant utc = session.startUtc();
        return printed == null || utc == null
                ? null
                : local.minus(Duration.between(LocalDateTime.ofInstant(utc, ZoneOffset.UTC), printed))
                        .toInstant(ZoneOffset.UTC);
    }

    /** The instant of a local time, the earlier of two; null where the clocks go forward over it. */
    static @Nullable Instant instant(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).stream()
                .findFirst()
                .map(local::toInstant)
                .orElse(null);
    }

    private static DraftSession copy(
            DraftSession session, String name, SessionKind kind, @Nullable Integer minutes, DraftStatus status) {
        return copy(
                session,
                session.series(),
                session.round(),
                name,
                kind,
                session.date(),
                session.clock(),
                session.zone(),
                session.startUtc(),
                minutes,
                status);
    }

    private static DraftSession copy(
            DraftSession session,
            @Nullable String series,
            @Nullable String round,
            String name,
            SessionKind kind,
            @Nullable LocalDate date,
            @Nullable LocalTime clock,
            @Nullable ZoneId zone,
            @Nullable Instant startUtc,
            @Nullable Integer minutes,
            DraftStatus status) {
        return new DraftSession(
                series,
                round,
                session.venue(),
                name,
                kind,
                date,
                clock,
                zone,
                startUtc,
                minutes,
                status,
                session.parts(),
                session.line(),
                session.text());
    }
}
