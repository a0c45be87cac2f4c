package dev.pitboard.discord;

import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span;
import dev.pitboard.card.Span.MomentStyle;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines as Discord's markdown. What stands in data is shown as it is: it can neither format nor mention. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*_~`|\\[\\]<>]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)(?:([-+#])|(\\d+)\\.)(?=[\\s#])");
    private static final Pattern NAME_AFTER_AT = Pattern.compile("@(?=\\S)");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    /** Takes no room and ends a mention before it begins. */
    private static final String NOTHING = "\u200b";

    private final Presentation presentation;

    Markdown(Presentation presentation) {
        this.presentation = presentation;
    }

    /** The line as it reads in running text. */
    String of(Line line) {
        return rendered(joined(line.spans()));
    }

    /** The line with its plain words standing out. */
    static Line strong(Line line) {
        List<Span> strong = new ArrayList<>();
        for (Span span : line.spans()) {
            strong.add(span instanceof Span.Text(String text) ? new Span.Strong(text) : span);
        }
        return new Line(strong);
    }

    /** The line in pieces that are each at most {@code most} long when rendered; nothing is lost but line breaks. */
    List<String> pieces(Line line, int most) {
        String whole = of(line);
        if (whole.length() <= most) {
            return List.of(whole);
        }
        List<String> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        int length = 0;
        for (Span part : Words.of(line, most)) {
            int more = one(part).length();
            if (length + more > most && !piece.isEmpty()) {
                pieces.add(rendered(joined(piece)));
                piece.clear();
                length = 0;
            }
            piece.add(part);
            length += more;
        }
        if (!piece.isEmpty()) {
            pieces.add(rendered(joined(piece)));
        }
        return pieces;
    }

    /** Text with everything taken out that Discord would read as formatting or as a mention. */
    static String escaped(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ");
        String marked = SPECIAL.matcher(line).replaceAll("\\\\$0");
        return NAME_AFTER_AT.matcher(marked).replaceAll("@" + NOTHING);
    }

    private String rendered(List<Span> spans) {
        StringBuilder all = new StringBuilder();
        spans.forEach(s -> all.append(one(s)));
        return LINE_START
                .matcher(all)
                .replaceAll(
                        m -> m.group(2) != null ? m.group(1) + "\\\\" + m.group(2) : m.group(1) + m.group(3) + "\\\\.");
    }

    /** The same spans with neighbours of one kind made one: {@code **a****b**} would not be read as two. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last instanceof Span.Text(String before) && span instanceof Span.Text(String after)) {
                joined.set(joined.size() - 1, new Span.Text(before + after));
            } else if (last instanceof Span.Strong(String before) && span instanceof Span.Strong(String after)) {
                joined.set(joined.size() - 1, new Span.Strong(before + after));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private String one(Span span) {
        return switch (span) {
            case Span.Text(String text) -> escaped(text);
            case Span.Strong(String text) -> text.isBlank() ? text : "**" + escaped(text) + "**";
            case Span.Code(String text) -> code(text);
            case Span.Link(String label, URI url) -> link(label, url);
            case Span.Role(String id) -> id.matches("\\d{1,20}") ? "<@&" + id + ">" : code(id);
            case Span.Moment(Instant at, MomentStyle style) -> moment(at, style);
            case Span.TrackTime time -> escaped(MomentText.of(time));
        };
    }

    private static String code(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ");
        if (line.isEmpty()) {
            return "";
        }
        return line.contains("`") ? "`` " + line.replace("``", "`" + NOTHING + "`") + " ``" : "`" + line + "`";
    }

    private static String link(String label, URI url) {
        return "[" + escaped(label) + "](<" + url.toASCIIString().replace(">", "%3E") + ">)";
    }

    private String moment(Instant at, MomentStyle style) {
        if (presentation.rehearsal()) {
            String text = MomentText.of(
                    at, style, presentation.zone(), presentation.now().instant());
            boolean hasTime = switch (style) {
                case TIME, DATE_TIME, WEEKDAY_DATE_TIME -> true;
                case DATE, RELATIVE -> false;
            };
            return hasTime ? text + " " + MomentText.zoneName(at, presentation.zone()) : text;
        }
        return "<t:" + at.getEpochSecond() + ":" + letter(style) + ">";
    }

    private static char letter(MomentStyle style) {
        return switch (style) {
            case TIME -> 't';
            case DATE -> 'D';
            case DATE_TIME -> 'f';
            case WEEKDAY_DATE_TIME -> 'F';
            case RELATIVE -> 'R';
        };
    }
}
