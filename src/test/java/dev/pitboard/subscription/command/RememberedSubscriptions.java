package dev.pitboard.subscription.command;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What commands store, in memory, without the history that only the ledger reads. */
final class RememberedSubscriptions implements Subscriptions {
    private final List<Subscription> all = new ArrayList<>();
    private long lastId;

    @Override
    public Subscription turnOn(ChatRef chat, String space, String series, Settings settings, Instant now) {
        Optional<Subscription> before = find(chat, series);
        before.ifPresent(all::remove);
        Subscription on = new Subscription(
                before.map(Subscription::id).orElseGet(() -> ++lastId), chat, space, series, settings, true, now);
        all.add(on);
        return on;
    }

    @Override
    public Optional<Subscription> turnOff(ChatRef chat, String series, Instant now) {
        Optional<Subscription> before = find(chat, series).filter(Subscription::active);
        before.ifPresent(on -> {
            all.remove(on);
            all.add(new Subscription(on.id(), chat, on.space(), series, on.settings(), false, now));
        });
        return before;
    }

    @Override
    public Optional<Subscription> find(ChatRef chat, String series) {
        return of(chat).stream().filter(s -> s.series().equals(series)).findFirst();
    }

    @Override
    public List<Subscription> of(ChatRef chat) {
        return all.stream()
                .filter(s -> s.chat().equals(chat))
                .sorted(Comparator.comparing(Subscription::series))
                .toList();
    }

    @Override
    public int forget(ChatRef chat) {
        List<Subscription> gone = of(chat);
        all.removeAll(gone);
        return gone.size();
    }

    @Override
    public Map<String, Set<LeadTime>> leadsInUse() {
        Map<String, Set<LeadTime>> leads = new HashMap<>();
        all.stream()
                .filter(Subscription::active)
                .forEach(s -> leads.computeIfAbsent(s.series(), _ -> new TreeSet<>())
                        .addAll(s.settings().leads()));
        return leads;
    }

    @Override
    public void moved(ChatRef from, ChatRef to) {
        throw new UnsupportedOperationException("no command moves a chat");
    }

    @Override
    public long countActive() {
        return all.stream().filter(Subscription::active).count();
    }
}
