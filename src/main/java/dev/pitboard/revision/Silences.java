package dev.pitboard.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Series of which nothing is sent for now: claims pass their messages over, what becomes useless meanwhile expires, and the
 * rest follows. Instants are timetable time. Throws {@link dev.pitboard.command.Unavailable} like every store.
 */
public interface Silences {
    /** @param until when it ends by itself, or null when only somebody ends it */
    record Silence(
            String series,
            String who,
            Instant since,
            @Nullable Instant until) {}

    /** Begins one, or changes it. */
    void begin(Silence silence);

    /** Ends one. @return what was ended, or empty when there was none at {@code now} */
    Optional<Silence> end(String series, Instant now);

    /** All at that instant, by series. */
    List<Silence> at(Instant now);
}
