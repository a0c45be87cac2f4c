package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents.Result;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.health.Condition;
import dev.pitboard.metrics.Gauges;
import dev.pitboard.metrics.Link;
import dev.pitboard.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alert rules in docs/ are about metrics, labels and values that there are, and docs/operations.md explains them all. */
@TestInstance(Lifecycle.PER_CLASS)
final class AlertRulesTest {
    /** Made by Prometheus itself; {@code job} and {@code instance} are its labels. */
    private static final Set<String> THEIRS = Set.of("up", "job", "instance", "le");

    private static final Pattern NAME = Pattern.compile("\\b(?:pitboard|jvm|process)_\\w+");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*=(~?)\\s*\"([^\"]*)\"");

    private final List<String> page =
            page().lines().filter(line -> !line.startsWith("#")).toList();

    /** A rule as it stands in the file. */
    record Rule(String alert, String expr, Map<?, ?> labels, Map<?, ?> annotations) {
        @Override
        public String toString() {
            return alert;
        }
    }

    private static String page() {
        try (Metrics metrics = new Metrics("1")) {
            Link link = new Link(Map::of, List::of, Optional::empty);
            metrics.watch(new Gauges(
                    List.of("discord", "telegram", "scheduler", "database"),
                    () -> Map.of("discord", Condition.up()),
                    Map.of(Platform.DISCORD, link, Platform.TELEGRAM, link),
                    Map::of,
                    () -> 0L,
                    Map::of,
                    InstantSource.fixed(Instant.EPOCH),
                    InstantSource.fixed(Instant.EPOCH)));
            metrics.commands().answered(Platform.DISCORD, "help", Result.ANSWERED, Duration.ZERO);
            metrics.deliveries().unsent(Platform.DISCORD, DeliveryState.EXPIRED, 1);
            return metrics.page();
        }
    }

    static Stream<Rule> rules() throws IOException {
        Object file =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("docs/alerts.yaml")));
        List<?> groups = (List<?>) of(file, "groups");
        return groups.stream()
                .flatMap(group -> ((List<?>) of(group, "rules")).stream())
                .map(rule -> new Rule(
                        String.valueOf(of(rule, "alert")),
                        String.valueOf(of(rule, "expr")),
                        (Map<?, ?>) of(rule, "labels"),
                        (Map<?, ?>) of(rule, "annotations")));
    }

    private static Object of(Object map, String key) {
        Object value = ((Map<?, ?>) map).get(key);
        if (value == null) {
            throw new AssertionError(map + " has no " + key);
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsAboutWhatThereIs(Rule rule) {
        List<MatchResult> names = NAME.matcher(rule.expr()).results().toList();
        for (MatchResult name : names) {
            assertTrue(
                    page.stream().anyMatch(line -> line.matches(name.group() + "[ {].*")), "no metric " + name.group());
        }
        assertTrue(!names.isEmpty() || rule.expr().contains("up{"), "about nothing");
        MATCHER.matcher(rule.expr())
                .results()
                .filter(m -> !THEIRS.contains(m.group(1)))
                .forEach(m -> {
                    for (String value : m.group(2).isEmpty()
                            ? List.of(m.group(3))
                            : List.of(m.group(3).split("\\|", -1))) {
                        String label = m.group(1) + "=\"" + value + "\"";
                        assertTrue(page.stream().anyMatch(line -> line.contains(label)), "nothing has " + label);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleSaysHowMuchItMattersAndWhy(Rule rule) {
        assertTrue(
                Set.of("page", "ticket").contains(String.valueOf(rule.labels().get("severity"))), rule.alert());
        assertTrue(String.valueOf(rule.annotations().get("summary")).endsWith("."), rule.alert());
        assertEquals(
                rule.expr().chars().filter(c -> c == '(').count(),
                rule.expr().chars().filter(c -> c == ')').count());
    }

    @Test
    void everyRuleIsExplained() throws IOException {
        Set<String> explained = Files.readAllLines(Path.of("docs/operations.md")).stream()
                .filter(line -> line.startsWith("| Pitboard"))
                .map(line -> line.split(" ", 3)[1])
                .collect(Collectors.toSet());
        assertEquals(rules().map(Rule::alert).collect(Collectors.toSet()), explained);
    }

    @Test
    void everyNumberOfOursIsExplainedWithItsLabels() throws IOException {
        String text = Files.readString(Path.of("docs/operations.md"));
        Set<String> explained = new TreeSet<>();
        Pattern.compile("^\\| `(pitboard_\\w+)", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .forEach(m -> explained.add(m.group(1)));
        Set<String> there = new HashSet<>();
        for (String line : page) {
            if (line.startsWith("pitboard_")) {
                String name = line.split("[ {]", 2)[0];
                there.add(name.replaceFirst("(_seconds)_(bucket|count|sum|max)$", "$1"));
            }
        }
        assertEquals(new TreeSet<>(there), explained);
    }

    @Test
    void noLabelNamesAChat() {
        Set<String> labels = new TreeSet<>();
        page.stream()
                .filter(line -> line.startsWith("pitboard_"))
                .forEach(line -> MATCHER.matcher(line).results().forEach(m -> labels.add(m.group(1))));
        assertFalse(labels.isEmpty());
        assertEquals(
                Set.of(
                        "answer",
                        "command",
                        "connected",
                        "le",
                        "part",
                        "platform",
                        "result",
                        "state",
                        "status",
                        "version"),
                labels);
    }
}
