package dev.pitboard.motorsport;

/** Names a session for good: {@code series/year/round/session}, each part a stable word, never a position. */
public record SessionId(String series, int year, String round, String session) implements Comparable<SessionId> {
    /** Reads {@code series/year/round/session}. @throws IllegalArgumentException when the text is not of that form */
    public static SessionId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not series/year/round/session: " + text);
        }
        return new SessionId(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    /** The round this session belongs to. */
    public RoundId roundId() {
        return new RoundId(series, year, round);
    }

    @Override
    public int compareTo(SessionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return series + "/" + year + "/" + round + "/" + session;
    }
}
