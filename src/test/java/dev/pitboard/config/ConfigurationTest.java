package dev.pitboard.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
    @Test
    void everythingHasADefault() {
        Configuration configuration = Configuration.from(Map.of());
        assertNull(configuration.discordToken());
        assertNull(configuration.telegramToken());
        assertEquals("https://discord.com/api/v10/", configuration.discordApi().toString());
        assertEquals("https://api.telegram.org", configuration.telegramApi().toString());
        assertEquals(Path.of("./config"), configuration.config());
        assertEquals(Path.of("./data"), configuration.data());
        assertNull(configuration.databaseUrl());
        assertEquals(ZoneId.systemDefault(), configuration.zone());
        assertEquals("127.0.0.1", configuration.httpHost());
        assertEquals(8080, configuration.httpPort());
        assertEquals(400, configuration.keepDays());
        assertEquals(0, Configuration.from(Map.of("PITBOARD_KEEP_DAYS", "0")).keepDays());
        assertEquals(new Pacing(50, 5000, Duration.ofSeconds(60), 30, 20, true), configuration.pacing());
    }

    @Test
    void paceAndCareCanBeSet() {
        Configuration configuration = Configuration.from(Map.of(
                "PITBOARD_DISCORD_RATE", "500",
                "PITBOARD_DISCORD_REFUSALS", "100",
                "PITBOARD_DISCORD_NONCE_SECONDS", "30",
                "PITBOARD_TELEGRAM_RATE", "20",
                "PITBOARD_TELEGRAM_GROUP_RATE", "0",
                "PITBOARD_TELEGRAM_IN_DOUBT", "leave"));
        assertEquals(new Pacing(500, 100, Duration.ofSeconds(30), 20, 0, false), configuration.pacing());
    }

    @Test
    void aPaceThatMakesNoSenseIsAProblem() {
        ConfigurationError error = assertThrows(
                ConfigurationError.class,
                () -> Configuration.from(Map.of(
                        "PITBOARD_DISCORD_RATE", "0",
                        "PITBOARD_DISCORD_REFUSALS", "10001",
                        "PITBOARD_TELEGRAM_RATE", "fast",
                        "PITBOARD_TELEGRAM_IN_DOUBT", "sometimes")));
        assertEquals(4, error.problems().size(), error.problems().toString());
        assertTrue(
                error.problems().contains("PITBOARD_DISCORD_REFUSALS is not a whole number from 1 to 10000: 10001."));
        assertTrue(error.problems().contains("PITBOARD_TELEGRAM_IN_DOUBT must be again or leave: sometimes."));
    }

    @Test
    void aHeartbeatGoesToAChatOnAPlatformThatIsOn() {
        assertEquals(
                new ChatRef(Platform.TELEGRAM, "-100", "5"),
                Configuration.from(Map.of("PITBOARD_HEARTBEAT", "telegram:-100/5", "TELEGRAM_TOKEN", "1:a"))
                        .heartbeat());
        for (String wrong : List.of("discord:1", "fax:1", "discord", "123")) {
            ConfigurationError error = assertThrows(
                    ConfigurationError.class,
                    () -> Configuration.from(Map.of("PITBOARD_HEARTBEAT", wrong, "TELEGRAM_TOKEN", "1:a")));
            assertTrue(error.problems().getFirst().startsWith("PITBOARD_HEARTBEAT "), error.problems()::toString);
        }
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        Configuration configuration =
                Configuration.from(Map.of("DISCORD_TOKEN", " ", "PITBOARD_HTTP_PORT", "", "PITBOARD_ZONE", ""));
        assertNull(configuration.discordToken());
        assertEquals(8080, configuration.httpPort());
    }

    @Test
    void aSecretMayComeFromAFileAndNeverShows(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "abc.def\n");
        Configuration configuration = Configuration.from(Map.of("DISCORD_TOKEN_FILE", file.toString()));
        Secret token = configuration.discordToken();
        assertNotNull(token);
        assertEquals("abc.def", token.get());
        assertFalse((configuration + " " + token).contains("abc"));
    }

    @Test
    void theDatabaseAddressDoesNotShowEither() {
        Configuration configuration =
                Configuration.from(Map.of("PITBOARD_DATABASE_URL", "jdbc:postgresql://h/p?user=u&password=hush"));
        assertFalse(configuration.toString().contains("hush"));
    }

    @Test
    void everyProblemIsSaidAtOnceWithoutSecrets(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Map<String, String> wrong = Map.of(
                "DISCORD_TOKEN", "hush",
                "DISCORD_TOKEN_FILE", "/somewhere",
                "TELEGRAM_TOKEN_FILE", empty.toString(),
                "DISCORD_API_URL", "not an address",
                "PITBOARD_DATABASE_URL", "mysql://hush",
                "PITBOARD_DATABASE_PASSWORD_FILE", folder.resolve("missing").toString(),
                "PITBOARD_ZONE", "+02:00",
                "PITBOARD_HTTP_PORT", "99999",
                "PITBOARD_KEEP_DAYS", "7");
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> Configuration.from(wrong));
        List<String> problems = error.problems();
        assertEquals(8, problems.size(), problems.toString());
        assertTrue(problems.contains("Both DISCORD_TOKEN and DISCORD_TOKEN_FILE are set; keep one of them."));
        assertTrue(problems.contains("TELEGRAM_TOKEN_FILE names an empty file: " + empty + "."));
        assertTrue(problems.contains("PITBOARD_ZONE is not an IANA zone such as Europe/Madrid: +02:00."));
        assertTrue(problems.contains("PITBOARD_KEEP_DAYS is not a number of days from 30 to 99999, or 0 for ever: 7."));
        assertTrue(problems.contains("PITBOARD_HTTP_PORT is not a port: give a number from 0 (off) to 65535."));
        assertFalse(String.join(" ", problems).contains("hush"));
    }
}
