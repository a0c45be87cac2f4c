package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isMadeAndBelongsToOneProcess() throws Exception {
        Path data = folder.resolve("a/b");
        try (DataFolder first = DataFolder.take(data, STARTED)) {
            assertEquals("jdbc:sqlite:" + data.resolve("pitboard.db"), first.sqliteUrl("pitboard.db"));
            CannotOpen e = assertThrows(CannotOpen.class, () -> DataFolder.take(data, STARTED.plusSeconds(1)));
            String message = String.valueOf(e.getMessage());
            assertTrue(message.contains("process " + ProcessHandle.current().pid() + ", started " + STARTED), message);
            assertFalse(e.isUnreachable());
        }
        try (DataFolder again = DataFolder.take(data, STARTED.plusSeconds(2))) {
            assertEquals(
                    "process " + ProcessHandle.current().pid() + ", started " + STARTED.plusSeconds(2) + "\n",
                    Files.readString(data.resolve("pitboard.lock")));
            assertTrue(again.sqliteUrl("x").endsWith("x"));
        }
    }

    @Test
    void saysWhenItIsNoFolderOrCanNotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CannotOpen notFolder = assertThrows(CannotOpen.class, () -> DataFolder.take(file, STARTED));
        assertTrue(String.valueOf(notFolder.getMessage()).contains("is not a folder"), notFolder.getMessage());
        CannotOpen below = assertThrows(CannotOpen.class, () -> DataFolder.take(file.resolve("data"), STARTED));
        assertTrue(String.valueOf(below.getMessage()).contains("can't be written"), below.getMessage());
    }
}
