package dev.pitboard.telegram;

import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span;
import dev.pitboard.card.Span.MomentStyle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the spans of a line into runs. */
final class Words {
    /** Beyond it, a time of day alone would not say which day. */
    private static final Duration SAME_DAY = Duration.ofHours(12);

    /** Telegram makes a command of one word tappable by itself. */
    private static final Pattern TAPPABLE = Pattern.compile("/[a-z0-9_]{1,32}");

    private final Presentation presentation;
    private final CommandNames names;

    Words(Presentation presentation, CommandNames names) {
        this.presentation = presentation;
        this.names = names;
    }

    List<Run> runs(Line line) {
        return line.spans().stream()
                .map(span -> run(span, line))
                .filter(run -> !run.text().isEmpty())
                .toList();
    }

    /** The same, all of it within a tag. */
    List<Run> runs(Line line, String tag) {
        return runs(line).stream().map(run -> run.within(tag)).toList();
    }

    private Run run(Span span, Line line) {
        return switch (span) {
            case Span.Text(String text) -> Run.plain(names.spelled(text));
            case Span.Strong(String text) -> Run.tagged(names.spelled(text), "b");
            case Span.Code(String text) -> code(names.spelled(text));
            case Span.Link(String label, URI url) -> link(label, url);
            case Span.Role(String id) -> code(id);
            case Span.Moment(Instant at, MomentStyle style) -> moment(at, style, alone(at, line));
            case Span.TrackTime time -> Run.plain(MomentText.of(time));
        };
    }

    private static Run code(String text) {
        return TAPPABLE.matcher(text).matches() ? Run.plain(text) : Run.tagged(text, "code");
    }

    private static Run link(String label, URI url) {
        if (!opens(url)) {
            return Run.plain(label + " (" + url + ")");
        }
        return Run.tagged(label, "a", "href=\"" + Run.escaped(url.toASCIIString()) + "\"");
    }

    /** Whether Telegram takes it as an address: http or https, with a dot in the host. */
    static boolean opens(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost() == null ? "" : url.getHost();
        return (scheme.equals("http") || scheme.equals("https")) && host.contains(".");
    }

    private Run moment(Instant at, MomentStyle style, boolean alone) {
        // The library reads instants of messages as 32 bits.
        boolean live = !presentation.rehearsal() && at.getEpochSecond() > 0 && at.getEpochSecond() < Integer.MAX_VALUE;
        if (!live) {
            return Run.plain(text(at, style));
        }
        String words = style == MomentStyle.RELATIVE && alone
                ? text(at, style) + " (" + text(at, near(at) ? MomentStyle.TIME : MomentStyle.DATE_TIME) + ")"
                : text(at, style);
        return Run.tagged(words, "tg-time", "unix=\"" + at.getEpochSecond() + "\" format=\"" + format(style) + "\"");
    }

    /** Whether a line says an instant once only; "in 10 minutes" grows old where times are not live. */
    private static boolean alone(Instant at, Line line) {
        return line.spans().stream()
                        .filter(span -> span instanceof Span.Moment(Instant other, var _) && other.equals(at))
                        .count()
                == 1;
    }

    private boolean near(Instant at) {
        return Duration.between(presentation.now().instant(), at).abs().compareTo(SAME_DAY) < 0;
    }

    /** What lock screens and old apps show instead of a live time. */
    private String text(Instant at, MomentStyle style) {
        String text =
                MomentText.of(at, style, presentation.zone(), presentation.now().instant());
        return style == MomentStyle.RELATIVE || style == MomentStyle.DATE
                ? text
                : text + " " + MomentText.zoneName(at, presentation.zone());
    }

    private static String format(MomentStyle style) {
        return switch (style) {
            case TIME -> "t";
            case DATE -> "D";
            case DATE_TIME -> "Dt";
            case WEEKDAY_DATE_TIME -> "wDt";
            case RELATIVE -> "r";
        };
    }
}
