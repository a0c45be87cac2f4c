package dev.pitboard.seasons;

import dev.pitboard.motorsport.Champion;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a season as its file: reading that gives the same season. Starts are the track's local time. */
public final class SeasonWriter {
    private final YamlLines yaml = new YamlLines();

    private SeasonWriter() {}

    /**
     * The content of {@code <year>.yaml}.
     *
     * @param circuits those in {@code circuits.yaml}; what has to be added there stands in a comment
     */
    public static String write(Season season, Collection<Circuit> circuits) {
        SeasonWriter writer = new SeasonWriter();
        writer.circuits(season, circuits.stream().map(Circuit::id).collect(Collectors.toSet()));
        writer.season(season);
        return writer.yaml.toString();
    }

    private void circuits(Season season, Set<String> known) {
        List<Circuit> missing = season.rounds().stream()
                .map(Round::circuit)
                .filter(c -> !known.contains(c.id()))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        yaml.comment("Add to circuits.yaml before this file is read:");
        for (Circuit circuit : missing) {
            yaml.comment("  - id: " + circuit.id());
            yaml.comment("    name: " + YamlLines.scalar(circuit.name()));
            if (!circuit.aliases().isEmpty()) {
                yaml.comment("    aliases: ["
                        + circuit.aliases().stream().map(YamlLines::scalar).collect(Collectors.joining(", ")) + "]");
            }
            yaml.comment("    place: " + YamlLines.scalar(circuit.place()));
            yaml.comment("    country: " + YamlLines.scalar(circuit.country()));
            yaml.comment("    zone: " + circuit.zone());
        }
        yaml.blank();
    }

    private void season(Season season) {
        yaml.plain("season", season.year());
        source("source", season.source());
        yaml.texts("notes", season.notes());
        yaml.blank();
        yaml.list("rounds", () -> season.rounds().forEach(r -> yaml.item(() -> round(r))));
        if (!season.entries().isEmpty() || season.entriesSource() != null) {
            yaml.blank();
        }
        source("entries-source", season.entriesSource());
        if (!season.entries().isEmpty()) {
            yaml.list("entries", () -> season.entries().forEach(e -> yaml.item(() -> entry(e))));
        }
        if (!season.champions().isEmpty()) {
            yaml.blank();
            yaml.list("champions", () -> season.champions().forEach(c -> yaml.item(() -> champion(c))));
        }
    }

    private void source(String key, @Nullable Source source) {
        if (source != null) {
            yaml.keys(key, () -> {
                yaml.text("name", source.name());
                yaml.text("url", source.url() == null ? null : source.url().toString());
                yaml.plain("checked", source.checkedAt() == null ? source.checked() : source.checkedAt());
            });
        }
    }

    private void status(Status status) {
        if (status != Status.SCHEDULED) {
            yaml.plain("status", status.word());
        }
    }

    private void round(Round round) {
        yaml.text("id", round.id().round());
        yaml.plain("number", round.number());
        yaml.text("name", round.name());
        yaml.text("circuit", round.circuit().id());
        yaml.plain(
                "dates",
                round.firstDay().equals(round.lastDay())
                        ? round.firstDay()
                        : round.firstDay() + ".." + round.lastDay());
        status(round.status());
        yaml.plain("grid", round.gridSize());
        if (!round.sessions().isEmpty()) {
            ZoneId zone = round.circuit().zone();
            yaml.list("sessions", () -> round.sessions().forEach(s -> yaml.item(() -> session(s, zone))));
        }
        if (!round.results().isEmpty()) {
            yaml.list("results", () -> round.results().forEach(r -> yaml.item(() -> result(r))));
        }
        yaml.texts("notes", round.notes());
        source("source", round.source());
    }

    private void session(Session session, ZoneId zone) {
        yaml.text("id", session.id().session());
        yaml.plain("kind", session.kind().word());
        yaml.text("name", session.name());
        switch (session.time()) {
            case SessionTime.Exact(Instant start, var length) -> {
                yaml.plain("start", local(start, zone));
                minutes(length);
            }
            case SessionTime.DateOnly(LocalDate date) -> yaml.plain("date", date);
            case SessionTime.ToBeConfirmed() -> {
                // Neither key: nothing is known.
            }
        }
        status(session.status());
        if (!session.parts().isEmpty()) {
            yaml.list("parts", () -> session.parts().forEach(p -> yaml.item(() -> part(p, zone))));
        }
        yaml.texts("notes", session.notes());
        links(session.links());
    }

    private void minutes(@Nullable Duration length) {
        yaml.plain("minutes", length == null ? null : length.toMinutes());
    }

    /** With its offset only where the hour comes twice that day. */
    private static String local(Instant start, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
        return twice ? local + zone.getRules().getOffset(start).getId() : local.toString();
    }

    private void part(Part part, ZoneId zone) {
        yaml.text("id", Objects.equals(Words.slug(part.name()), part.id()) ? null : part.id());
        yaml.text("name", part.name());
        minutes(part.length());
        yaml.plain("start", part.start() == null ? null : local(part.start(), zone));
    }

    private void links(List<Link> links) {
        if (!links.isEmpty()) {
            yaml.list(
                    "links",
                    () -> links.forEach(link -> yaml.item(() -> {
                        yaml.text("label", link.label());
                        yaml.text("url", link.url() == null ? null : link.url().toString());
                    })));
        }
    }

    private void result(Result result) {
        yaml.text("race", result.race());
        yaml.plain("place", result.place());
        yaml.text("class", result.category());
        yaml.text("number", result.number());
        yaml.texts("drivers", result.drivers());
        yaml.text("team", result.team());
        yaml.text("car", result.car());
        yaml.text("note", result.note());
        source("source", result.source());
    }

    private void entry(Entry entry) {
        yaml.text("number", entry.number());
        yaml.text("team", entry.team());
        yaml.text("car", entry.car());
        yaml.text("class", entry.category());
        if (!entry.drivers().isEmpty()) {
            yaml.list("drivers", () -> entry.drivers().forEach(driver -> yaml.item(() -> driver(driver))));
        }
        yaml.texts("rounds", entry.rounds());
        links(entry.links());
        yaml.texts("notes", entry.notes());
        source("source", entry.source());
    }

    private void driver(Driver driver) {
        yaml.text("name", driver.name());
        yaml.text("country", driver.country());
    }

    private void champion(Champion champion) {
        yaml.text("class", champion.category());
        yaml.texts("drivers", champion.drivers());
        yaml.text("note", champion.note());
        source("source", champion.source());
    }
}
