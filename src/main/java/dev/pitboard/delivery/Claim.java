package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that is ours to send, or to edit where it was sent already, until the lease ends: promises of one chat with the
 * same ping and the same due instant, either all reminders or all notices.
 *
 * @param messageId at most 25 characters of [0-9a-z]; the same for every attempt
 * @param quiet whether it is sent without a sound; it pings nobody then
 * @param attempt 1 for the first
 * @param unsureSince when the first of the earlier attempts began that may have arrived (machine time), or null when it is
 *     certain that none did
 * @param head the number of the newest revision at the moment of the claim, 0 for none: what is said comes from a timetable
 *     at least that new
 * @param posted the platform's id of the message that is to be edited, or null where it is to be sent
 */
public record Claim(
        String messageId,
        ChatRef chat,
        @Nullable String role,
        boolean quiet,
        Instant due,
        List<Promise> promises,
        int attempt,
        @Nullable Instant unsureSince,
        long head,
        @Nullable String posted) {
    public Claim {
        promises = List.copyOf(promises);
    }

    /** Whether it is there already and says what is no longer so. */
    public boolean isEdit() {
        return posted != null;
    }

    /** For logs: "gt4/2023/barcelona/race-1 1h before". */
    String about() {
        return promises.stream().map(Promise::text).collect(Collectors.joining(" and "));
    }

    /** The same message without some of its promises. */
    Claim without(Collection<Promise> some) {
        return new Claim(
                messageId,
                chat,
                role,
                quiet,
                due,
                promises.stream().filter(p -> !some.contains(p)).toList(),
                attempt,
                unsureSince,
                head,
                posted);
    }
}
