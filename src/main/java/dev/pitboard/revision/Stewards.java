package dev.pitboard.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may change the timetable, as the host names them. Throws {@link dev.pitboard.command.Unavailable} like every store. */
public interface Stewards {
    /**
     * A steward.
     *
     * @param person {@code discord:<user id>} or {@code telegram:<user id>}
     * @param series the series, or null for every series, also new ones
     */
    record Steward(String person, @Nullable String series) {}

    /** Names one. @return false when that is so already */
    boolean add(Steward steward);

    /** Takes it back. @return false when it was not so */
    boolean remove(Steward steward);

    /** All, by series and person. */
    List<Steward> list();

    /** Whether that person may change that series. */
    default boolean may(String person, String series) {
        return list().stream()
                .anyMatch(s -> s.person().equals(person) && (s.series() == null || series.equals(s.series())));
    }
}
