package dev.pitboard.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The folder a running bot keeps its files in. It belongs to one process at a time, whatever database is used. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "pitboard.lock";

    /** A byte far behind the text, so that systems which forbid reading what is locked still let others read who it is. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and takes it until {@link #close} or the end of the process.
     *
     * @param started when this process started, for whoever finds the folder taken
     * @throws CannotOpen when another process has it, naming that, or it can't be written
     */
    public static DataFolder take(Path folder, Instant started) throws CannotOpen {
        Path absolute = folder.toAbsolutePath().normalize();
        FileChannel channel = openIn(absolute);
        try {
            if (lock(channel) == null) {
                throw CannotOpen.setUp(
                        "The data folder " + absolute + " is in use by another Pitboard (" + holder(channel)
                                + "): stop that one, or set PITBOARD_DATA to another folder.",
                        null);
            }
            String text = "process " + ProcessHandle.current().pid() + ", started " + started + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw CannotOpen.setUp(cannotWrite(absolute), e);
        } catch (CannotOpen e) {
            closeAfter(channel, e);
            throw e;
        }
    }

    private static FileChannel openIn(Path folder) throws CannotOpen {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw CannotOpen.setUp("The data folder " + folder + " is not a folder: set PITBOARD_DATA to one.", e);
        } catch (IOException e) {
            throw CannotOpen.setUp(cannotWrite(folder), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(200);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "which has not said yet which process it is" : text;
    }

    private static String cannotWrite(Path folder) {
        return "The data folder " + folder + " can't be written: give the user Pitboard runs as the right to,"
                + " or set PITBOARD_DATA to another folder.";
    }

    private static void closeAfter(FileChannel channel, Exception reason) {
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** The address of a SQLite file in this folder, such as {@code pitboard.db}. */
    public String sqliteUrl(String file) {
        return Database.sqliteUrl(folder.resolve(file));
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
