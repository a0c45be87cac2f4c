package dev.pitboard.motorsport;

/** A session together with what it belongs to. */
public record Fixture(Series series, Season season, Round round, Session session) {
    /** Whether its time is confirmed: neither it nor its round is tentative. */
    public boolean isConfirmed() {
        return session.status() != Status.TENTATIVE && round.status() != Status.TENTATIVE;
    }

    /** Whether it is to take place as far as anybody knows: neither it nor its round is delayed, cancelled or postponed. */
    public boolean takesPlace() {
        return session.status().goesAhead() && round.status().goesAhead();
    }
}
