package dev.pitboard.config;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.notice.NoticeRules;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single settings and collects what is wrong with them. An empty variable counts as not set. */
final class Environment {
    private static final int LAST_PORT = 65535;
    private static final int MOST_A_SECOND = 10_000;
    /** From there on Discord bans an address, so nobody may wait longer with stopping. */
    private static final int DISCORDS_OWN_LIMIT = 10_000;

    private static final int LONGEST_NONCE_SECONDS = 600;
    private static final Pattern CHAT = Pattern.compile("(discord|telegram):(-?\\d{1,20})(?:/(\\d{1,20}))?");
    private static final int SHORTEST_KEEPING = 30;
    private static final int LONGEST_NOTICE_MINUTES = 24 * 60;
    private static final int LONGEST_SILENT_DAYS = 400;

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    void throwIfProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigurationError(problems);
        }
    }

    @Nullable
    String text(Setting setting) {
        String value = variable(setting.name());
        String effective = value.isEmpty() ? setting.fallback() : value;
        return effective.isEmpty() ? null : effective;
    }

    String required(Setting setting) {
        String value = text(setting);
        return value == null ? setting.fallback() : value;
    }

    @Nullable
    Secret secret(Setting setting) {
        String direct = variable(setting.name());
        String file = variable(setting.name() + "_FILE");
        if (!direct.isEmpty() && !file.isEmpty()) {
            problems.add("Both " + setting + " and " + setting + "_FILE are set; keep one of them.");
            return null;
        }
        if (!file.isEmpty()) {
            return fromFile(setting, file);
        }
        return direct.isEmpty() ? null : new Secret(direct);
    }

    URI uri(Setting setting) {
        String value = required(setting);
        try {
            URI uri = new URI(value);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below, together with addresses of other kinds.
        }
        problems.add(setting + " is not a web address: it must look like " + setting.fallback() + ".");
        return URI.create(setting.fallback());
    }

    Path path(Setting setting) {
        try {
            return Path.of(required(setting));
        } catch (InvalidPathException notAPath) {
            problems.add(setting + " is not a path: " + notAPath.getReason() + ".");
            return Path.of(setting.fallback());
        }
    }

    @Nullable
    String databaseUrl() {
        String value = text(Setting.PITBOARD_DATABASE_URL);
        if (value != null && !value.startsWith("jdbc:postgresql:") && !value.startsWith("jdbc:sqlite:")) {
            problems.add(
                    Setting.PITBOARD_DATABASE_URL
                            + " must begin with jdbc:postgresql: or jdbc:sqlite:, such as jdbc:postgresql://localhost/pitboard.");
        }
        return value;
    }

    ZoneId zone() {
        String value = text(Setting.PITBOARD_ZONE);
        if (value == null) {
            return ZoneId.systemDefault();
        }
        if (ZoneId.getAvailableZoneIds().contains(value)) {
            return ZoneId.of(value);
        }
        problems.add(Setting.PITBOARD_ZONE + " is not an IANA zone such as Europe/Madrid: " + value + ".");
        return ZoneId.of("UTC");
    }

    int port() {
        String value = required(Setting.PITBOARD_HTTP_PORT);
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= LAST_PORT) {
            return Integer.parseInt(value);
        }
        problems.add(Setting.PITBOARD_HTTP_PORT + " is not a port: give a number from 0 (off) to 65535.");
        return 0;
    }

    Pacing pacing() {
        return new Pacing(
                number(Setting.PITBOARD_DISCORD_RATE, MOST_A_SECOND),
                number(Setting.PITBOARD_DISCORD_REFUSALS, DISCORDS_OWN_LIMIT),
                Duration.ofSeconds(number(Setting.PITBOARD_DISCORD_NONCE_SECONDS, LONGEST_NONCE_SECONDS)),
                number(Setting.PITBOARD_TELEGRAM_RATE, MOST_A_SECOND),
                number(Setting.PITBOARD_TELEGRAM_GROUP_RATE, 0, MOST_A_SECOND),
                telegramAgain());
    }

    private int number(Setting setting, int most) {
        return number(setting, 1, most);
    }

    private int number(Setting setting, int least, int most) {
        String value = required(setting);
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        problems.add(setting + " is not a whole number from " + least + " to " + most + ": " + value + ".");
        return Integer.parseInt(setting.fallback());
    }

    NoticeRules notices() {
        return new NoticeRules(
                Duration.ofMinutes(number(Setting.PITBOARD_NOTICE_MINUTES, 0, LONGEST_NOTICE_MINUTES)),
                Duration.ofDays(number(Setting.PITBOARD_NOTICE_SILENT_DAYS, 0, LONGEST_SILENT_DAYS)));
    }

    private boolean telegramAgain() {
        String value = required(Setting.PITBOARD_TELEGRAM_IN_DOUBT);
        if (!value.equals("again") && !value.equals("leave")) {
            problems.add(Setting.PITBOARD_TELEGRAM_IN_DOUBT + " must be again or leave: " + value + ".");
        }
        return !value.equals("leave");
    }

    /** The chat for heartbeats, on a platform that has a token. */
    @Nullable
    ChatRef heartbeat(@Nullable Secret discordToken, @Nullable Secret telegramToken) {
        String value = text(Setting.PITBOARD_HEARTBEAT);
        if (value == null) {
            return null;
        }
        Matcher chat = CHAT.matcher(value);
        if (!chat.matches()) {
            problems.add(Setting.PITBOARD_HEARTBEAT + " is not a chat: write it like discord:123 or telegram:-100.");
            return null;
        }
        Platform platform = chat.group(1).equals(Platform.DISCORD.word()) ? Platform.DISCORD : Platform.TELEGRAM;
        Setting token = platform == Platform.DISCORD ? Setting.DISCORD_TOKEN : Setting.TELEGRAM_TOKEN;
        if ((platform == Platform.DISCORD ? discordToken : telegramToken) == null) {
            problems.add(Setting.PITBOARD_HEARTBEAT + " names a chat on " + platform.label() + ", but " + token
                    + " is not set.");
        }
        return new ChatRef(platform, chat.group(2), chat.group(3));
    }

    int keepDays() {
        String value = required(Setting.PITBOARD_KEEP_DAYS);
        int days = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 1;
        if (days == 0 || days >= SHORTEST_KEEPING) {
            return days;
        }
        problems.add(Setting.PITBOARD_KEEP_DAYS + " is not a number of days from " + SHORTEST_KEEPING
                + " to 99999, or 0 for ever: " + value + ".");
        return 0;
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    private @Nullable Secret fromFile(Setting setting, String file) {
        try {
            String value = Files.readString(Path.of(file)).strip();
            if (!value.isEmpty()) {
                return new Secret(value);
            }
            problems.add(setting + "_FILE names an empty file: " + file + ".");
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(setting + "_FILE names a file that can't be read: " + file + ".");
        }
        return null;
    }
}
