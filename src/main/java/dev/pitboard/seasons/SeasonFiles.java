package dev.pitboard.seasons;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.seasons.CircuitReader.Circuits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a config folder: {@code circuits.yaml}, {@code series/<id>/series.yaml} and {@code series/<id>/<year>.yaml}. Bad content is
 * never thrown but reported, all of it at once.
 *
 * <p>A file that can't be used takes nothing else down: its season, series or circuit is taken from the last good timetable where
 * there is one (while running) and left out where there is none (at the start). A file that was deleted is gone.
 */
public final class SeasonFiles {
    static final String CIRCUITS = "circuits.yaml";
    static final String SERIES = "series.yaml";
    static final Pattern SEASON = Pattern.compile("(\\d{4})\\.yaml");

    private final Timetable lastGood;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<SeasonId> unread = new HashSet<>();

    private SeasonFiles(Timetable lastGood) {
        this.lastGood = lastGood;
    }

    /** Reads everything under {@code configDir}; what can't be used is left out. */
    public static Loaded read(Path configDir) {
        return read(configDir, Timetable.empty());
    }

    /** Reads everything under {@code configDir}; what can't be used stays as it is in {@code lastGood}. */
    public static Loaded read(Path configDir, Timetable lastGood) {
        SeasonFiles files = new SeasonFiles(lastGood);
        Timetable timetable = files.timetable(configDir.normalize());
        return new Loaded(timetable, files.unread, files.problems);
    }

    /** The circuits under {@code configDir} that can be used, also where there is no series yet. */
    public static List<Circuit> circuitsIn(Path configDir) {
        Circuits circuits = new SeasonFiles(Timetable.empty())
                .circuits(configDir.normalize().resolve(CIRCUITS));
        return circuits == null ? List.of() : List.copyOf(circuits.good().values());
    }

