package dev.pitboard.motorsport;

import org.jspecify.annotations.Nullable;

/** Somebody who drives; the country is ISO 3166-1 alpha-2, where known. */
public record Driver(String name, @Nullable String country) {}
