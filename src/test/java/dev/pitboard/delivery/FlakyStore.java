package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger whose database can't be reached for a while. */
final class FlakyStore implements Ledger {
    static final String SENTENCE = "The database does not answer.";

    /** What can fail. */
    enum Step {
        CLAIM,
        SETTLE,
        EXPAND,
        LOOK
    }

    final AtomicInteger claims = new AtomicInteger();
    final AtomicInteger looks = new AtomicInteger();
    volatile Runnable afterClaim = () -> {};
    private final Ledger real;
    private final Map<Step, RuntimeException> broken = new EnumMap<>(Step.class);

    FlakyStore(Ledger real) {
        this.real = real;
    }

    synchronized void fail(Step step) {
        fail(step, new Unavailable(SENTENCE, new IllegalStateException("down")));
    }

    synchronized void fail(Step step, RuntimeException with) {
        broken.put(step, with);
    }

    synchronized void recover() {
        broken.clear();
    }

    private synchronized Ledger at(Step step) {
        RuntimeException problem = broken.get(step);
        if (problem != null) {
            throw problem;
        }
        return real;
    }

    @Override
    public int expand(List<Reminder> reminders, Instant now) {
        return at(Step.EXPAND).expand(reminders, now);
    }

    @Override
    public Set<PlannedStart> pendingStarts() {
        looks.incrementAndGet();
        return at(Step.LOOK).pendingStarts();
    }

    @Override
    public int supersede(PlannedStart stale, String reason, Instant now) {
        return real.supersede(stale, reason, now);
    }

    @Override
    public List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        claims.incrementAndGet();
        List<Claim> claimed = at(Step.CLAIM).claim(platform, now, machine, lease, limit);
        afterClaim.run();
        return claimed;
    }

    @Override
    public List<Claim> claimEdits(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        return at(Step.CLAIM).claimEdits(platform, now, machine, lease, limit);
    }

    @Override
    public boolean isSilenced(Claim claim, Instant now) {
        return real.isSilenced(claim, now);
    }

    @Override
    public Optional<Instant> nextRetry(Platform platform, Instant now, Instant machine) {
        return real.nextRetry(platform, now, machine);
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now, Instant machine) {
        at(Step.SETTLE).settle(settlements, now, machine);
    }

    @Override
    public void leaveOut(Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        at(Step.SETTLE).leaveOut(claim, promises, state, reason, now);
    }

    @Override
    public int releaseLeases(Instant machine) {
        return real.releaseLeases(machine);
    }

    @Override
    public List<DeliveryRecord> find(LedgerFilter filter, int limit) {
        return real.find(filter, limit);
    }

    @Override
    public Map<DeliveryState, Long> counts(LedgerFilter filter) {
        return real.counts(filter);
    }
}