    /**
     * Checks files, each with the {@code circuits.yaml} and {@code series.yaml} that belong to it, or whole config folders. Of the
     * files beside it only {@code circuits.yaml} is reported too, since nothing can be checked without it.
     */
    public static List<Problem> check(List<Path> paths) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Path path : paths) {
            problems.addAll(checkOne(path.normalize()));
        }
        return List.copyOf(problems);
    }

    private static List<Problem> checkOne(Path path) {
        if (Files.isDirectory(path)) {
            return read(path).problems();
        }
        SeasonFiles files = new SeasonFiles(Timetable.empty());
        Path folder = path.toAbsolutePath().normalize().getParent();
        String name = String.valueOf(path.getFileName());
        if (!Files.exists(path) || folder == null) {
            files.problem(path, "there is no such file");
        } else if (name.equals(CIRCUITS)) {
            files.circuits(path);
        } else if (name.equals(SERIES)) {
            files.series(idOf(folder), path);
        } else if (SEASON.matcher(name).matches()) {
            Circuits circuits = files.circuits(circuitsFor(path));
            Path seriesFile = path.resolveSibling(SERIES);
            Series series = new SeasonFiles(Timetable.empty()).series(idOf(folder), seriesFile);
            files.season(
                    idOf(folder),
                    path,
                    series == null ? List.of() : series.kinds(),
                    circuits == null ? new Circuits(Map.of(), Set.of(), false) : circuits);
        } else {
            files.problem(path, "is not a file Pitboard reads: those are circuits.yaml, series.yaml and <year>.yaml");
        }
        return files.problems;
    }

    private static String idOf(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    /** Beside the season file, else where a config folder has it. */
    private static Path circuitsFor(Path season) {
        Path beside = season.resolveSibling(CIRCUITS);
        return Files.exists(beside)
                ? beside
                : season.resolveSibling("..").resolve("..").resolve(CIRCUITS).normalize();
    }

    private void problem(Path file, String message) {
        problems.add(new Problem(file, 0, "", message, null, Problem.Severity.ERROR));
    }

    private void warning(Path file, String message) {
        problems.add(new Problem(file, 0, "", message, null, Problem.Severity.WARNING));
    }

    private @Nullable Timetable timetable(Path config) {
        if (!Files.isDirectory(config)) {
            problem(
                    config,
                    "there is no such folder; set PITBOARD_CONFIG to the folder with circuits.yaml and series/");
            return null;
        }
        Path seriesRoot = config.resolve("series");
        if (!Files.isDirectory(seriesRoot) && !Files.exists(config.resolve(CIRCUITS))) {
            problem(seriesRoot, "there is no such folder; each series has its own in it, such as series/gt4-european");
            return null;
        }
        Circuits circuits = circuits(config.resolve(CIRCUITS));
        Map<String, Circuit> usable = new LinkedHashMap<>();
        lastGood.circuits().forEach(c -> {
            if (circuits == null || circuits.broken().contains(c.id())) {
                usable.put(c.id(), c);
            }
        });
        if (circuits != null) {
            usable.putAll(circuits.good());
        }
        Circuits merged = new Circuits(
                usable, circuits == null ? Set.of() : circuits.broken(), circuits != null && circuits.complete());
        List<Path> folders = Files.isDirectory(seriesRoot) ? list(seriesRoot) : List.of();
        if (folders == null) {
            return null;
        }
        List<Series> all = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                Series series = seriesFolder(folder, merged);
                if (series != null) {
                    all.add(series);
                }
            }
        }
        if (all.isEmpty() && problems.stream().anyMatch(Problem::isError)) {
            return null;
        }
        if (all.isEmpty()) {
            warning(seriesRoot, "has no series in it; each has its own folder with a series.yaml, or is imported");
        }
        return new Timetable(all, List.copyOf(usable.values()));
    }

    private @Nullable Series seriesFolder(Path folder, Circuits circuits) {
        String id = idOf(folder);
        if (!Words.isId(id)) {
            problem(folder, "a series' folder is its id: 1 to 24 of a-z, 0-9 and -");
            return null;
        }
        Series before = lastGood.findSeries(id).orElse(null);
        Series series = series(id, folder.resolve(SERIES));
        List<SessionKind> kinds = series == null ? List.of() : series.kinds();
        List<Path> files = list(folder);
        List<Season> seasons = new ArrayList<>();
        for (Path file : files == null ? List.<Path>of() : files) {
            String name = String.valueOf(file.getFileName());
            if (SEASON.matcher(name).matches()) {
                Season season = season(id, file, kinds, circuits);
                if (season == null && before != null) {
                    season = before.findSeason(yearOf(file)).orElse(null);
                }
                if (season != null) {
                    seasons.add(season);
                }
                if (season == null || (series == null && before == null)) {
                    unread.add(new SeasonId(id, yearOf(file)));
                }
            } else if (!name.equals(SERIES) && name.matches(".*\\.ya?ml")) {
                warning(file, "is not read: a season's file is named like 2026.yaml");
            }
        }
        seasons.sort(Comparator.comparingInt(Season::year));
        Series facts = series == null ? before : series;
        List<Season> served = files == null && before != null ? before.seasons() : seasons;
        return facts == null
                ? null
                : new Series(
                        facts.id(),
                        facts.name(),
                        facts.aliases(),
                        facts.kinds(),
                        facts.links(),
                        facts.format(),
                        facts.points(),
                        facts.source(),
                        served);
    }

    /** What is in a folder by name, without hidden files; null when it can't be listed. */
    private @Nullable List<Path> list(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(p -> !String.valueOf(p.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problem(folder, "can't be listed: " + e.getMessage());
            return null;
        }
    }

    private @Nullable Circuits circuits(Path path) {
        Report report = new Report(path);
        CircuitsFile file = bind(path, CircuitsFile.class, report);
        Circuits circuits = file == null ? null : CircuitReader.read(file, report);
        problems.addAll(report.problems());
        return circuits;
    }

    private @Nullable Series series(String id, Path path) {
        Report report = new Report(path);
        SeriesFile file = bind(path, SeriesFile.class, report);
        Series series = file == null ? null : SeriesReader.read(id, file, report);
        problems.addAll(report.problems());
        return report.hasErrors() ? null : series;
    }

    private @Nullable Season season(String id, Path path, List<SessionKind> kinds, Circuits circuits) {
        Report report = new Report(path);
        SeasonFile file = bind(path, SeasonFile.class, report);
        Season season = file == null ? null : new SeasonReader(id, yearOf(path), kinds, circuits).read(file, report);
        problems.addAll(report.problems());
        return report.hasErrors() ? null : season;
    }

    private static int yearOf(Path season) {
        return Integer.parseInt(String.valueOf(season.getFileName()).substring(0, 4));
    }

    private static <T> @Nullable T bind(Path path, Class<T> type, Report report) {
        var root = YamlText.read(path, report);
        return root == null ? null : Shape.bind(root, type, report);
    }
}
