package dev.pitboard.store;

import dev.pitboard.revision.Proposal;
import dev.pitboard.revision.Proposals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What waits to be approved, in SQL. Instants are kept to the millisecond. */
public final class SqlProposals implements Proposals {
    private static final String ROWS = "SELECT id, kind, source, input, answers, who, made_at, state FROM proposal ";

    private final Database database;

    public SqlProposals(Database database) {
        this.database = database;
    }

    @Override
    public Proposal add(
            Proposal.Kind kind, String source, byte[] input, Map<String, String> answers, String who, Instant at) {
        if (input.length > LARGEST) {
            throw new IllegalArgumentException(input.length + " bytes are more than is kept");
        }
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO proposal (kind, source, input, answers, who, made_at, state)
                        VALUES (:kind, :source, :input, :answers, :who, :at, 'open')
                        RETURNING id, kind, source, input, answers, who, made_at, state""")
                .bind("kind", word(kind))
                .bind("source", source)
                .bind("input", input)
                .bind("answers", Documents.of(answers))
                .bind("who", who)
                .bind("at", at.toEpochMilli())
                .map((rs, _) -> proposal(rs))
                .one());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Proposal proposal(ResultSet rs) throws SQLException {
        return new Proposal(
                rs.getLong("id"),
                Proposal.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("source"),
                Objects.requireNonNull(rs.getBytes("input")),
                Documents.answers(rs.getString("answers")),
                rs.getString("who"),
                Instant.ofEpochMilli(rs.getLong("made_at")),
                Proposal.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)));
    }

    @Override
    public Optional<Proposal> find(long id) {
        return database.read(handle -> handle.createQuery(ROWS + "WHERE id = :id")
                .bind("id", id)
                .map((rs, _) -> proposal(rs))
                .findOne());
    }

    @Override
    public List<Proposal> open() {
        return database.read(handle -> handle.createQuery(ROWS + "WHERE state = 'open' ORDER BY id DESC")
                .map((rs, _) -> proposal(rs))
                .list());
    }

    @Override
    public void answer(long id, Map<String, String> answers) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE proposal SET answers = :answers WHERE id = :id AND state = 'open'")
                .bind("answers", Documents.of(answers))
                .bind("id", id)
                .execute());
    }

    @Override
    public boolean end(long id, Proposal.State state) {
        if (state == Proposal.State.OPEN) {
            throw new IllegalArgumentException("open is no end");
        }
        return database.<Integer>write(handle -> handle.createUpdate(
                                "UPDATE proposal SET state = :state WHERE id = :id AND state = 'open'")
                        .bind("state", word(state))
                        .bind("id", id)
                        .execute())
                == 1;
    }
}
