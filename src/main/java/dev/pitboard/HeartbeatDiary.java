package dev.pitboard;

import dev.pitboard.delivery.Heartbeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The day of the latest heartbeat, in a file of its own in the data folder. */
record HeartbeatDiary(Path file) implements Heartbeat.Diary {
    private static final Logger log = LoggerFactory.getLogger(HeartbeatDiary.class);

    @Override
    public Optional<LocalDate> last() {
        try {
            return Files.exists(file)
                    ? Optional.of(LocalDate.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException unreadable) {
            log.warn("the day of the last heartbeat can't be read: {}", String.valueOf(unreadable));
            return Optional.empty();
        }
    }

    @Override
    public boolean note(LocalDate day) {
        try {
            Files.writeString(file, day + "\n");
            return true;
        } catch (IOException unwritable) {
            log.warn("no heartbeat, because its day can't be kept: {}", String.valueOf(unwritable));
            return false;
        }
    }
}
