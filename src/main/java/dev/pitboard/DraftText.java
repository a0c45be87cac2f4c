package dev.pitboard;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Question;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A draft for people: the sessions by day, each with its line and the piece of text it was read from, and the questions. */
final class DraftText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private DraftText() {}

    static String of(Draft draft) {
        if (draft.sessions().isEmpty() && draft.questions().isEmpty()) {
            return "No session was found in this text.\n";
        }
        StringBuilder out = new StringBuilder();
        @Nullable String heading = null;
        for (DraftSession session : draft.sessions()) {
            String day = day(session);
            if (!day.equals(heading)) {
                out.append(heading == null ? "" : "\n").append(day).append('\n');
                heading = day;
            }
            out.append(line(session));
        }
        out.append("\n%s.%n".formatted(count(draft.sessions().size(), "session")));
        if (!draft.questions().isEmpty()) {
            out.append("\n%s:%n".formatted(count(draft.questions().size(), "question")));
            draft.questions().forEach(question -> out.append(ask(question)));
            out.append('\n');
        }
        return out.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String day(DraftSession session) {
        LocalDate date = session.date();
        if (date == null && session.startUtc() != null) {
            return DAY.format(session.startUtc().atOffset(ZoneOffset.UTC)) + " (UTC)";
        }
        String zone = session.zone() == null ? "" : " (" + session.zone() + ")";
        return (date == null ? "Date not known" : DAY.format(date)) + zone;
    }

    private static String line(DraftSession session) {
        String clock = session.clock() == null ? "--:--" : CLOCK.format(session.clock());
        String utc = session.startUtc() == null
                ? ""
                : ", " + session.startUtc().toString().substring(11, 16) + " UTC";
        String minutes = session.minutes() == null ? "" : ", " + session.minutes() + " min";
        String status = session.status() == DraftStatus.SCHEDULED
                ? ""
                : ", " + session.status().word();
        String series = session.series() == null ? "" : " · " + session.series();
        return "  %s  %s (%s%s%s%s)%s%n         line %d: %s%n"
                .formatted(
                        clock,
                        session.name(),
                        session.kind().word(),
                        minutes,
                        utc,
                        status,
                        series,
                        session.line(),
                        session.text());
    }

    private static String ask(Question question) {
        return "  line %d, %s: %s%n".formatted(question.line(), question.about().word(), question.text());
    }
}
