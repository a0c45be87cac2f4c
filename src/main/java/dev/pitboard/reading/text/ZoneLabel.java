package dev.pitboard.reading.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a text says about the zone of its times. */
sealed interface ZoneLabel {
    /** As it stands in the text. */
    String written();

    /** The wall clock at the track. */
    record Local(String written) implements ZoneLabel {}

    /** A zone by its IANA name. */
    record Iana(String written, ZoneId zone) implements ZoneLabel {}

    /** An offset that is in force all year, such as GMT+11. */
    record Fixed(String written, ZoneOffset offset) implements ZoneLabel {}

    /**
     * A name such as CEST or ET: rules to follow, and the half of the year in which it is in force.
     *
     * @param daylight true for summer time, false for standard time, null for both
     */
    record Named(String written, ZoneId rules, @Nullable Boolean daylight) implements ZoneLabel {
        /** The offset it means, whether in force or not. */
        ZoneOffset offset(LocalDateTime local) {
            if (daylight == null) {
                return rules.getRules().getOffset(local);
            }
            Instant instant = local.toInstant(ZoneOffset.UTC);
            ZoneOffset standard = rules.getRules().getStandardOffset(instant);
            return daylight ? ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + 3600) : standard;
        }

        /** Whether it is in force that day where it comes from. */
        boolean inForce(LocalDateTime local) {
            return rules.getRules().getValidOffsets(local).contains(offset(local));
        }
    }
}
