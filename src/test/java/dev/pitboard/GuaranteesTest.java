package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every sentence of docs/guarantees.md names a test, and every test it names is there. */
final class GuaranteesTest {
    private static final Path PAGE = Path.of("docs", "guarantees.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

    /** A test method as it is written. */
    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|TestFactory)\\b[^{;]*?\\s(\\w+)\\(", Pattern.DOTALL);

    @Test
    void everySentenceNamesATest() throws IOException {
        List<String> sentences = Files.readString(PAGE)
                .transform(page -> page.substring(page.indexOf("\n## 1."), page.indexOf("\n## What is not promised")))
                .lines()
                .filter(line -> line.startsWith("- "))
                .toList();
        assertTrue(sentences.size() > 20, () -> "only " + sentences.size() + " sentences");
        assertEquals(
                List.of(),
                sentences.stream().filter(line -> !NAMED.matcher(line).find()).toList());
    }

    @Test
    void everyTestNamedIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        for (MatchResult named : NAMED.matcher(Files.readString(PAGE)).results().toList()) {
            if (!tests(sources.getOrDefault(named.group(1), "")).contains(named.group(2))) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    private static Set<String> tests(String source) {
        return TEST.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** By the name of the class; where several packages have one of a name, together. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (var files = Files.walk(TESTS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
