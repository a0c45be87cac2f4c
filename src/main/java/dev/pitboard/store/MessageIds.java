package dev.pitboard.store;

import java.security.SecureRandom;
import java.time.Instant;

/** Ids of messages: 9 characters of time, so that young ones lie together in an index, and 15 random ones (over 70 bits). */
final class MessageIds {
    private static final int TIME = 9;
    private static final int RANDOM = 15;

    private final SecureRandom random = new SecureRandom();

    /** A new id: 24 characters of [0-9a-z]. */
    String next(Instant machine) {
        StringBuilder id = new StringBuilder(time(machine));
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        for (byte b : bytes) {
            id.append(Character.forDigit(Math.floorMod(b, 36), 36));
        }
        return id.toString();
    }

    /** How all ids of that millisecond begin. */
    static String time(Instant machine) {
        String time = Long.toString(Math.floorMod(machine.toEpochMilli(), pow(TIME)), 36);
        return "0".repeat(TIME - time.length()) + time;
    }

    private static long pow(int digits) {
        long pow = 1;
        for (int i = 0; i < digits; i++) {
            pow *= 36;
        }
        return pow;
    }
}
