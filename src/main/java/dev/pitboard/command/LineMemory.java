package dev.pitboard.command;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Command lines too long to stand in a button, kept in memory under a short key. The key is made from the line, so that the
 * same line has the same key however often it is shown, also after a restart. The longest unused are forgotten first, and all
 * of them when the program ends: a button then has to say so and ask to type the command again.
 */
public final class LineMemory {
    /** How many are kept; at 6000 characters, the longest that Discord lets anyone type, some 12 MB. */
    public static final int MOST = 1000;

    private static final int KEY_LENGTH = 20;

    private final Map<String, String> lines = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps a line. @return its key, 20 of [0-9a-z] */
    public synchronized String keep(String line) {
        String key = key(line);
        lines.put(key, line);
        return key;
    }

    /** The line with that key, or empty when it is not known any more. */
    public synchronized Optional<String> find(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    private static String key(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return String.format("%50s", new BigInteger(1, digest).toString(36))
                    .replace(' ', '0')
                    .substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
