package dev.pitboard.seasons;

import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Source;
import dev.pitboard.seasons.SeasonFile.DriverFile;
import dev.pitboard.seasons.SeasonFile.EntryFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the entries of a season. */
final class EntryReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}[A-Z]?");
    private static final String WHOLE_SEASON = "";

    private EntryReader() {}

    static List<Entry> read(@Nullable List<@Nullable EntryFile> files, Collection<String> roundIds, At at) {
        Map<String, Map<String, Integer>> linesByNumber = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            EntryFile file = files.get(i);
            Entry entry = file == null ? null : entry(file, roundIds, at.index(i));
            if (entry != null) {
                unique(entry, linesByNumber.computeIfAbsent(entry.number(), _ -> new HashMap<>()), at.index(i));
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The number on a car: text, so that 007 stays 007. */
    static @Nullable String number(@Nullable String number, At at) {
        if (number != null && !NUMBER.matcher(number).matches()) {
            at.error("\"" + Shape.abridged(number) + "\" is not a car's number: up to three digits");
            return null;
        }
        return number;
    }

    private static @Nullable Entry entry(EntryFile file, Collection<String> roundIds, At at) {
        String number = number(file.number(), at.key("number"));
        String team = Words.name(file.team(), at.key("team"));
        String car = Words.name(file.car(), at.key("car"));
        String category = Words.name(file.category(), at.key("class"));
        List<Driver> drivers = drivers(file.drivers(), at.key("drivers"));
        List<String> rounds = Words.names(file.rounds(), at.key("rounds"));
        for (int i = 0; i < rounds.size(); i++) {
            if (!roundIds.contains(rounds.get(i))) {
                Words.unknown(
                        rounds.get(i),
                        "a round of this season",
                        roundIds,
                        at.key("rounds").index(i));
            }
        }
        var links = Words.links(file.links(), at.key("links"));
        Source source = Words.source(file.source(), at.key("source"));
        if (drivers.isEmpty() && team == null) {
            at.error("says neither who nor which team: give \"drivers\" or \"team\"");
        }
        return number == null
                ? null
                : new Entry(number, team, car, category, drivers, rounds, links, Words.list(file.notes()), source);
    }

    private static List<Driver> drivers(@Nullable List<@Nullable DriverFile> files, At at) {
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            DriverFile file = files.get(i);
            if (file != null) {
                String name = Words.name(file.name(), at.index(i).key("name"));
                String country = Words.country(file.country(), at.index(i).key("country"));
                if (name != null) {
                    drivers.add(new Driver(name, country));
                }
            }
        }
        return drivers;
    }

    /** A number may be used again in other rounds, since guests and new pairings do; never twice in one. */
    private static void unique(Entry entry, Map<String, Integer> lines, At at) {
        Integer whole = lines.get(WHOLE_SEASON);
        List<String> rounds = entry.rounds().isEmpty() ? List.of(WHOLE_SEASON) : entry.rounds();
        Integer clash = whole;
        for (String round : rounds) {
            Integer line = round.equals(WHOLE_SEASON)
                    ? lines.values().stream().min(Integer::compare).orElse(null)
                    : lines.get(round);
            clash = clash == null ? line : clash;
            lines.putIfAbsent(round, at.line());
        }
        if (clash != null) {
            at.key("number")
                    .error("number " + entry.number() + " is already entered on line " + clash
                            + "; where they are different rounds, say so with \"rounds\"");
        }
    }
}
