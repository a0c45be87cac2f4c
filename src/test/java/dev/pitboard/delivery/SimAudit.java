package dev.pitboard.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what the ledger says at the end against what happened. */
final class SimAudit {
    private final SimRun run;
    private final SimOracle oracle;
    private final Map<SimPromise, List<DeliveryRecord>> rows = new LinkedHashMap<>();

    SimAudit(SimRun run, Ledger ledger) {
        this.run = run;
        this.oracle = run.oracle;
        for (DeliveryRecord row : ledger.find(LedgerFilter.all(), Integer.MAX_VALUE)) {
            rows.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(row);
        }
    }

    private SimPromise key(DeliveryRecord row) {
        Promise promise = row.promise();
        SimPlatform platform = oracle.platform(row.chat().platform());
        return new SimPromise(platform.at(row.chat()), promise.start(), promise.lead(), promise.at());
    }

    void check() {
        rows.forEach((key, of) -> of.forEach(row -> check(key, row)));
        for (SimPromise key : oracle.tried()) {
            boolean said = rows.getOrDefault(key, List.of()).stream()
                    .anyMatch(r -> r.state() == DeliveryState.SENT || r.state() == DeliveryState.IN_DOUBT);
            if (oracle.isThere(key) && !said) {
                throw new SimWorld.Fault(key + " is there, but the ledger says " + rows.get(key));
            }
        }
    }

    private void check(SimPromise key, DeliveryRecord row) {
        boolean there = oracle.isThere(key);
        Instant settled = row.settled() == null ? Instant.MAX : row.settled();
        boolean isTrue = switch (row.state()) {
            case PENDING, SENDING -> false;
            case SENT -> there;
            case IN_DOUBT -> oracle.isDoubtful(String.valueOf(row.messageId()));
            case EXPIRED -> !settled.isBefore(row.promise().expires());
            case OVERTAKEN -> shorterExists(key);
            case SUPERSEDED -> oracle.starts.wasElsewhere(key, settled);
            case COVERED -> oracle.isCovered(key) || wasBeingSaid(key);
            case WITHDRAWN -> wasNotWanted(key);
            case FAILED -> oracle.wasRefused(key) || key.group().wasShut;
        };
        if (!isTrue) {
            throw new SimWorld.Fault("at the end the ledger says of " + key + " what is not so: " + row);
        }
    }

    private boolean wasNotWanted(SimPromise key) {
        SimWishes wishes = oracle.wishes(key.group(), key.start().session().series());
        SimSeason.Item item = run.season.item(key.start()).orElseThrow();
        return wishes.changedWithin(key.due().minus(HeadStart.MOST), Instant.MAX)
                || !wishes.wants(item, key.lead(), key.at());
    }

    private boolean shorterExists(SimPromise key) {
        return rows.keySet().stream()
                .anyMatch(k -> k.group() == key.group()
                        && k.start().equals(key.start())
                        && k.at().equals(key.at())
                        && k.lead().compareTo(key.lead()) < 0
                        && k.due().minus(Duration.ofMinutes(6)).isBefore(run.now()));
    }

    /** It was being sent for another instant at the time, whatever came of that; what is lost by it the watch sees. */
    private boolean wasBeingSaid(SimPromise key) {
        return rows.entrySet().stream()
                .anyMatch(e -> e.getKey().group() == key.group()
                        && e.getKey().start().equals(key.start())
                        && e.getKey().lead().equals(key.lead())
                        && !e.getKey().at().equals(key.at())
                        && e.getValue().stream().anyMatch(r -> r.messageId() != null));
    }
}
