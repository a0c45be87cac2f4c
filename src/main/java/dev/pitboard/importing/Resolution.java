package dev.pitboard.importing;

import dev.pitboard.importing.Weekends.Weekend;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a draft and the answers to its questions come to against the timetable in force. A pure function of those.
 *
 * @param plans of each season of which something would change
 * @param items every session that was read or that the input lacks
 * @param questions everything that is or was asked, in the order of the input
 */
public record Resolution(List<SeasonPlan> plans, List<Item> items, List<Asked> questions) {
    public Resolution {
        plans = List.copyOf(plans);
        items = List.copyOf(items);
        questions = List.copyOf(questions);
    }

    static Resolution of(Draft draft, Answers answers, Present present) {
        return new Work(draft, answers, present).resolved();
    }

    /** What is still to be answered. */
    public List<Asked> open() {
        return questions.stream().filter(Asked::open).toList();
    }

    /** How many have that fate. */
    public long count(Fate fate) {
        return items.stream().filter(i -> i.fate() == fate).count();
    }

    private static final class Work {
        private final Answers answers;
        private final Present present;
        private final SeriesChoice series;
        private final Map<String, Asked> questions;
        private final List<Piece> pieces;
        private final List<Item> items = new ArrayList<>();
        private final Map<String, SeasonWork> seasons = new LinkedHashMap<>();

        Work(Draft draft, Answers answers, Present present) {
            this.answers = answers;
            this.present = present;
            Doubts doubts = Doubts.of(draft, answers);
            this.pieces = doubts.pieces();
            this.questions = new LinkedHashMap<>(doubts.questions());
            this.series = new SeriesChoice(present.timetable(), answers, present.source(), pieces);
        }

        private void ask(Asked asked) {
            questions.put(asked.key(), asked);
        }

        Resolution resolved() {
            SequencedMap<Piece, Series> mine = new LinkedHashMap<>();
            for (Piece piece : pieces) {
                Series of = seriesOf(piece);
                if (of != null) {
                    mine.put(piece, of);
                }
            }
            Weekends.of(mine).forEach(this::place);
            seasons.values().forEach(s -> items.addAll(s.items()));
            List<SeasonPlan> plans = seasons.values().stream()
                    .map(SeasonWork::plan)
                    .filter(Objects::nonNull)
                    .toList();
            List<Asked> sorted = questions.values().stream()
                    .sorted(Comparator.comparingInt(Asked::line))
                    .toList();
            return new Resolution(plans, items, sorted);
        }

        /** Null where that is not known or the session is to be left out; then it is among the items already. */
        private @Nullable Series seriesOf(Piece piece) {
            DraftSession read = piece.read();
            if (read.kind() == SessionKind.OTHER && noTrackSessionOf(read.series())) {
                items.add(alone(Fate.LEFT_OUT, piece, "no session of the track", Set.of()));
                return null;
            }
            SeriesChoice.Choice choice = series.of(read.series());
            if (choice.question() != null) {
                ask(choice.question());
            }
            if (piece.skipped() || choice.skipped()) {
                if (choice.series() == null) {
                    items.add(alone(Fate.LEFT_OUT, piece, "left out, as answered", Set.of()));
                }
                return choice.series();
            }
            if (choice.series() == null) {
                Asked asked = Objects.requireNonNull(choice.question());
                items.add(alone(
                        Fate.NEW, piece, null, piece.waitingFor(asked.key()).open()));
            }
            return choice.series();
        }

        private boolean noTrackSessionOf(@Nullable String name) {
            return pieces.stream()
                    .map(Piece::read)
                    .noneMatch(p -> p.kind() != SessionKind.OTHER && Objects.equals(p.series(), name));
        }

        private static Item alone(Fate fate, Piece piece, @Nullable String reason, Set<String> open) {
            return new Item(fate, null, null, null, piece.read(), reason, open);
        }

        private void place(Weekend weekend) {
            Integer year = yearOf(weekend);
            if (year == null) {
                weekend.pieces()
                        .forEach(p -> items.add(alone(
                                p.skipped() ? Fate.LEFT_OUT : Fate.IMPOSSIBLE, p, "its date is not known", Set.of())));
                return;
            }
            Series of = weekend.series();
            seasons.computeIfAbsent(of.id() + "/" + year, _ -> new SeasonWork(of, year, present, answers, this::ask))
                    .add(weekend);
        }

        /** The season with the round that it is; else the year that was answered, if it can be; else that of the dates. */
        private @Nullable Integer yearOf(Weekend weekend) {
            LocalDate first = weekend.first();
            int near = first == null ? 9999 : first.getYear();
            Timetable timetable = present.timetable();
            List<Season> known = timetable.findSeries(weekend.series().id()).stream()
                    .flatMap(s -> s.seasons().stream())
                    .filter(s -> first == null || Math.abs(s.year() - near) <= 1)
                    .sorted(Comparator.comparingInt(s -> Math.abs(s.year() - near)))
                    .toList();
            String round = answers.said(Answers.ROUND);
            for (Season season : known) {
                if (RoundChoice.find(season, weekend, round).isPresent()) {
                    return season.year();
                }
            }
            Integer answered = answers.year();
            if (answered != null && (first == null || Math.abs(answered - near) <= 1)) {
                return answered;
            }
            return first == null ? null : Integer.valueOf(near);
        }
    }
}
