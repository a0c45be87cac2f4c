package dev.pitboard.delivery;

import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group wanted of a series at which instant of timetable time: what was said last about an instant holds, and who
 * says something says it about all time to come.
 */
final class SimWishes {
    private record Said(Instant from, @Nullable Settings settings) {}

    private final List<Said> said = new ArrayList<>();
    private final List<Instant> changes = new ArrayList<>();

    void say(@Nullable Settings settings, Instant now) {
        said.removeIf(s -> !s.from.isBefore(now));
        said.add(new Said(now, settings));
        changes.add(now);
    }

    private @Nullable Settings at(Instant instant) {
        Settings settings = null;
        for (Said s : said) {
            if (!s.from.isAfter(instant)) {
                settings = s.settings;
            }
        }
        return settings;
    }

    /** Whether reminders are on as far as was last said. */
    boolean isOn() {
        return !said.isEmpty() && said.getLast().settings != null;
    }

    /** Whether that reminder was wanted at its due instant. */
    boolean wants(SimSeason.Item item, LeadTime lead, Instant start) {
        Settings settings = at(start.minus(lead.before()));
        return settings != null
                && settings.kinds().contains(item.kind)
                && settings.leads().contains(lead);
    }

    /** Whether that notice was wanted when the timetable changed. */
    boolean wantsNotice(SimSeason.Item item, Instant changed) {
        Settings settings = at(changed);
        return settings != null && settings.kinds().contains(item.kind);
    }

    /** Whether anything was said between two instants, the first of them included. */
    boolean changedWithin(Instant from, Instant until) {
        return changes.stream().anyMatch(c -> !c.isBefore(from) && c.isBefore(until));
    }
}
