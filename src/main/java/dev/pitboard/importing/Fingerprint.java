package dev.pitboard.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short word that differs where what it was made of differs. */
final class Fingerprint {
    private static final int LENGTH = 4;

    private Fingerprint() {}

    /** Of everything that approving would do and of what is open. When it was looked at does not count. */
    static String of(Resolution resolution) {
        StringBuilder text = new StringBuilder();
        for (Item item : resolution.items()) {
            var round = item.round();
            text.append(item.fate()).append('|').append(item.name()).append('|').append(item.before());
            text.append('|')
                    .append(item.after())
                    .append('|')
                    .append(item.open().stream().sorted().toList());
            if (round != null) {
                text.append('|').append(round.id()).append(round.circuit().id()).append(round.number());
                text.append(round.firstDay()).append(round.lastDay());
            }
            text.append('\n');
        }
        resolution.open().forEach(q -> text.append(q.key()).append('\n'));
        return of(text.toString());
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
