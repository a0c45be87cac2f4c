package dev.pitboard.reading.calendar;

import biweekly.component.VEvent;
import biweekly.property.TextProperty;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.text.Phrasebook;
import dev.pitboard.reading.text.Phrasebook.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an event say: the title, and the lines "Round: …" of the description where the title is a code only.
 *
 * @param kind null where no word of it is known
 * @param text the title as it stands
 */
record EventWords(
        @Nullable String series,
        @Nullable String round,
        String name,
        @Nullable SessionKind kind,
        DraftStatus status,
        String location,
        String text) {
    private static final Pattern BRACKET = Pattern.compile("^\\s*\\[([^\\]]{1,60})\\]\\s*");
    private static final Pattern TAG = Pattern.compile("(?<!\\S)#[\\p{L}\\d_]*\\p{L}[\\p{L}\\d_]*");
    private static final Pattern SIGNS = Pattern.compile(
            "[\\p{So}\\p{Cn}\\x{1F1E6}-\\x{1F1FF}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}\\x{FE0F}\\x{200D}]+");
    private static final int LONGEST = 200;

    static EventWords of(VEvent event, Phrasebook phrases) {
        String title = text(event.getSummary());
        String description = text(event.getDescription());
        Matcher bracket = BRACKET.matcher(title);
        boolean named = bracket.find();
        String inBracket = named ? bracket.group(1).strip() : "";
        String rest = plain(named ? title.substring(bracket.end()) : title);
        String said = line(description, "session|sitzung|séance|sessione|sesión|sessie");
        Phrase ofTitle = phrases.read(rest);
        Phrase ofLine = phrases.read(said);
        SessionKind kind = !said.isEmpty() && ofLine.kind() != null ? ofLine.kind() : ofTitle.kind();
        String series = first(inBracket, line(description, "category|class|series|championship"));
        Phrase whole = phrases.read(plain(title) + " " + inBracket);
        String round =
                first(line(description, "round|event|grand prix"), ofTitle.kind() == null ? "" : before(rest, ofTitle));
        return new EventWords(
                series.isEmpty() ? whole.series() : series(series, phrases),
                round.isEmpty() ? null : round,
                cut(first(said, ofTitle.before().isEmpty() ? rest : ofTitle.name(), rest, title, "Event")),
                kind,
                whole.status(),
                cut(text(event.getLocation())),
                cut(title.isEmpty() ? said : title));
    }

    private static String series(String written, Phrasebook phrases) {
        String known = phrases.read(written).series();
        return known != null && known.equalsIgnoreCase(written) ? known : written;
    }

    /** "Bahrain Grand Prix" in "F1: Bahrain Grand Prix - Qualifying". */
    private static String before(String title, Phrase phrase) {
        String before = phrase.before();
        int colon = before.indexOf(": ");
        String round = colon >= 0 ? before.substring(colon + 2) : before;
        return round.length() < 3 || round.equalsIgnoreCase(phrase.series()) || round.length() >= title.length()
                ? ""
                : round.strip();
    }

    /** What stands behind one of the words on a line of its own. */
    private static String line(String description, String words) {
        Matcher matcher = Pattern.compile("(?im)^\\s*(?:" + words + ")\\s*:\\s*(\\S.*?)\\s*$")
                .matcher(description);
        return matcher.find() ? cut(matcher.group(1)) : "";
    }

    private static String plain(String title) {
        String plain = SIGNS.matcher(TAG.matcher(title).replaceAll(" ")).replaceAll(" ");
        return plain.replaceAll("\\s+", " ").strip();
    }

    private static String first(String... texts) {
        return List.of(texts).stream().filter(t -> !t.isBlank()).findFirst().orElse("");
    }

    private static String cut(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.length() > LONGEST
                ? one.substring(0, one.offsetByCodePoints(0, Math.min(LONGEST, one.codePointCount(0, one.length()))))
                : one;
    }

    private static String text(@Nullable TextProperty property) {
        String value = property == null ? null : property.getValue();
        return value == null ? "" : value;
    }

    /** STATUS, or what the title says. */
    DraftStatus status(VEvent event) {
        String status = event.getStatus() == null
                ? ""
                : String.valueOf(event.getStatus().getValue());
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "CANCELLED", "CANCELED" -> DraftStatus.CANCELLED;
            case "TENTATIVE" -> status() == DraftStatus.CANCELLED ? DraftStatus.CANCELLED : DraftStatus.TBC;
            default -> status();
        };
    }
}
