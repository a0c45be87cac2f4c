package dev.pitboard.delivery;

import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks every few seconds at everything that is owed: what has been owed for longer than the rate explains, while nothing was
 * wrong, was lost or starved.
 */
final class SimWatch {
    private static final long PATIENCE = 20 * SimWorld.SECOND;

    private final SimRun run;
    private final SimOracle oracle;
    private Map<SimPromise, Long> owedSince = new LinkedHashMap<>();

    SimWatch(SimRun run) {
        this.run = run;
        this.oracle = run.oracle;
    }

    void look() {
        Map<SimPromise, Long> still = new LinkedHashMap<>();
        Instant now = run.now();
        long nanos = run.world.nanos();
        for (SimSeason.Item item : run.season.items()) {
            Instant at = item.startsAt().orElse(Instant.MIN);
            if (!at.isBefore(now.minus(Duration.ofMinutes(11))) && !at.isAfter(now.plus(Duration.ofMinutes(61)))) {
                look(item, at, now, still);
            }
        }
        run.oracle.notices.all().forEach(one -> look(one, now, still));
        for (SimPlatform platform : oracle.platforms().values()) {
            long bad = platform.weather.badUntil();
            if (bad > 0) {
                platform.troubled(bad + 30 * SimWorld.SECOND);
            }
            long owed = still.keySet().stream()
                    .filter(k -> k.group().platform == platform.platform)
                    .count();
            long patience = PATIENCE + 2 * owed * SimWorld.SECOND / platform.perSecond;
            still.forEach((key, since) -> {
                if (key.group().platform == platform.platform && nanos - since > patience) {
                    throw new SimWorld.Fault(key + " has been owed for " + (nanos - since) / SimWorld.SECOND
                            + " s without any trouble, with " + owed + " owed and " + platform.perSecond + " a second");
                }
            });
        }
        owedSince = still;
    }

    private void look(SimSeason.Item item, Instant at, Instant now, Map<SimPromise, Long> still) {
        String series = item.start.session().series();
        for (SimPlatform platform : oracle.platforms().values()) {
            for (SimGroup group : platform.groups) {
                SimWishes wishes = oracle.wishes(group, series);
                if (wishes.isOn()) {
                    for (LeadTime lead : SimPeople.LEADS) {
                        SimPromise key = SimPromise.reminder(group, item.start, lead, at);
                        if (isOwed(key, item, wishes, now)) {
                            Long since = owedSince.get(key);
                            boolean calm = since != null && oracle.isCalm(group);
                            still.put(key, calm ? since : Long.valueOf(run.world.nanos()));
                            if (lead.equals(shortest(key, item, wishes, now))) {
                                continue;
                            }
                            still.remove(key);
                        }
                    }
                }
            }
        }
    }

    private void look(SimNotices.One one, Instant now, Map<SimPromise, Long> still) {
        String series = one.start.session().series();
        if (!one.notice.expires().isAfter(now) || oracle.silences.holds(series, now)) {
            return;
        }
        SimSeason.Item item = run.season.item(one.start).orElseThrow();
        for (SimPlatform platform : oracle.platforms().values()) {
            for (SimGroup group : platform.groups) {
                SimWishes wishes = oracle.wishes(group, series);
                SimPromise key = SimPromise.notice(group, one.start, one.notice.due(), one.revision);
                boolean owed = wishes.isOn()
                        && wishes.wantsNotice(item, one.notice.due())
                        && !wishes.changedWithin(one.notice.due(), Instant.MAX)
                        && !oracle.isToldOrRefused(one, group);
                if (owed) {
                    Long since = owedSince.get(key);
                    boolean calm = since != null && oracle.isCalm(group);
                    still.put(key, calm ? since : Long.valueOf(run.world.nanos()));
                }
            }
        }
    }

    private boolean isOwed(SimPromise key, SimSeason.Item item, SimWishes wishes, Instant now) {
        return !oracle.silences.holds(key.start().session().series(), now)
                && !key.due().isAfter(now)
                && item.expires(key.lead(), key.at()).isAfter(now)
                && wishes.wants(item, key.lead(), key.at())
                && !wishes.changedWithin(key.due(), Instant.MAX)
                && !oracle.isThere(key)
                && !oracle.wasRefused(key)
                && !oracle.wasDoubtful(key)
                && !oracle.isCovered(key);
    }

    /** A longer lead time need not come when a shorter one is due too, or about to be. */
    private LeadTime shortest(SimPromise key, SimSeason.Item item, SimWishes wishes, Instant now) {
        LeadTime shortest = key.lead();
        for (LeadTime lead : SimPeople.LEADS) {
            SimPromise other = SimPromise.reminder(key.group(), key.start(), lead, key.at());
            boolean due = !other.due().minus(HeadStart.MOST).isAfter(now);
            if (lead.compareTo(shortest) < 0 && due && wishes.wants(item, lead, key.at())) {
                shortest = lead;
            }
        }
        return shortest;
    }
}
