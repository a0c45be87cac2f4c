package dev.pitboard.subscription;

import dev.pitboard.motorsport.SessionKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a chat wants to be reminded of.
 *
 * @param kinds the kinds of session, at least one; in the order of {@link SessionKind}
 * @param leads longest first, 1 to {@link LeadTime#MOST}
 * @param role Discord: id of the role to ping, or null for none; null elsewhere
 */
public record Settings(
        Set<SessionKind> kinds,
        List<LeadTime> leads,
        @Nullable String role) {
    /** An hour and ten minutes before. */
    public static final List<LeadTime> DEFAULT_LEADS = List.of(LeadTime.ofMinutes(60), LeadTime.ofMinutes(10));

    public Settings {
        leads = leads.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (kinds.isEmpty() || leads.isEmpty() || leads.size() > LeadTime.MOST) {
            throw new IllegalArgumentException("kinds " + kinds + ", leads " + leads);
        }
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** All kinds, an hour and ten minutes before, nobody pinged. */
    public static Settings defaults() {
        return new Settings(EnumSet.allOf(SessionKind.class), DEFAULT_LEADS, null);
    }
}
