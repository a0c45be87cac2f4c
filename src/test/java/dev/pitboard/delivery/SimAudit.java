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
        SimPlatform platform = oracle.platform(row.chat().platform());
        return SimPromise.of(platform.at(row.chat()), row.promise());
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

    /** Every message that the ledger knows of shows what is so now, in chats that accept edits. */
    private void showsWhatIsSo(SimPromise key, DeliveryRecord row) {
        String ref = row.messageRef();
        SimGroup group = key.group();
        SimPlatform platform = oracle.platform(group.platform);
        if (ref == null || group.refusesEdits || !platform.isWithin(ref, group.address())) {
            return;
        }
        int now = run.season.item(key.start()).orElseThrow().version;
        int shown = platform.shown(ref, key.start());
        if (shown != now) {
            throw new SimWorld.Fault(
                    "at the end " + ref + " shows version " + shown + " of " + key + ", not " + now + ": " + row);
        }
    }

    private void check(SimPromise key, DeliveryRecord row) {
        if (row.state() == DeliveryState.SENT) {
            showsWhatIsSo(key, row);
        }
        boolean there = oracle.isThere(key);
        Instant settled = row.settled() == null ? Instant.MAX : row.settled();
        boolean isTrue = switch (row.state()) {
            case PENDING, SENDING -> false;
            case SENT -> there;
            case IN_DOUBT -> oracle.isDoubtful(String.valueOf(row.messageId()));
            case EXPIRED -> !settled.isBefore(row.promise().expires());
            case OVERTAKEN -> shorterExists(key);
            case SUPERSEDED ->
                key.isNotice() ? oracle.notices.hasAnother(key, settled) : oracle.starts.wasElsewhere(key, settled);
            case COVERED -> !key.isNotice() && (oracle.isCovered(key) || wasBeingSaid(key));
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
        boolean wanted =
                key.isNotice() ? wishes.wantsNotice(item, key.due()) : wishes.wants(item, key.lead(), key.at());
        return !wanted || wishes.changedWithin(key.due().minus(HeadStart.MOST), Instant.MAX);
    }

    private boolean shorterExists(SimPromise key) {
        return rows.keySet().stream()
                .anyMatch(k -> k.group() == key.group()
                        && !k.isNotice()
                        && !key.isNotice()
                        && k.start().equals(key.start())
                        && k.at().equals(key.at())
                        && k.lead().compareTo(key.lead()) < 0
                        && k.due().minus(Duration.ofMinutes(6)).isBefore(run.now()));
    }

    /** It was being sent for another instant at the time, whatever came of that; what is lost by it the watch sees. */
    private boolean wasBeingSaid(SimPromise key) {
        return rows.entrySet().stream()
                .anyMatch(e -> e.getKey().group() == key.group()
                        && !e.getKey().isNotice()
                        && e.getKey().start().equals(key.start())
                        && e.getKey().lead().equals(key.lead())
                        && !e.getKey().at().equals(key.at())
                        && e.getValue().stream().anyMatch(r -> r.messageId() != null));
    }
}
