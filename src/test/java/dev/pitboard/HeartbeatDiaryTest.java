package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeartbeatDiaryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDayIsKept() {
        HeartbeatDiary diary = new HeartbeatDiary(folder.resolve("heartbeat"));
        assertEquals(Optional.empty(), diary.last());
        assertTrue(diary.note(DAY));
        assertEquals(Optional.of(DAY), new HeartbeatDiary(folder.resolve("heartbeat")).last());
    }

    @Test
    void whatCantBeReadOrWrittenIsNoDay() throws IOException {
        Path file = Files.writeString(folder.resolve("heartbeat"), "yesterday");
        assertEquals(Optional.empty(), new HeartbeatDiary(file).last());
        assertFalse(new HeartbeatDiary(folder.resolve("no/such/file")).note(DAY));
    }
}
