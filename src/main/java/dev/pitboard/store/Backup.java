package dev.pitboard.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the SQLite database as it was at one instant. Made while the bot goes on writing, checked before it counts, and
 * there under its name only when it is whole.
 *
 * @param version of its tables
 * @param rows how many promises are in its ledger
 */
public record Backup(Path file, long bytes, int version, long rows) {
    private static final String UNFINISHED = ".unfinished";

    /**
     * Copies the database into {@code file}.
     *
     * @param url {@code jdbc:sqlite:...}
     * @throws CannotOpen when there is no such database, when something with that name exists already, or when the copy can't
     *     be written or is not whole
     */
    public static Backup make(String url, Path file) throws CannotOpen {
        Address address = Address.of(url, null, null);
        address.requireFile();
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw exists(target, null);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            copy(address, unfinished);
            Backup made = of(unfinished);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, target);
            force(target);
            return new Backup(target, made.bytes(), made.version(), made.rows());
        } catch (FileAlreadyExistsException e) {
            throw exists(target, e);
        } catch (IOException e) {
            throw CannotOpen.setUp("The backup " + target + " can't be written: " + e.getMessage() + ".", e);
        } finally {
            deleteLeftover(unfinished);
        }
    }

    /**
     * Looks at a file from end to end.
     *
     * @throws CannotOpen when it can't be read, is damaged, is no database of Pitboard, or is one of a newer Pitboard
     */
    public static Backup of(Path file) throws CannotOpen {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CannotOpen.setUp(file + " can't be read: name a file that './pitboard backup' made.", null);
        }
        Address address = address(file);
        check(address);
        int version = Schema.versionAt(address.forReading(), address);
        if (version == 0) {
            throw CannotOpen.setUp(file + " is a database, but not one of Pitboard.", null);
        }
        Schema.refuseOther(address, version);
        try {
            long rows = Long.parseLong(answer(address, "SELECT count(*) FROM delivery"));
            return new Backup(file, Files.size(file), version, rows);
        } catch (IOException e) {
            throw CannotOpen.setUp(file + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static Address address(Path file) throws CannotOpen {
        return Address.of(Database.sqliteUrl(file), null, null);
    }

    /** Copies a database, whoever writes to it meanwhile, into a new file. */
    static void copy(Address from, Path to) throws CannotOpen {
        try (Connection connection = DriverManager.getConnection(from.url(), from.forReading());
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, to.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw CannotOpen.setUp(
                    "The database " + from + " can't be copied to " + to + ": " + e.getMessage() + ".", e);
        }
    }

    private static void check(Address address) throws CannotOpen {
        String found = answer(address, "PRAGMA integrity_check(1)");
        if (!found.equals("ok")) {
            throw CannotOpen.setUp("The database " + address + " is damaged (" + found + "): use another one.", null);
        }
    }

    private static String answer(Address address, String question) throws CannotOpen {
        try (Connection connection = DriverManager.getConnection(address.url(), address.forReading());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw address.cannotOpen(e);
        }
    }

    /** So that a file's name too outlives a power failure, where the system lets a folder be brought onto the disk. */
    static void force(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static CannotOpen exists(Path target, @Nullable Exception cause) {
        return CannotOpen.setUp(
                target + " exists already and is left as it is: name another file, or a folder.", cause);
    }

    private static void deleteLeftover(Path unfinished) throws CannotOpen {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw CannotOpen.setUp("What is left of the attempt can't be deleted: remove " + unfinished + ".", e);
        }
    }
}
