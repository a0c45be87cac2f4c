package dev.pitboard.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database's error means for people. */
final class Trouble {
    private Trouble() {}

    /** The database's own exception somewhere below, or null when it was not the database. */
    static @Nullable SQLException in(Throwable thrown) {
        SQLException found = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    /** A deadlock or a lost race between transactions: the same transaction again may well work. */
    static boolean isPassing(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /** What is wrong, as a sentence about {@code database}, when it is the database's state and not our statement. */
    static Optional<String> sentence(SQLException e, String database) {
        return Optional.ofNullable(e instanceof SQLiteException sqlite ? ofSqlite(sqlite) : ofServer(e))
                .map(what -> "The database " + database + " " + what);
    }

    /** Whether the sentence is about something that may pass by itself. */
    static boolean mayPass(SQLException e) {
        if (e instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = primary(sqlite);
            return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
        }
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57") || state.startsWith("53") || state.isEmpty();
    }

    private static @Nullable String ofSqlite(SQLiteException e) {
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "is locked by another program: close what else has it open.";
            case SQLITE_FULL -> "can't take any more: its disk is full. Make room on it.";
            case SQLITE_IOERR -> "can't be read or written: the disk reports an error (" + e.getResultCode() + ").";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "can't be written: give the user Pitboard runs as the right to write the file and its folder.";
            case SQLITE_CANTOPEN -> "can't be opened: check that its folder exists and may be written.";
            case SQLITE_NOTADB -> "is not a database: the file holds something else. Move it away or name another.";
            case SQLITE_CORRUPT -> "is damaged: restore it from a backup.";
            default -> null;
        };
    }

    private static SQLiteErrorCode primary(SQLiteException e) {
        return SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff);
    }

    private static @Nullable String ofServer(SQLException e) {
        String state = state(e);
        return switch (state) {
            case "28P01", "28000" ->
                "refuses the user or the password: check PITBOARD_DATABASE_USER and" + " PITBOARD_DATABASE_PASSWORD.";
            case "3D000" -> "does not exist on the server: create it, or correct PITBOARD_DATABASE_URL.";
            case "42501", "25006" -> "can't be written: give its user the right to.";
            case "55P03" -> "is locked by another program: try again in a moment.";
            case "53100" -> "can't take any more: the server's disk is full. Make room on it.";
            case "" -> "can't be reached: " + firstLine(e) + ".";
            default ->
                switch (state.substring(0, 2)) {
                    case "08", "57" -> "can't be reached: " + firstLine(e) + ".";
                    case "53" -> "has no room for more connections or work right now: " + firstLine(e) + ".";
                    default -> null;
                };
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String firstLine(SQLException e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
        return text.replaceAll("\\.$", "");
    }
}
