package dev.pitboard.crash;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came more than once, and whether it had to. */
final class Doubles {
    private final LoopbackTelegram telegram;
    private final List<Incident> incidents;
    private final Duration latency;
    private final Map<Incident, Integer> because = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int onDiscord;
    private int onTelegram;

    /** A message as it stands on a platform, with its true instant. */
    record Copy(Instant at, @Nullable String nonce) {}

    /**
     * @param incidents after which messages may have been sent again
     * @param latency how late Telegram's answers come
     */
    Doubles(LoopbackTelegram telegram, List<Incident> incidents, Duration latency) {
        this.telegram = telegram;
        this.incidents = List.copyOf(incidents);
        this.latency = latency;
    }

    /** @param there all copies, oldest first */
    void look(Promised promised, List<Copy> there, @Nullable DeliveryRecord row) {
        if (promised.chat().platform() == Platform.DISCORD) {
            onDiscord += there.size() - 1;
            if (there.size() > 1) {
                faults.add(promised + " was doubled: " + there + ", " + row);
            }
            return;
        }
        onTelegram += there.size() - 1;
        for (Copy copy : there.subList(0, there.size() - 1)) {
            Optional<Incident> incident = incidents.stream()
                    .filter(i -> i.concerns(promised, copy.at(), latency))
                    .findFirst();
            incident.ifPresent(i -> because.merge(i, 1, Integer::sum));
            if (incident.isEmpty() && !answerLost(promised.chat(), copy.at())) {
                faults.add(promised + " was doubled without need: " + there);
            }
        }
    }

    private boolean answerLost(ChatRef chat, Instant at) {
        return telegram.recorder().calls("sendMessage").stream()
                .filter(call -> chat.id().equals(call.parameters().get("chat_id")))
                // One message a second to a chat: nothing else was accepted in that second.
                .filter(call -> !call.at().isAfter(at) && call.at().isAfter(at.minusSeconds(1)))
                .anyMatch(call -> call.status() == 0 || call.status() >= 500);
    }

    Tally tally() {
        int mostAtOnce = because.values().stream().max(Integer::compare).orElse(0);
        return new Tally(0, 0, 0, onDiscord, onTelegram, mostAtOnce, 0, 0, 0, faults);
    }
}
