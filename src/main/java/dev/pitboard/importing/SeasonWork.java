package dev.pitboard.importing;

import dev.pitboard.importing.Weekends.Weekend;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One season with what was read about it. */
final class SeasonWork {
    private final Series series;
    private final int year;
    private final @Nullable Season before;
    private final Present present;
    private final Answers answers;
    private final Consumer<Asked> questions;
    private final Map<RoundId, RoundWork> rounds = new LinkedHashMap<>();
    private final List<Item> waiting = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<Integer> numbers = new HashSet<>();

    SeasonWork(Series series, int year, Present present, Answers answers, Consumer<Asked> questions) {
        this.series = series;
        this.year = year;
        this.before = present.timetable()
                .findSeries(series.id())
                .flatMap(s -> s.findSeason(year))
                .orElse(null);
        this.present = present;
        this.answers = answers;
        this.questions = questions;
        if (before != null) {
            before.rounds().forEach(r -> {
                ids.add(r.id().round());
                if (r.number() != null) {
                    numbers.add(r.number());
                }
            });
        }
    }

    void add(Weekend weekend) {
        String answered = answers.said(Answers.ROUND);
        Round known = before == null
                ? null
                : RoundChoice.find(before, weekend, answered).orElse(null);
        if (known != null) {
            work(known, false).add(weekend.pieces());
            return;
        }
        int line = weekend.pieces().getFirst().read().line();
        String name = weekend.round() == null ? answered : weekend.round();
        if (name == null && weekend.venue() == null && answers.said(Answers.CIRCUIT) == null) {
            wait(
                    weekend,
                    new Asked(
                            Answers.ROUND, line, "Which round is it?", "the round's name or number", List.of(), null));
            return;
        }
        CircuitChoice.Choice choice =
                new CircuitChoice(present.timetable(), answers).of(weekend.venue(), circuitIn(name), line);
        if (choice.question() != null) {
            questions.accept(choice.question());
        }
        if (choice.circuit() == null || weekend.first() == null || weekend.last() == null) {
            wait(weekend, choice.question());
        } else {
            work(made(choice.circuit(), name, weekend.first(), weekend.last()), true)
                    .add(weekend.pieces());
        }
    }

    private static @Nullable String circuitIn(@Nullable String round) {
        return round == null || RoundChoice.number(round) != null ? null : round;
    }

    private void wait(Weekend weekend, @Nullable Asked asked) {
        if (asked != null) {
            questions.accept(asked);
        }
        String key = asked == null || !asked.open() ? null : asked.key();
        for (Piece piece : weekend.pieces()) {
            Fate fate = piece.skipped() ? Fate.LEFT_OUT : key == null ? Fate.IMPOSSIBLE : Fate.NEW;
            waiting.add(new Item(
                    fate,
                    null,
                    null,
                    null,
                    piece.read(),
                    key == null ? "neither its date nor a round that it belongs to is known" : null,
                    key == null || piece.skipped()
                            ? Set.of()
                            : piece.waitingFor(key).open()));
        }
    }

    private RoundWork work(Round round, boolean isNew) {
        return rounds.computeIfAbsent(
                round.id(), _ -> new RoundWork(round, isNew, answers, present.byHand(), questions));
    }

    /** A round that is not on the timetable yet, with an id of its own. */
    private Round made(Circuit circuit, @Nullable String name, LocalDate first, LocalDate last) {
        String shortName =
                circuit.aliases().isEmpty() ? circuit.name() : circuit.aliases().getFirst();
        Integer number = name == null ? null : RoundChoice.number(name);
        String called = name == null || number != null ? shortName : name.substring(0, Math.min(100, name.length()));
        String word = Answers.word(shortName, circuit.id());
        List<String> wanted = new ArrayList<>(List.of(word));
        if (!called.equals(shortName)) {
            wanted.add(Answers.word(called, word));
        }
        String cut = word.substring(0, Math.min(13, word.length()));
        wanted.add(cut + "-"
                + first.getMonth()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT));
        String id = Stream.concat(wanted.stream(), Stream.iterate(2, i -> i + 1).map(i -> cut + "-" + i))
                .filter(ids::add)
                .findFirst()
                .orElseThrow();
        return new Round(
                new RoundId(series.id(), year, id),
                number != null && number >= 1 && numbers.add(number) ? number : null,
                called,
                circuit,
                first,
                last,
                Status.SCHEDULED,
                null,
                List.of(),
                List.of(),
                List.of(),
                present.source());
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        boolean others = series.kinds().contains(SessionKind.OTHER);
        rounds.values().forEach(r -> items.addAll(r.items(others)));
        items.addAll(waiting);
        return items;
    }

    /** What it comes to, or null where nothing is taken in. */
    @Nullable
    SeasonPlan plan() {
        Source source = present.source();
        List<Round> after = new ArrayList<>();
        if (before != null) {
            before.rounds().forEach(r -> {
                RoundWork work = rounds.get(r.id());
                after.add(work == null ? r : Objects.requireNonNullElse(work.after(source), r));
            });
        }
        rounds.values().stream()
                .filter(RoundWork::isNew)
                .map(work -> work.after(source))
                .filter(Objects::nonNull)
                .forEach(after::add);
        if (after.isEmpty() || (before != null && after.equals(before.rounds()))) {
            return null;
        }
        Season season = before == null
                ? new Season(series.id(), year, source, after, List.of(), List.of(), List.of(), null)
                : Changes.withRounds(before, after);
        return new SeasonPlan(series, year, before, Changes.inOrder(season));
    }
}
