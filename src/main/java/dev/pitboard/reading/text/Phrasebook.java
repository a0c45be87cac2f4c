package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single phrases, such as the cells of a table or the title of an event, with the words and notations of the text reader. */
public final class Phrasebook {
    /**
     * What a phrase says; null and SCHEDULED where it says nothing of the kind.
     *
     * @param kind what the session it names is for
     * @param series as the list of series calls it
     * @param minutes a length
     * @param start minutes after midnight
     * @param end minutes after midnight, of a range
     * @param before what stands before the name of the session, such as that of the event
     * @param name the name of the session, with all that stands behind it; empty where there is none
     */
    public record Phrase(
            @Nullable SessionKind kind,
            @Nullable String series,
            @Nullable Integer minutes,
            @Nullable Integer start,
            @Nullable Integer end,
            DraftStatus status,
            String before,
            String name) {}

    /**
     * A day in figures or words.
     *
     * @param swappable whether day and month may also be the other way round
     */
    public record PrintedDay(
            int day,
            int month,
            @Nullable Integer year,
            @Nullable DayOfWeek weekday,
            boolean swappable) {}

    private static final Style STYLE = new Style(Vocabulary.LANGUAGES, true, false, false, true, true);
    private static final Map<String, SessionKind> CODES = codes();

    private final Scanner scanner;
    private final Scanner dotted;
    private final Zones zones;

    /** @param series those whose names are to be known beside the ones that come with the program */
    public Phrasebook(List<Series> series) {
        Vocabulary words = new Vocabulary();
        zones = new Zones(words);
        SeriesWords.addTo(words, series);
        scanner = new Scanner(words, STYLE, zones);
        dotted = new Scanner(words, new Style(Vocabulary.LANGUAGES, false, true, false, true, true), zones);
    }

    /** What {@code text} says. */
    public Phrase read(String text) {
        return phrase(text, scanner);
    }

    private static Phrase phrase(String text, Scanner scanner) {
        Text line = Text.of(text);
        List<Token> tokens = SeriesWords.join(line, scanner.scan(line));
        List<Label> labels = labels(tokens);
        Time time = first(tokens, Time.class);
        Length length = first(tokens, Length.class);
        SeriesName series = first(tokens, SeriesName.class);
        SessionKind coded = CODES.get(plain(text));
        return new Phrase(
                coded != null
                        ? coded
                        : labels.isEmpty() ? null : labels.getLast().kind(),
                series == null ? null : series.name(),
                length == null ? null : Integer.valueOf(length.minutes()),
                time == null ? null : Integer.valueOf(time.start()),
                time == null ? null : time.end(),
                status(tokens),
                labels.isEmpty()
                        ? ""
                        : Naming.clean(text.substring(0, labels.getFirst().from())),
                labels.isEmpty()
                        ? ""
                        : Naming.clean(text.substring(labels.getFirst().from())));
    }

    /** The names that are sure, or else all; the last one counts: a "Superpole Race" is a race. */
    private static List<Label> labels(List<Token> tokens) {
        List<Label> labels = tokens.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
        List<Label> sure = labels.stream().filter(l -> !l.weak()).toList();
        return sure.isEmpty() ? labels : sure;
    }

    private static DraftStatus status(List<Token> tokens) {
        for (Token token : tokens) {
            if (token instanceof Cue cue && cue.is("cancelled")) {
                return DraftStatus.CANCELLED;
            }
            if (token instanceof Cue cue && (cue.is("tbc") || cue.is("postponed"))) {
                return DraftStatus.TBC;
            }
        }
        return DraftStatus.SCHEDULED;
    }

    private static <T extends Token> @Nullable T first(List<Token> tokens, Class<T> type) {
        return tokens.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** The time in a cell that has nothing but a time, in any notation: 11:20, 11.20, 11h20, 2 pm, 14 Uhr, 11:20-12:00. */
    public Phrase time(String cell) {
        Phrase read = phrase(cell, scanner);
        return read.start() != null ? read : phrase(cell, dotted);
    }

    /** The day in a cell, or null where it is none. */
    public @Nullable PrintedDay day(String cell) {
        Text line = Text.of(cell);
        Day day = first(scanner.scan(line), Day.class);
        Integer of = day == null ? null : day.day();
        Integer month = day == null ? null : day.month();
        if (day == null || of == null || month == null) {
            return null;
        }
        LocalDate date = Years.date(day, day.year() == null ? 2024 : day.year());
        return date == null ? null : new PrintedDay(of, month, day.year(), day.weekday(), day.swappable());
    }

    /** The zone a cell or a time names, or null. */
    @Nullable
    ZoneLabel zone(String cell) {
        Text line = Text.of(cell);
        Zone zone = first(scanner.scan(line), Zone.class);
        return zone == null ? null : zone.label();
    }

    private static String plain(String text) {
        return Folding.fold(text).replaceAll("[\\s_]+", " ").strip();
    }

    /** Codes that stand for a session in calendars, by their plain spelling. */
    private static Map<String, SessionKind> codes() {
        return WordFile.read("codes").stream()
                .flatMap(entry -> entry.phrases().stream()
                        .map(phrase -> Map.entry(
                                plain(phrase),
                                SessionKind.valueOf(
                                        Objects.requireNonNull(entry.key()).toUpperCase(Locale.ROOT)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
