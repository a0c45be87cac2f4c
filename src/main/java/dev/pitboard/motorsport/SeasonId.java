package dev.pitboard.motorsport;

/** Names a season: {@code series/year}. */
public record SeasonId(String series, int year) {
    @Override
    public String toString() {
        return series + "/" + year;
    }
}
