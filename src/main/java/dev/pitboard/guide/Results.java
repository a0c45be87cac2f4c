package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import dev.pitboard.command.Suggestions;
import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places taken in races. */
final class Results {
    private Results() {}

    /** What a car and its crew had achieved by then in a season, in the order of the rounds. */
    static List<Block.Row> of(Entry entry, List<Weekend> season, Instant now) {
        List<Block.Row> rows = new ArrayList<>();
        for (Weekend weekend : season) {
            Round round = weekend.round();
            for (Result result : round.results()) {
                if (belongs(result, entry, round) && isOver(result, weekend, now)) {
                    rows.add(new Block.Row(
                            Line.of(place(result)), Line.of(round.name() + " " + result.race()), details(result)));
                }
            }
        }
        return rows;
    }

    static String teamAndCar(Result result) {
        return Stream.of(result.team(), result.car()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** Timetable time can be in the past of the files: a race that is not over by then has no result yet. */
    private static boolean isOver(Result result, Weekend weekend, Instant now) {
        return weekend.overBy(now)
                || weekend.fixtures().stream()
                        .filter(f -> f.session().name().equals(result.race()))
                        .map(Agenda::onUntil)
                        .anyMatch(until -> until != null && !until.isAfter(now));
    }

    private static String place(Result result) {
        return "P" + result.place() + (result.category() == null ? "" : " " + result.category());
    }

    private static List<Line> details(Result result) {
        return Stream.of(result.note()).filter(Objects::nonNull).map(Line::of).toList();
    }

    /** A number alone is not enough: guests use it in other rounds, and crews change. */
    private static boolean belongs(Result result, Entry entry, Round round) {
        boolean takesPart =
                entry.rounds().isEmpty() || entry.rounds().contains(round.id().round());
        boolean sameNumber = result.number() == null || result.number().equals(entry.number());
        boolean sameCrew = result.drivers().isEmpty()
                || result.drivers().stream()
                        .anyMatch(name -> entry.drivers().stream().anyMatch(d -> same(name, d)));
        boolean known = result.number() != null || !result.drivers().isEmpty();
        return takesPart && sameNumber && sameCrew && known;
    }

    /** Results often give family names only. */
    private static boolean same(String name, Driver driver) {
        String result = Suggestions.folded(name);
        String entered = Suggestions.folded(driver.name());
        return entered.equals(result) || entered.endsWith(" " + result) || result.endsWith(" " + entered);
    }
}
