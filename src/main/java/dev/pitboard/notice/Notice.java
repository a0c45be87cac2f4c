package dev.pitboard.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a start or a round changed, to be said once to everyone whose subscription covers it. All of one revision in one chat
 * becomes one message. Instants are timetable time.
 *
 * @param series whose subscriptions it is for
 * @param subject what changed: a start ({@code series/year/round/session}, with {@code #part} for a part) or a round
 *     ({@code series/year/round})
 * @param kind the word of the session's kind, or {@link #ROUND} for what concerns everyone who follows the series
 * @param at the new start, or null where there is none
 * @param due when the timetable changed
 * @param expires from then on it is useless
 * @param quiet whether it is said without a ping
 */
public record Notice(
        String series,
        String subject,
        String kind,
        @Nullable Instant at,
        Instant due,
        Instant expires,
        boolean quiet) {
    /** In the place of a kind of session: a change of a whole round. */
    public static final String ROUND = "round";
}
