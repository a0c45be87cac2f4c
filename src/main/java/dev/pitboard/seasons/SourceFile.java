package dev.pitboard.seasons;

import org.jspecify.annotations.Nullable;

/** A source as written in a file. */
record SourceFile(
        @Required @Nullable String name,
        @Nullable String url,
        @Nullable String checked) {}
