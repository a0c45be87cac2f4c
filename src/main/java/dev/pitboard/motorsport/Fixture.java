package dev.pitboard.motorsport;

/** A session together with what it belongs to. */
public record Fixture(Series series, Season season, Round round, Session session) {
    /** Whether it is to take place as far as anybody knows: neither it nor its round is delayed, cancelled or postponed. */
    public boolean takesPlace() {
        return session.status().goesAhead() && round.status().goesAhead();
    }
}
