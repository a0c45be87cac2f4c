package dev.pitboard.config;

/** A setting, read from the environment variable of the same name. Those marked secret may also come from a file. */
public enum Setting {
    DISCORD_TOKEN(true, "", "The Discord bot's token. Without it Discord stays off."),
    DISCORD_API_URL(
            false,
            "https://discord.com/api/v10/",
            "Full base of the Discord API. The gateway's address always comes from it."),
    TELEGRAM_TOKEN(true, "", "The Telegram bot's token. Without it Telegram stays off."),
    TELEGRAM_API_URL(
            false, "https://api.telegram.org", "Root of the Telegram Bot API; /bot<token>/Method is appended."),
    PITBOARD_CONFIG(false, "./config", "Folder with circuits.yaml and series/."),
    PITBOARD_DATA(false, "./data", "Folder for the database and the lock; created when missing."),
    PITBOARD_DATABASE_URL(
            false, "", "JDBC address, such as jdbc:postgresql://host/name. Default: SQLite in the data folder."),
    PITBOARD_DATABASE_USER(false, "", "User for the database address above."),
    PITBOARD_DATABASE_PASSWORD(true, "", "Password for the database address above."),
    PITBOARD_ZONE(false, "", "IANA zone of the terminal, and for times as text on Telegram. Default: the system's."),
    PITBOARD_HTTP_HOST(false, "127.0.0.1", "Address that /healthz, /readyz and /metrics listen on."),
    PITBOARD_HTTP_PORT(false, "8080", "Port of /healthz, /readyz and /metrics; 0 turns them off."),
    PITBOARD_DISCORD_RATE(
            false, "50", "Requests a second to Discord. It allows 50, and more to bigger bots that have asked for it."),
    PITBOARD_DISCORD_REFUSALS(
            false,
            "5000",
            "After so many refused requests in ten minutes nothing is posted on Discord for a while; at 10,000 it bans the"
                    + " address."),
    PITBOARD_DISCORD_NONCE_SECONDS(
            false,
            "60",
            "How long after a first attempt Discord is trusted not to post a message twice. Later it is looked for first."),
    PITBOARD_TELEGRAM_RATE(false, "30", "Messages a second on Telegram. It allows about 30."),
    PITBOARD_TELEGRAM_GROUP_RATE(
            false,
            "20",
            "Messages a minute in a Telegram group or channel; and one a second in any chat. 0: no limit in any chat."),
    PITBOARD_TELEGRAM_IN_DOUBT(
            false,
            "again",
            "What to do with a message that may or may not have arrived on Telegram: again sends it again, leave does not."),
    PITBOARD_NOTICE_MINUTES(
            false,
            "5",
            "From how many minutes on a session that moves is told of; what is posted is corrected anyway."),
    PITBOARD_NOTICE_SILENT_DAYS(
            false, "14", "A change of a session further ahead than so many days is posted without a ping."),
    PITBOARD_HEARTBEAT(
            false,
            "",
            "A chat that gets one line a day, such as discord:123 or telegram:-100: that all is well, in numbers."),
    PITBOARD_KEEP_DAYS(
            false, "400", "For how many days after it ended a reminder stays in the ledger, at least 30; 0 for ever."),
    PITBOARD_LOG(false, "info", "How much the log says: error, warn, info or debug. Demo and one-off commands: warn.");

    private final boolean secret;
    private final String fallback;
    private final String meaning;

    Setting(boolean secret, String fallback, String meaning) {
        this.secret = secret;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** Whether {@code <name>_FILE} may name a file that holds it. */
    public boolean secret() {
        return secret;
    }

    /** The default as text; empty where there is none. */
    public String fallback() {
        return fallback;
    }

    /** What it is, in a sentence or two. */
    public String meaning() {
        return meaning;
    }
}
