package dev.pitboard.discord;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Command lines too long for a button, kept in memory under a short key. The oldest are forgotten, and all of them when
 * the program ends: a button then says so and asks to type the command again.
 */
final class SavedLines {
    /** What a key begins with; no command does. */
    static final String MARK = "~";
    /** How many are kept; at 6000 characters, the longest Discord lets anyone type, some 12 MB. */
    static final int MOST = 1000;

    private final Map<String, String> lines = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** The id of a button that runs the line, at most {@link Limits#CUSTOM_ID} long. */
    synchronized String customId(String slot, String line) {
        String direct = new CustomId(slot, line).text();
        if (direct.length() <= Limits.CUSTOM_ID && !line.isBlank()) {
            return direct;
        }
        String key = key(line);
        lines.put(key, line);
        return new CustomId(slot, MARK + key).text();
    }

    /** The command line of a pressed button; empty when it is no longer known. */
    synchronized Optional<String> line(CustomId id) {
        return id.line().startsWith(MARK)
                ? Optional.ofNullable(lines.get(id.line().substring(MARK.length())))
                : Optional.of(id.line());
    }

    /** Made from the line, so that the same line has the same key however often it is shown. */
    private static String key(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(36).substring(0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
