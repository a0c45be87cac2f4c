package dev.pitboard.seasons;

import org.jspecify.annotations.Nullable;

/** A link as written in a file. */
record LinkFile(@Required @Nullable String label, @Nullable String url) {}
