package dev.pitboard.importing;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.reading.DraftSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How items of an import are told. Times are those at the track, as in most of what is read. */
final class ItemLines {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private ItemLines() {}

    static String word(Fate fate) {
        return switch (fate) {
            case NEW -> "new";
            case MOVED -> "moved";
            case RESTORED -> "on again";
            case CANCELLED -> "cancelled";
            case CHANGED -> "changed";
            case SAME -> "the same";
            case GONE -> "gone";
            case LEFT_OUT -> "left out";
            case IMPOSSIBLE -> "impossible";
        };
    }

    static String name(Platform platform) {
        return switch (platform) {
            case DISCORD -> "Discord";
            case TELEGRAM -> "Telegram";
            case TERMINAL -> "the terminal";
        };
    }

    static Comparator<Item> inOrder() {
        return Comparator.comparing((Item i) -> Objects.requireNonNullElse(shown(i).start(), Instant.MAX))
                .thenComparing(Item::name);
    }

    private static Session shown(Item item) {
        return Objects.requireNonNull(item.after() == null ? item.before() : item.after());
    }

    static Block.Row row(Item item, ZoneId zone) {
        Session session = shown(item);
        Line main = Line.strongly(session.name()).text(minutes(session) + " · " + word(item.fate()));
        if (!item.open().isEmpty()) {
            main = main.text(", asked");
        }
        if (session.status() == Status.TENTATIVE) {
            main = main.text(", not confirmed");
        }
        List<Line> details = new ArrayList<>();
        Session before = item.before();
        if (before != null && item.after() != null && item.fate() != Fate.SAME) {
            String was = time(before, zone) + minutes(before);
            String now = time(session, zone) + minutes(session);
            details.add(Line.of(was.equals(now) ? "The time stays." : "Was " + was + ", now " + now + "."));
        }
        if (item.read() != null) {
            details.add(from(item.read()));
        }
        return new Block.Row(Line.of(time(session, zone)), main, details);
    }

    static Block.Row unplaced(Item item, String why) {
        DraftSession read = item.read();
        String lead = read == null || read.date() == null
                ? "–"
                : DAY.format(read.date()) + (read.clock() == null ? "" : " " + read.clock());
        return new Block.Row(
                Line.of(lead),
                Line.strongly(item.name()).text(why.isEmpty() ? "" : " · " + why),
                read == null ? List.of() : List.of(from(read)));
    }

    /** The piece of text that it was read from. */
    private static Line from(DraftSession read) {
        String text = read.text().strip().replaceAll("\\s+", " ");
        return Line.of((read.line() > 0 ? "Line " + read.line() + ": " : "")
                + (text.length() <= 80 ? text : text.substring(0, 79) + "…"));
    }

    private static String minutes(Session session) {
        @Nullable Duration length = session.time() instanceof SessionTime.Exact(var _, Duration known) ? known : null;
        return length == null ? "" : " · " + length.toMinutes() + " min";
    }

    static String time(Session session, ZoneId zone) {
        return switch (session.time()) {
            case SessionTime.Exact exact -> START.format(exact.start().atZone(zone));
            case SessionTime.DateOnly(LocalDate date) -> DAY.format(date);
            case SessionTime.ToBeConfirmed() -> "–";
        };
    }
}
