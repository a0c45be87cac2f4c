package dev.pitboard.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The silences, as a database would keep them. */
public final class InMemorySilences implements Silences {
    private final TreeMap<String, Silence> silences = new TreeMap<>();

    @Override
    public synchronized void begin(Silence silence) {
        silences.put(silence.series(), silence);
    }

    @Override
    public synchronized Optional<Silence> end(String series, Instant now) {
        return Optional.ofNullable(silences.remove(series)).filter(s -> isStill(s, now));
    }

    @Override
    public synchronized List<Silence> at(Instant now) {
        return silences.values().stream().filter(s -> isStill(s, now)).toList();
    }

    private static boolean isStill(Silence silence, Instant now) {
        return silence.until() == null || silence.until().isAfter(now);
    }
}
