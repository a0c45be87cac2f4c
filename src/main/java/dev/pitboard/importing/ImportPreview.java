package dev.pitboard.importing;

import dev.pitboard.chat.Platform;
import dev.pitboard.reading.Draft;
import dev.pitboard.revision.Effect;
import dev.pitboard.revision.Proposal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import would do if it were approved now.
 *
 * @param draft what was read
 * @param resolution what that comes to against the timetable
 * @param effects of each of its plans, in their order
 * @param fingerprint differs as soon as any item or open question does: only what was seen is approved
 */
public record ImportPreview(
        Proposal proposal, Draft draft, Resolution resolution, List<Effect> effects, String fingerprint) {
    public ImportPreview {
        effects = List.copyOf(effects);
    }

    /** How many chats would get a notice, by platform. */
    public Map<Platform, Long> chats() {
        Map<Platform, Long> chats = new TreeMap<>();
        effects.forEach(e -> e.chats().forEach((platform, count) -> chats.merge(platform, count, Long::sum)));
        return chats;
    }

    /** Whether those notices ping nobody. */
    public boolean quiet() {
        return effects.stream().allMatch(Effect::quiet);
    }

    /** How many reminders would come at another time. */
    public long moved() {
        return effects.stream().mapToLong(Effect::moved).sum();
    }

    /** How many reminders would be sent again. */
    public long again() {
        return effects.stream().mapToLong(Effect::again).sum();
    }

    /** How many reminders would not come. */
    public long dropped() {
        return effects.stream().mapToLong(Effect::dropped).sum();
    }
}
