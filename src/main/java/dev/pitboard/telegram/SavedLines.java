package dev.pitboard.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Command lines behind buttons. One that fits stands in the button itself; a longer one is kept here under its digest,
 * so that the same line has the same key after a restart. Only the latest are kept.
 */
final class SavedLines {
    private static final char KEY = '#';
    private static final char PAGE = '>';
    private static final int KEPT = 10_000;

    /** What a button means: a line to run, and whether its answer takes the place of the message. */
    record Press(String line, boolean inPlace) {}

    private final Map<String, String> lines = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    /** The data of a button that runs the line. */
    String data(String line, boolean inPlace) {
        String data = (inPlace ? String.valueOf(PAGE) : "") + line;
        if (data.getBytes(StandardCharsets.UTF_8).length <= Limits.CALLBACK_DATA && line.indexOf(KEY) != 0) {
            return data;
        }
        String key = key(data);
        synchronized (lines) {
            lines.put(key, data);
        }
        return key;
    }

    /** What the button means, or empty when its line is not kept any more. */
    Optional<Press> press(String data) {
        String full = data;
        if (!data.isEmpty() && data.charAt(0) == KEY) {
            synchronized (lines) {
                String kept = lines.get(data);
                if (kept == null) {
                    return Optional.empty();
                }
                full = kept;
            }
        }
        boolean inPlace = !full.isEmpty() && full.charAt(0) == PAGE;
        return Optional.of(new Press(inPlace ? full.substring(1) : full, inPlace));
    }

    private static String key(String data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
            return KEY + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
