package dev.pitboard.motorsport;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A labelled link; without an address it is a fact that something exists ("Live timing") but not where. */
public record Link(String label, @Nullable URI url) {}
