package dev.pitboard.seasons;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code <year>.yaml} as written. */
record SeasonFile(
        @Required @Nullable Integer season,
        @Required @Nullable SourceFile source,
        @Nullable List<@Nullable String> notes,
        @Required @Nullable List<@Nullable RoundFile> rounds,
        @JsonProperty("entries-source") @Nullable SourceFile entriesSource,
        @Nullable List<@Nullable EntryFile> entries,
        @Nullable List<@Nullable ChampionFile> champions) {

    record RoundFile(
            @Required @Nullable String id,
            @Nullable Integer number,
            @Nullable String name,
            @Required @Nullable String circuit,
            @Required @Nullable String dates,
            @Nullable String status,
            @Nullable Integer grid,
            @Nullable List<@Nullable SessionFile> sessions,
            @Nullable List<@Nullable ResultFile> results,
            @Nullable List<@Nullable String> notes,
            @Nullable SourceFile source) {}

    record SessionFile(
            @Required @Nullable String id,
            @Required @Nullable String kind,
            @Required @Nullable String name,
            @Nullable String start,
            @Nullable String date,
            @Nullable Integer minutes,
            @Nullable String status,
            @Nullable List<@Nullable PartFile> parts,
            @Nullable List<@Nullable String> notes,
            @Nullable List<@Nullable LinkFile> links) {}

    record PartFile(
            @Nullable String id,
            @Required @Nullable String name,
            @Nullable Integer minutes,
            @Nullable String start) {}

    record ResultFile(
            @Required @Nullable String race,
            @Required @Nullable Integer place,
            @JsonProperty("class") @Nullable String category,
            @Nullable String number,
            @Nullable List<@Nullable String> drivers,
            @Nullable String team,
            @Nullable String car,
            @Nullable String note,
            @Nullable SourceFile source) {}

    record EntryFile(
            @Required @Nullable String number,
            @Nullable String team,
            @Nullable String car,
            @JsonProperty("class") @Nullable String category,
            @Nullable List<@Nullable DriverFile> drivers,
            @Nullable List<@Nullable String> rounds,
            @Nullable List<@Nullable LinkFile> links,
            @Nullable List<@Nullable String> notes,
            @Nullable SourceFile source) {}

    record DriverFile(
            @Required @Nullable String name, @Nullable String country) {}

    record ChampionFile(
            @Required @JsonProperty("class") @Nullable String category,
            @Required @Nullable List<@Nullable String> drivers,
            @Nullable String note,
            @Nullable SourceFile source) {}
}
