package dev.pitboard.telegram;

import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do with messages that may or may not have arrived. Telegram knows no key that would make a second attempt
 * harmless; so they are sent again, a few times and ever later, or left, as the host wants it.
 */
final class Doubts {
    /** So many attempts that may have arrived are enough. */
    static final int MOST = 3;

    private static final int REMEMBERED = 5_000;
    private static final String REMARK = "Sent again after a lost answer: it may be there twice.";

    private record Doubt(int attempts, Instant notBefore) {}

    private final boolean again;
    private final InstantSource machine;
    private final Map<String, Doubt> doubts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Doubt> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param again whether such a message is sent again */
    Doubts(boolean again, InstantSource machine) {
        this.again = again;
        this.machine = machine;
    }

    /** Why the post is not to be sent (now), or null when it is. */
    synchronized @Nullable Outcome before(Post post) {
        if (post.unsureSince() == null) {
            return null;
        }
        if (!again) {
            return left();
        }
        Doubt doubt = doubts.get(post.messageId());
        Instant now = machine.instant();
        return doubt != null && doubt.notBefore().isAfter(now)
                ? new Outcome.Wait(
                        Duration.between(now, doubt.notBefore()),
                        false,
                        "It may have arrived: no hurry to send it again.")
                : null;
    }

    /** What an attempt's outcome means, considering the attempts before. */
    synchronized Outcome after(Post post, Outcome outcome) {
        String id = post.messageId();
        if (id == null) {
            return outcome;
        }
        return switch (outcome) {
            case Outcome.Unsure(String reason) -> unsure(post, id, reason);
            case Outcome.Sent(String ref, String remark) -> {
                doubts.remove(id);
                yield post.unsureSince() == null
                        ? outcome
                        : new Outcome.Sent(ref, remark == null ? REMARK : REMARK + " " + remark);
            }
            case Outcome.Wait _ -> outcome;
            case Outcome.Failed _,
                    Outcome.InDoubt _,
                    Outcome.Blocked _,
                    Outcome.Denied _,
                    Outcome.Gone _,
                    Outcome.Moved _,
                    Outcome.Refused _ -> outcome;
        };
    }

    private Outcome unsure(Post post, String id, String reason) {
        if (!again) {
            return left();
        }
        Doubt before = doubts.get(id);
        int earlier = before != null ? before.attempts() : post.unsureSince() == null ? 0 : 1;
        int attempts = earlier + 1;
        if (attempts >= MOST) {
            doubts.remove(id);
            return new Outcome.InDoubt(
                    "The answers to " + attempts + " attempts were lost: it may be there, once or several times.");
        }
        doubts.put(id, new Doubt(attempts, machine.instant().plus(pause(attempts))));
        return new Outcome.Unsure(reason);
    }

    /** An outage is often over within a minute. */
    private static Duration pause(int attempts) {
        return attempts == 1 ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
    }

    private static Outcome left() {
        return new Outcome.InDoubt("The answer was lost, so it may have arrived; it is set not to be sent again then.");
    }
}
