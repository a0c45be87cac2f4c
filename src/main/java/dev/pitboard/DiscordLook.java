package dev.pitboard;

import dev.pitboard.card.MomentText;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span.MomentStyle;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Discord's markdown as Discord would draw it, as far as a terminal can. */
final class DiscordLook {
    private static final Pattern TIMESTAMP = Pattern.compile("<t:(-?\\d+):([tTdDfFR])>");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(<[^>]*>\\)");
    private static final Pattern TITLE = Pattern.compile("^(▌ )?(## |### )(.*)$");
    private static final Pattern SMALL = Pattern.compile("^(▌ )?-# (.*)$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([^A-Za-z0-9\\s])");

    private final Presentation presentation;
    private final boolean ansi;

    DiscordLook(Presentation presentation, boolean ansi) {
        this.presentation = presentation;
        this.ansi = ansi;
    }

    String of(List<String> lines) {
        return lines.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String markdown) {
        String line = TIMESTAMP
                .matcher(markdown)
                .replaceAll(m -> moment(Instant.ofEpochSecond(Long.parseLong(m.group(1))), m.group(2)));
        line = TITLE.matcher(line).replaceAll("$1**$3**");
        line = SMALL.matcher(line).replaceAll("$1" + sgr("2", "$2"));
        line = LINK.matcher(line).replaceAll(sgr("4", "$1"));
        line = CODE.matcher(line).replaceAll(sgr("36", "$1"));
        line = BOLD.matcher(line).replaceAll(sgr("1", "$1"));
        return ESCAPED.matcher(line).replaceAll("$1");
    }

    private String moment(Instant at, String letter) {
        MomentStyle style = switch (letter) {
            case "t", "T" -> MomentStyle.TIME;
            case "d", "D" -> MomentStyle.DATE;
            case "f" -> MomentStyle.DATE_TIME;
            case "R" -> MomentStyle.RELATIVE;
            default -> MomentStyle.WEEKDAY_DATE_TIME;
        };
        return MomentText.of(at, style, presentation.zone(), presentation.now().instant());
    }

    private String sgr(String parameter, String text) {
        return ansi ? "\u001b[" + parameter + "m" + text + "\u001b[0m" : text;
    }
}
