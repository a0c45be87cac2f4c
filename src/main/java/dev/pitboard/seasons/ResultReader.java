package dev.pitboard.seasons;

import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.seasons.SeasonFile.ResultFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the results of one round. */
final class ResultReader {
    private ResultReader() {}

    static List<Result> read(@Nullable List<@Nullable ResultFile> files, List<Session> sessions, At at) {
        List<String> races = sessions.stream()
                .filter(s -> s.kind() == SessionKind.RACE || s.kind() == SessionKind.SPRINT)
                .map(Session::name)
                .toList();
        Map<String, Integer> taken = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            ResultFile file = files.get(i);
            Result result = file == null ? null : result(file, races, taken, at.index(i));
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static @Nullable Result result(ResultFile file, List<String> races, Map<String, Integer> taken, At at) {
        String race = Words.name(file.race(), at.key("race"));
        if (race != null && !races.isEmpty() && !races.contains(race)) {
            Words.unknown(race, "a race of this round", races, at.key("race"));
        }
        Integer place = Words.within(file.place(), 1, 500, "a place", at.key("place"));
        String category = Words.name(file.category(), at.key("class"));
        String number = EntryReader.number(file.number(), at.key("number"));
        List<String> drivers = Words.names(file.drivers(), at.key("drivers"));
        String team = Words.name(file.team(), at.key("team"));
        String car = Words.name(file.car(), at.key("car"));
        Source source = Words.source(file.source(), at.key("source"));
        if (file.number() == null && drivers.isEmpty() && team == null) {
            at.error("says neither which car nor who: give \"number\", \"drivers\" or \"team\"");
        }
        if (race == null || place == null) {
            return null;
        }
        Integer first = taken.putIfAbsent(race + "\n" + place + "\n" + category, at.line());
        if (first != null) {
            at.key("place").error("this place of the same race and class is already given on line " + first);
        }
        return new Result(race, place, category, number, drivers, team, car, file.note(), source);
    }
}
