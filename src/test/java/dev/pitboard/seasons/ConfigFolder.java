package dev.pitboard.seasons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A config folder with one small series in it, to be spoilt by a test. */
final class ConfigFolder {
    static final String CIRCUITS = """
            circuits:
              - id: barcelona
                name: Circuit de Barcelona-Catalunya
                aliases: [Barcelona]
                place: Montmeló
                country: ES
                zone: Europe/Madrid
                coordinates: { latitude: 41.57, longitude: 2.261111 }
                metres: 4657
                corners: 14
              - { id: vallelunga, name: Vallelunga, place: Rome, country: IT, zone: Europe/Rome }
            """;
    static final String SERIES = """
            name: GT4 European Series
            kinds: [practice, qualifying, race, other]
            source: { name: Press release }
            """;
    static final String SEASON = """
            season: 2023
            source: { name: Press release, checked: 2023-09-27 }
            rounds:
              - id: barcelona
                number: 6
                circuit: barcelona
                dates: 2023-09-29..2023-10-01
                sessions:
                  - { id: fp1, kind: practice, name: Free Practice 1, start: 2023-09-29T11:20, minutes: 60 }
                  - id: qualifying
                    kind: qualifying
                    name: Qualifying
                    start: 2023-09-30T11:25
                    minutes: 40
                    parts: [{ name: Q1, minutes: 20, start: 11:25 }, { name: Q2, minutes: 20 }]
                  - { id: race-1, kind: race, name: Race 1, start: 2023-09-30T16:50, minutes: 60 }
            """;

    final Path root;

    ConfigFolder(Path root) {
        this.root = root;
        write("circuits.yaml", CIRCUITS);
        write("series/gt4/series.yaml", SERIES);
        write("series/gt4/2023.yaml", SEASON);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The season file with one piece replaced. */
    void season(String piece, String by) {
        write("series/gt4/2023.yaml", replaced(SEASON, piece, by));
    }

    static String replaced(String text, String piece, String by) {
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("not in the text: " + piece);
        }
        return text.replace(piece, by);
    }

    Loaded read() {
        return SeasonFiles.read(root);
    }

    /** What is wrong, with file names relative to this folder. */
    List<String> problems() {
        return render(read().problems());
    }

    List<String> render(List<Problem> problems) {
        return problems.stream().map(p -> p.render().replace(root + "/", "")).toList();
    }
}
