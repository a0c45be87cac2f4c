package dev.pitboard.seasons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code series.yaml} as written; the series' id is the name of its folder. */
record SeriesFile(
        @Required @Nullable String name,
        @Nullable List<@Nullable String> aliases,
        @Required @Nullable List<@Nullable String> kinds,
        @Nullable List<@Nullable LinkFile> links,
        @Nullable FormatFile format,
        @Nullable List<@Nullable RuleFile> points,
        @Required @Nullable SourceFile source) {
    record FormatFile(
            @Required @Nullable List<@Nullable ItemFile> items,
            @Nullable List<@Nullable String> notes,
            @Nullable SourceFile source) {}

    record ItemFile(
            @Required @Nullable String kind,
            @Required @Nullable String text) {}

    record RuleFile(
            @Required @Nullable String name,
            @Required @Nullable String text,
            @Nullable List<@Nullable Integer> scale,
            @Nullable Boolean confirmed,
            @Nullable SourceFile source) {}
}
