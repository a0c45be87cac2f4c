package dev.pitboard.subscription.command;

import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.InMemoryStore;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the reminders of a scene's chat, told step by step. */
final class Past {
    private static final Instant MACHINE = Instant.parse("2026-11-01T00:00:00Z");

    private final Scene scene;
    private final InMemoryStore ledger;

    Past(Scene scene) {
        this.scene = scene;
        this.ledger = scene.subscriptions;
    }

    /** Promises a reminder of a session of Barcelona 2023, as it is found at {@code now}. */
    Past promised(String session, int minutes, String at, String now) {
        Start start = Start.of(new SessionId("gt4-european", 2023, "barcelona", session));
        Instant starts = Instant.parse(at);
        Instant expires = minutes == 0 ? starts.plus(Reminder.USEFUL_AFTER_START) : starts;
        ledger.expand(
                new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(minutes), starts, expires),
                Instant.parse(now));
        return this;
    }

    private List<Claim> claim(String now) {
        return ledger.claim(scene.chat.platform(), Instant.parse(now), MACHINE, Duration.ofMinutes(1), 100);
    }

    Past sent(String now, @Nullable String remark) {
        claim(now).forEach(c -> Settle.sent(ledger, c, "1", remark, Instant.parse(now)));
        return this;
    }

    Past gaveUp(String now, DeliveryState state, String reason) {
        claim(now).forEach(c -> Settle.end(ledger, c, state, reason, Instant.parse(now)));
        return this;
    }

    Past tried(String now, String reason) {
        claim(now).forEach(c -> Settle.again(ledger, c, MACHINE.plusSeconds(600), reason));
        return this;
    }

    /** A weekend in which everything went wrong once. */
    void eventful() {
        promised("fp1", 60, "2023-09-29T09:20:00Z", "2023-09-29T08:20:00Z").sent("2023-09-29T08:20:01Z", null);
        promised("fp1", 10, "2023-09-29T09:20:00Z", "2023-09-29T09:10:00Z").sent("2023-09-29T09:14:00Z", null);
        promised("fp2", 60, "2023-09-29T13:40:00Z", "2023-09-29T13:31:00Z");
        promised("fp2", 10, "2023-09-29T13:40:00Z", "2023-09-29T13:31:00Z").sent("2023-09-29T13:31:30Z", null);
        promised("qualifying", 60, "2023-09-30T09:25:00Z", "2023-09-30T08:25:00Z")
                .gaveUp(
                        "2023-09-30T08:25:02Z",
                        DeliveryState.FAILED,
                        "I may not post here: give me the right to send messages.");
        promised("qualifying", 10, "2023-09-30T09:25:00Z", "2023-09-30T09:26:00Z");
        promised("race-1", 60, "2023-09-30T14:50:00Z", "2023-09-30T13:50:00Z")
                .sent("2023-09-30T13:50:01Z", "The role could not be pinged.");
        promised("race-1", 60, "2023-09-30T14:55:00Z", "2023-09-30T13:55:00Z");
        promised("race-1", 10, "2023-09-30T14:55:00Z", "2023-09-30T14:45:00Z")
                .gaveUp("2023-09-30T14:45:01Z", DeliveryState.IN_DOUBT, "The answer was lost.");
        promised("race-2", 60, "2023-10-01T09:20:00Z", "2023-10-01T08:20:00Z")
                .tried("2023-10-01T08:20:00Z", "The platform is busy.");
        promised("race-2", 10, "2023-10-01T09:20:00Z", "2023-10-01T09:05:00Z");
        scene.now = Instant.parse("2023-10-01T09:05:30Z");
    }

    /** More than is shown, all well. */
    void long60() {
        for (int day = 0; day < 60; day++) {
            Instant at = Instant.parse("2023-09-29T09:20:00Z").plus(Duration.ofDays(day));
            String due = at.minus(Duration.ofHours(1)).toString();
            promised("race-1", 60, at.toString(), due).sent(due, null);
        }
        scene.now = Instant.parse("2023-12-01T00:00:00Z");
    }
}
