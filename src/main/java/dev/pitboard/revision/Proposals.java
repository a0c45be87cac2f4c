package dev.pitboard.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits to be approved, shared by all processes. Throws {@link dev.pitboard.command.Unavailable} like every store. */
public interface Proposals {
    /** The largest input that is kept, in bytes. */
    int LARGEST = 4 << 20;

    /** Keeps a new one. @return it with its id, which is small and rising */
    Proposal add(Proposal.Kind kind, String source, byte[] input, Map<String, String> answers, String who, Instant at);

    /** The proposal with that id. */
    Optional<Proposal> find(long id);

    /** All that wait, newest first. */
    List<Proposal> open();

    /** Replaces the answers of one that waits. */
    void answer(long id, Map<String, String> answers);

    /** Ends one that waits. @return false when it had ended already */
    boolean end(long id, Proposal.State state);
}
