package dev.pitboard.revision;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The stewards, as a database would keep them. */
public final class InMemoryStewards implements Stewards {
    private final Set<Steward> stewards = new HashSet<>();

    @Override
    public synchronized boolean add(Steward steward) {
        return stewards.add(steward);
    }

    @Override
    public synchronized boolean remove(Steward steward) {
        return stewards.remove(steward);
    }

    @Override
    public synchronized List<Steward> list() {
        return stewards.stream()
                .sorted(Comparator.comparing((Steward s) -> Objects.requireNonNullElse(s.series(), ""))
                        .thenComparing(Steward::person))
                .toList();
    }
}
