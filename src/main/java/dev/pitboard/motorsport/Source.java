package dev.pitboard.motorsport;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a fact comes from and on which day somebody last looked. */
public record Source(
        String name, @Nullable URI url, @Nullable LocalDate checked) {}
