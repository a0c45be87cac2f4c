package dev.pitboard.subscription.command;

import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that the answers of these commands share. */
final class Wording {
    private static final int LONGEST_LABEL = 40;

    private Wording() {}

    /** How a command of this group is called: privately answered, from the database. */
    static Signature signature(String word, String description, Access access, Parameter... parameters) {
        return new Signature(
                List.of("reminders", word), description, List.of(parameters), access, Audience.PRIVATE, Work.SLOW);
    }

    /** "all sessions"; "practice, races". */
    static String kinds(Settings settings) {
        return settings.kinds().size() == SessionKind.values().length
                ? "all sessions"
                : settings.kinds().stream().map(Wording::plural).collect(Collectors.joining(", "));
    }

    static String plural(SessionKind kind) {
        return switch (kind) {
            case PRACTICE -> "practice";
            case QUALIFYING -> "qualifying";
            case RACE -> "races";
            case SPRINT -> "sprints";
            case WARMUP -> "warm-ups";
            case TEST -> "tests";
            case OTHER -> "other sessions";
        };
    }

    /** "1h and 10m before the start"; "10m before the start, and at the start". */
    static String leads(Settings settings) {
        List<String> ahead = new ArrayList<>(settings.leads().stream()
                .filter(l -> !l.before().isZero())
                .map(LeadTime::text)
                .toList());
        if (ahead.isEmpty()) {
            return "at the start";
        }
        String before = list(ahead) + " before the start";
        return ahead.size() == settings.leads().size() ? before : before + ", and at the start";
    }

    /** "1h before"; "at the start". */
    static String why(LeadTime lead) {
        return lead.before().isZero() ? "at the start" : lead.text() + " before";
    }

    static Line role(@Nullable String role) {
        return role == null ? Line.of("nobody") : Line.of("the role ").role(role);
    }

    /** One; one and two; one, two and three. */
    static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** The series' name, or its id when the season files don't have it any more. */
    static String seriesName(Timetable today, String id) {
        return today.findSeries(id).map(Series::name).orElse(id);
    }

    /** A command to type, as it is typed there. */
    static Line command(String name, Platform platform) {
        return Line.empty().code(platform == Platform.TERMINAL ? name : "/" + name);
    }

    /** The text cut to what a button may hold. */
    static String label(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
