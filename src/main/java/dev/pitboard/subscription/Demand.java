package dev.pitboard.subscription;

import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all active subscriptions together want to be reminded of. */
public record Demand(List<Wish> wishes) {
    /** What so many chats of a platform want of a series, all alike. */
    public record Wish(Platform platform, String series, Set<SessionKind> kinds, List<LeadTime> leads, long chats) {
        public Wish {
            kinds = Set.copyOf(kinds);
            leads = List.copyOf(leads);
        }
    }

    public Demand {
        wishes = List.copyOf(wishes);
    }

    /** The lead times in use, by series. */
    public Map<String, Set<LeadTime>> leads() {
        Map<String, Set<LeadTime>> leads = new TreeMap<>();
        wishes.forEach(
                w -> leads.computeIfAbsent(w.series(), _ -> new TreeSet<>()).addAll(w.leads()));
        return leads;
    }

    /** How many subscriptions want a reminder, by platform. */
    public Map<Platform, Long> chats(String series, SessionKind kind, LeadTime lead) {
        Map<Platform, Long> chats = new EnumMap<>(Platform.class);
        wishes.stream()
                .filter(w -> w.series().equals(series)
                        && w.kinds().contains(kind)
                        && w.leads().contains(lead))
                .forEach(w -> chats.merge(w.platform(), w.chats(), Long::sum));
        return chats;
    }
}
