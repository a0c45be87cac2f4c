package dev.pitboard.crash;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what was owed, what is on the platforms and what the ledger says. Knows nothing of how the program plans. */
final class Steward {
    private final Grid grid;
    private final Season season;
    private final Instant subscribed;
    private final Storage storage;
    private final LoopbackDiscord discord;
    private final LoopbackTelegram telegram;
    private final ShiftingClock discordClock;
    private final List<String> faults = new ArrayList<>();
    private final List<Duration> settling = new ArrayList<>();

    /** A message as it stands on a platform, with its true instant. */
    private record Copy(Instant at, @Nullable String nonce) {}

    /** @param subscribed when everybody asked for reminders: what was due earlier is not owed */
    Steward(
            Grid grid,
            Season season,
            Instant subscribed,
            Storage storage,
            LoopbackDiscord discord,
            LoopbackTelegram telegram,
            ShiftingClock discordClock) {
        this.grid = grid;
        this.season = season;
        this.subscribed = subscribed;
        this.storage = storage;
        this.discord = discord;
        this.telegram = telegram;
        this.discordClock = discordClock;
    }

    /** What stands between the ledger and rest at that instant, or empty when everything owed has ended one way or another. */
    Optional<String> open(Instant now) throws Exception {
        Map<Promised, DeliveryRecord> ledger = storage.ledger(season);
        for (Map.Entry<Promised, Instant> owed : owed(now).entrySet()) {
            DeliveryRecord row = ledger.get(owed.getKey());
            if (row == null || row.state() == DeliveryState.PENDING || row.state() == DeliveryState.SENDING) {
                return Optional.of(owed.getKey() + " is " + (row == null ? "not in the ledger" : row.toString()));
            }
        }
        return Optional.empty();
    }

    private Map<Promised, Instant> owed(Instant until) {
        Map<Promised, Instant> owed = new HashMap<>();
        for (Grid.Chat chat : grid.chats()) {
            for (Season.Slot slot : season.slots()) {
                if (chat.wants(slot)
                        && !chat.due(slot).isAfter(until)
                        && !chat.due(slot).isBefore(subscribed)) {
                    owed.put(new Promised(chat.ref(), slot.name()), chat.due(slot));
                }
            }
        }
        return owed;
    }

    private Map<Promised, List<Copy>> copies() {
        Map<Promised, List<Copy>> copies = new HashMap<>();
        discord.recorder()
                .messages()
                .forEach(message -> add(
                        copies,
                        ChatRef.of(Platform.DISCORD, message.channelId()),
                        message.content(),
                        new Copy(discordClock.real(message.at()), message.nonce())));
        grid.chats().stream()
                .map(Grid.Chat::ref)
                .filter(ref -> ref.platform() == Platform.TELEGRAM)
                .forEach(ref -> telegram.recorder()
                        .messages(Long.parseLong(ref.id()))
                        .forEach(message -> add(copies, ref, message.text(), new Copy(message.at(), null))));
        return copies;
    }

    private void add(Map<Promised, List<Copy>> copies, ChatRef chat, String text, Copy copy) {
        String head = text.lines().findFirst().orElse("");
        List<String> named = season.slots().stream()
                .map(Season.Slot::name)
                .filter(head::contains)
                .toList();
        if (named.size() == 1) {
            copies.computeIfAbsent(new Promised(chat, named.getFirst()), _ -> new ArrayList<>())
                    .add(copy);
        } else {
            faults.add(chat + " has a message about " + named + ": " + head);
        }
    }

