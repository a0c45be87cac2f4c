package dev.pitboard.config;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.notice.NoticeRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked. Nothing secret shows in {@code toString}.
 *
 * @param databaseUrl JDBC address, or null for SQLite in the data folder
 * @param zone of the terminal and of times written as text
 * @param httpPort 0 for none
 * @param notices when a change is worth a notice
 * @param keepDays how long reminders that ended stay in the ledger, 0 for ever
 * @param heartbeat the chat that gets a line a day, or null
 */
public record Configuration(
        @Nullable Secret discordToken,
        URI discordApi,
        @Nullable Secret telegramToken,
        URI telegramApi,
        Path config,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable Secret databasePassword,
        ZoneId zone,
        String httpHost,
        int httpPort,
        Pacing pacing,
        NoticeRules notices,
        int keepDays,
        @Nullable ChatRef heartbeat) {
    /** Reads the settings. @throws ConfigurationError with every problem at once */
    public static Configuration from(Map<String, String> environment) {
        Environment env = new Environment(environment);
        Secret discordToken = env.secret(Setting.DISCORD_TOKEN);
        Secret telegramToken = env.secret(Setting.TELEGRAM_TOKEN);
        Configuration configuration = new Configuration(
                discordToken,
                env.uri(Setting.DISCORD_API_URL),
                telegramToken,
                env.uri(Setting.TELEGRAM_API_URL),
                env.path(Setting.PITBOARD_CONFIG),
                env.path(Setting.PITBOARD_DATA),
                env.databaseUrl(),
                env.text(Setting.PITBOARD_DATABASE_USER),
                env.secret(Setting.PITBOARD_DATABASE_PASSWORD),
                env.zone(),
                env.required(Setting.PITBOARD_HTTP_HOST),
                env.port(),
                env.pacing(),
                env.notices(),
                env.keepDays(),
                env.heartbeat(discordToken, telegramToken));
        env.throwIfProblems();
        return configuration;
    }

    /** The same without the database's address, which may hold a password. */
    @Override
    public String toString() {
        return "Configuration[discord=" + (discordToken != null) + ", telegram=" + (telegramToken != null) + ", config="
                + config + ", data=" + data + "]";
    }
}
