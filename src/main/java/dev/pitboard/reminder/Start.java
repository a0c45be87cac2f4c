package dev.pitboard.reminder;

import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that starts and that people are reminded of: a session, or a part of one that starts on its own later.
 *
 * @param part the id of the part, or null for the session itself
 */
public record Start(SessionId session, @Nullable String part) implements Comparable<Start> {
    public Start {
        if (part != null && part.isEmpty()) {
            throw new IllegalArgumentException("a part without a name in " + session);
        }
    }

    public static Start of(SessionId session) {
        return new Start(session, null);
    }

    /** Reads what {@link #toString} writes. @throws IllegalArgumentException when the text is not of that form */
    public static Start parse(String text) {
        int hash = text.indexOf('#');
        return hash < 0
                ? of(SessionId.parse(text))
                : new Start(SessionId.parse(text.substring(0, hash)), text.substring(hash + 1));
    }

    /** What people call it, such as "Race 1", or "Q2 of Qualifying 1 & 2" for a part. */
    public String nameIn(Fixture fixture) {
        return nameIn(fixture.session());
    }

    /** The same, of its session. */
    public String nameIn(Session one) {
        return partIn(one).map(p -> p.name() + " of " + one.name()).orElse(one.name());
    }

    /** The part this is about, or empty for the session itself. */
    Optional<Part> partIn(Fixture fixture) {
        return partIn(fixture.session());
    }

    private Optional<Part> partIn(Session one) {
        return one.parts().stream().filter(p -> p.id().equals(part)).findFirst();
    }

    @Override
    public int compareTo(Start other) {
        return toString().compareTo(other.toString());
    }

    /** {@code series/year/round/session}, with {@code #part} for a part. */
    @Override
    public String toString() {
        return session + (part == null ? "" : "#" + part);
    }
}
