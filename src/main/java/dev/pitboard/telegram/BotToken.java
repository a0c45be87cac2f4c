package dev.pitboard.telegram;

import java.util.regex.Pattern;

/** The secret that makes a request the bot's. It stands in the address of every request, so whatever may quote one is cleaned by {@link #scrub}. */
public final class BotToken {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}:[A-Za-z0-9_-]{20,100}");
    private static final String HIDDEN = "<token>";

    private final String secret;

    /** Takes a token as BotFather gives it; blanks around it do not count. */
    public BotToken(String secret) {
        this.secret = secret.strip();
    }

    /** Whether it looks like a token, such as {@code 123456789:AAF…}. */
    public boolean wellFormed() {
        return FORM.matcher(secret).matches();
    }

    /** The bot's own id, which is the number before the colon; 0 when there is none. */
    long botId() {
        return wellFormed() ? Long.parseLong(secret.substring(0, secret.indexOf(':'))) : 0;
    }

    String secret() {
        return secret;
    }

    /** The text without the token, also where it stands with an escaped colon. */
    String scrub(String text) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN).replace(secret.replace(":", "%3A"), HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
