package dev.pitboard.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a ledger what came of one attempt. */
public final class Settle {
    private static final Instant MACHINE = Instant.parse("2026-11-01T00:00:00Z");

    private Settle() {}

    public static void sent(Ledger ledger, Claim claim, String ref, @Nullable String remark, Instant now) {
        ledger.settle(List.of(new Settlement.Sent(claim, ref, remark, claim.head())), now, MACHINE);
    }

    /** It certainly did not arrive. */
    public static void again(Ledger ledger, Claim claim, Instant machineRetry, String reason) {
        ledger.settle(List.of(new Settlement.Again(claim, machineRetry, reason, false)), MACHINE, MACHINE);
    }

    /** It may have arrived. */
    public static void unsure(Ledger ledger, Claim claim, Instant machineRetry) {
        ledger.settle(List.of(new Settlement.Again(claim, machineRetry, "lost", true)), MACHINE, MACHINE);
    }

    public static void end(Ledger ledger, Claim claim, DeliveryState state, String reason, Instant now) {
        ledger.settle(List.of(new Settlement.Ended(claim, state, reason)), now, MACHINE);
    }
}
