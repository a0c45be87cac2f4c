package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that is ours to send until the lease ends: promises of one chat with the same ping and the same due instant.
 *
 * @param messageId at most 25 characters of [0-9a-z]; the same for every attempt
 * @param attempt 1 for the first
 * @param unsureSince when the first of the earlier attempts began that may have arrived (machine time), or null when it is
 *     certain that none did
 */
public record Claim(
        String messageId,
        ChatRef chat,
        @Nullable String role,
        Instant due,
        List<Promise> promises,
        int attempt,
        @Nullable Instant unsureSince) {
    public Claim {
        promises = List.copyOf(promises);
    }

    /** For logs: "gt4/2023/barcelona/race-1 1h before". */
    String about() {
        return promises.stream()
                .map(p -> p.start() + " " + p.lead() + " before")
                .collect(Collectors.joining(" and "));
    }

    /** The same message without some of its promises. */
    Claim without(Collection<Promise> some) {
        return new Claim(
                messageId,
                chat,
                role,
                due,
                promises.stream().filter(p -> !some.contains(p)).toList(),
                attempt,
                unsureSince);
    }
}
