package dev.pitboard.crash;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.crash.Doubles.Copy;
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
        Tally fates = owed.entrySet().stream()
                .map(entry -> fate(
                        entry.getKey(),
                        entry.getValue(),
                        copies.getOrDefault(entry.getKey(), List.of()),
                        ledger.get(entry.getKey()),
                        mayExpire))
                .reduce(Tally.NONE, Tally::plus);
        Doubles doubles = new Doubles(telegram, incidents, latency);
        copies.forEach((promised, there) -> {
            if (!owed.containsKey(promised) && !isYetToCome(promised, until)) {
                faults.add(promised + " was owed to nobody: " + there);
            }
            doubles.look(promised, there, ledger.get(promised));
        });
        return fates.plus(doubles.tally()).with(faults);
    }

    private Tally fate(
            Promised promised, Instant due, List<Copy> there, @Nullable DeliveryRecord row, boolean mayExpire) {
        DeliveryState state = row == null ? null : row.state();
        int inDoubt = state == DeliveryState.IN_DOUBT ? 1 : 0;
        if (!there.isEmpty()) {
            Instant arrived = there.getFirst().at();
            int late = arrived.isAfter(due.plus(Reminder.LATE_AFTER)) ? 1 : 0;
            if (there.size() == 1 && row != null && row.settled() != null) {
                settling.add(Duration.between(arrived, row.settled()));
            }
            boolean known = state == DeliveryState.SENT || state == DeliveryState.IN_DOUBT;
            return new Tally(
                    1,
                    1,
                    late,
                    0,
                    0,
                    0,
                    inDoubt,
                    0,
                    0,
                    known ? List.of() : List.of(promised + " is there, but the ledger says " + row));
        }
        if (state == DeliveryState.EXPIRED || state == DeliveryState.IN_DOUBT) {
            String fault = promised + " was not delivered though the troubles were short: " + row;
            return new Tally(1, 0, 0, 0, 0, 0, inDoubt, 1 - inDoubt, 0, mayExpire ? List.of() : List.of(fault));
        }
        return new Tally(1, 0, 0, 0, 0, 0, 0, 0, 1, List.of(promised + " is lost: " + row));
    }

    /** How long it took from the arrival of a message until the ledger knew, in the middle. After {@link #judge}. */
    Duration settledWithin() {
        List<Duration> sorted = settling.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    private boolean isYetToCome(Promised promised, Instant until) {
        return owed(Instant.MAX).getOrDefault(promised, Instant.MIN).isAfter(until);
    }
}
