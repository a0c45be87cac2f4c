package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Long polling, and the webhook that excludes it. */
final class UpdateMethods {
    private static final int LONGEST_POLL_SECONDS = 50;

    private final Shared shared;
    private final Updates updates;
    private final Faults faults;
    private long newestPoll;
    private int waiting;

    UpdateMethods(Shared shared, Updates updates, Faults faults) {
        this.shared = shared;
        this.updates = updates;
        this.faults = faults;
    }

    List<Method> all() {
        return List.of(
                Method.of("getUpdates", this::poll, "offset", "limit", "timeout", "allowed_updates"),
                Method.of("deleteWebhook", this::deleteWebhook, "drop_pending_updates"),
                Method.of("getWebhookInfo", this::webhookInfo));
    }

    /** How many polls wait for updates right now. */
    int waiting() {
        return waiting;
    }

    /** Runs under the lock, which is let go while it waits. */
    private JsonNode poll(Parameters parameters) {
        if (!faults.webhook().isEmpty()) {
            throw new Refusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        newestPoll++;
        long poll = newestPoll;
        var kinds = parameters.json("allowed_updates");
        if (kinds != null) {
            var wanted = new HashSet<String>();
            kinds.forEach(kind -> wanted.add(kind.asText()));
            updates.allow(wanted);
        }
        Long offset = parameters.number("offset");
        if (offset != null && offset != 0) {
            updates.confirm(offset);
        }
        int seconds = parameters.number("timeout", 0, 0, LONGEST_POLL_SECONDS);
        waiting++;
        try {
            // An earlier poll that still waits sees that it is no longer the newest.
            shared.get(() -> true);
            shared.await(() -> updates.size() > 0 || newestPoll != poll || faults.down(), Duration.ofSeconds(seconds));
        } finally {
            waiting--;
        }
        if (newestPoll != poll) {
            throw new Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        var list = Wire.array();
        list.addAll(updates.first(parameters.number("limit", 100, 1, 100)));
        return list;
    }

    private JsonNode deleteWebhook(Parameters parameters) {
        faults.webhook("");
        if (parameters.flag("drop_pending_updates")) {
            updates.clear();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo(Parameters parameters) {
        var info = Wire.object()
                .put("url", faults.webhook())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.size());
        var allowed = info.putArray("allowed_updates");
        updates.allowed().forEach(allowed::add);
        return info;
    }
}
