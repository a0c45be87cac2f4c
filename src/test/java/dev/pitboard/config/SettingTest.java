package dev.pitboard.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingTest {
    @ParameterizedTest
    @EnumSource
    void standsInTheReadmeWithItsDefaultAndMeaning(Setting setting) throws IOException {
        String row = "| `" + setting + "`" + (setting.secret() ? " †" : "") + " | "
                + (setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`") + " | "
                + setting.meaning().replace("<", "&lt;").replace(">", "&gt;") + " |";
        assertTrue(Files.readString(Path.of("README.md")).contains(row), () -> "README.md lacks: " + row);
    }
}
