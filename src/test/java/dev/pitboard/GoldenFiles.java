package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are compared with files under {@code src/test/resources/golden/<platform>/<case>.txt}. They are reviewed like code;
 * {@code mvn test -Dgolden=record} writes them anew.
 */
public final class GoldenFiles {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean RECORD = "record".equals(System.getProperty("golden"));

    private GoldenFiles() {}

    /**
     * Compares with the golden file of that case, or records it.
     *
     * @param platform a folder's name, such as {@code terminal}
     * @param name the case's name, such as {@code next-session-on-now}
     */
    public static void assertMatches(String platform, String name, String text) {
        Path file = FOLDER.resolve(platform).resolve(name + ".txt");
        String actual = text.endsWith("\n") ? text : text + "\n";
        try {
            if (RECORD) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                return;
            }
            if (!Files.exists(file)) {
                fail("There is no golden file " + file + " yet: run with -Dgolden=record and look at it.");
            }
            assertEquals(Files.readString(file), actual, () -> file + " differs; -Dgolden=record writes it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