    /**
     * The result, once the program has ended.
     *
     * @param until what was due by then is compared
     * @param incidents after which messages may have been sent again
     * @param latency how late Telegram's answers come
     * @param mayExpire whether the troubles lasted longer than some reminders are of use
     */
    Tally judge(Instant until, List<Incident> incidents, Duration latency, boolean mayExpire) throws Exception {
        Map<Promised, Instant> owed = owed(until);
        Map<Promised, DeliveryRecord> ledger = storage.ledger(season);
        Map<Promised, List<Copy>> copies = copies();
        int delivered = 0;
        int late = 0;
        int inDoubt = 0;
        int expired = 0;
        int lost = 0;
        for (Map.Entry<Promised, Instant> entry : owed.entrySet()) {
            Promised promised = entry.getKey();
            List<Copy> there = copies.getOrDefault(promised, List.of());
            DeliveryRecord row = ledger.get(promised);
            DeliveryState state = row == null ? null : row.state();
            inDoubt += state == DeliveryState.IN_DOUBT ? 1 : 0;
            if (!there.isEmpty()) {
                delivered++;
                boolean isLate = there.getFirst().at().isAfter(entry.getValue().plus(Reminder.LATE_AFTER));
                late += isLate ? 1 : 0;
                if (there.size() == 1 && row != null && row.settled() != null) {
                    settling.add(Duration.between(there.getFirst().at(), row.settled()));
                }
                if (state != DeliveryState.SENT && state != DeliveryState.IN_DOUBT) {
                    faults.add(promised + " is there, but the ledger says " + row);
                }
            } else if (state == DeliveryState.EXPIRED || state == DeliveryState.IN_DOUBT) {
                expired += state == DeliveryState.EXPIRED ? 1 : 0;
                if (!mayExpire) {
                    faults.add(promised + " was not delivered though the troubles were short: " + row);
                }
            } else {
                lost++;
                faults.add(promised + " is lost: " + row);
            }
        }
        return doubles(owed, ledger, copies, until, incidents, latency)
                .plus(new Tally(owed.size(), delivered, late, 0, 0, 0, inDoubt, expired, lost, faults));
    }

    /** What is there too often, or was owed to nobody. */
    private Tally doubles(
            Map<Promised, Instant> owed,
            Map<Promised, DeliveryRecord> ledger,
            Map<Promised, List<Copy>> copies,
            Instant until,
            List<Incident> incidents,
            Duration latency) {
        int onDiscord = 0;
        int onTelegram = 0;
        List<String> wrong = new ArrayList<>();
        Map<Incident, Integer> because = new HashMap<>();
        for (Map.Entry<Promised, List<Copy>> entry : copies.entrySet()) {
            Promised promised = entry.getKey();
            List<Copy> there = entry.getValue();
            if (!owed.containsKey(promised) && !isYetToCome(promised, until)) {
                wrong.add(promised + " was owed to nobody: " + there);
            }
            if (promised.chat().platform() == Platform.DISCORD) {
                onDiscord += there.size() - 1;
                if (there.size() > 1) {
                    wrong.add(promised + " was doubled: " + there + ", " + ledger.get(promised));
                }
            } else {
                onTelegram += there.size() - 1;
                for (Copy copy : there.subList(0, there.size() - 1)) {
                    Optional<Incident> incident = incidents.stream()
                            .filter(i -> i.concerns(promised, copy.at(), latency))
                            .findFirst();
                    incident.ifPresent(i -> because.merge(i, 1, Integer::sum));
                    if (incident.isEmpty() && !answerLost(promised.chat(), copy.at())) {
                        wrong.add(promised + " was doubled without need: " + there);
                    }
                }
            }
        }
        int mostAtOnce = because.values().stream().max(Integer::compare).orElse(0);
        return new Tally(0, 0, 0, onDiscord, onTelegram, mostAtOnce, 0, 0, 0, wrong);
    }

    /** How long it took from the arrival of a message until the ledger knew, in the middle. After {@link #judge}. */
    Duration settledWithin() {
        List<Duration> sorted = settling.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    private boolean isYetToCome(Promised promised, Instant until) {
        return owed(Instant.MAX).getOrDefault(promised, Instant.MIN).isAfter(until);
    }

    private boolean answerLost(ChatRef chat, Instant at) {
        return telegram.recorder().calls("sendMessage").stream()
                .filter(call -> chat.id().equals(call.parameters().get("chat_id")))
                // One message a second to a chat: nothing else was accepted in that second.
                .filter(call -> !call.at().isAfter(at) && call.at().isAfter(at.minusSeconds(1)))
                .anyMatch(call -> call.status() == 0 || call.status() >= 500);
    }
}
