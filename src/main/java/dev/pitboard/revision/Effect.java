package dev.pitboard.revision;

import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.notice.Consequences;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change set would do, if it were made now.
 *
 * @param before the timetable in force
 * @param after the timetable with the changes
 * @param season the season with the changes, null where they take it away
 * @param chats how many chats would get a notice, by platform; none where it makes no notice
 * @param quiet whether those notices ping nobody
 * @param moved how many reminders that are still to come would come at another time
 * @param again how many that may have been sent would be sent again for the new time
 * @param dropped how many that are still to come would not come
 */
public record Effect(
        ChangeSet set,
        Timetable before,
        Timetable after,
        @Nullable Season season,
        Consequences consequences,
        Map<Platform, Long> chats,
        boolean quiet,
        long moved,
        long again,
        long dropped) {
    public Effect {
        chats = Map.copyOf(chats);
    }

    /** How many chats would get a notice, on all platforms. */
    public long allChats() {
        return chats.values().stream().mapToLong(Long::longValue).sum();
    }
}
