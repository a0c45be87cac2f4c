package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.pitboard.motorsport.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ShippedFilesTest {
    static final Path CONFIG = Path.of("config");

    static Timetable shipped() {
        Loaded loaded = SeasonFiles.read(CONFIG);
        assertEquals(List.of(), loaded.problems());
        Timetable timetable = loaded.timetable();
        assertNotNull(timetable);
        return timetable;
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFileHasNoProblem() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CONFIG)) {
            files = walk.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertEquals(List.of(), SeasonFiles.check(List.of(file)))));
    }

    @Test
    void everythingTogetherHasNoProblem() {
        assertEquals(14, shipped().circuits().size());
    }
}
