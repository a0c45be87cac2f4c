package dev.pitboard.motorsport;

/** Names a round for good: {@code series/year/round}, each part a stable word, never a position. */
public record RoundId(String series, int year, String round) implements Comparable<RoundId> {
    /** Reads {@code series/year/round}. @throws IllegalArgumentException when the text is not of that form */
    public static RoundId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not series/year/round: " + text);
        }
        return new RoundId(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    /** The id of one of this round's sessions. */
    public SessionId session(String session) {
        return new SessionId(series, year, round, session);
    }

    @Override
    public int compareTo(RoundId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return series + "/" + year + "/" + round;
    }
}
