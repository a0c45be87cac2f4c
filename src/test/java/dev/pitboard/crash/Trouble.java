package dev.pitboard.crash;

import java.util.List;
import java.util.Random;

/** What goes wrong in a round. */
enum Trouble {
    KILL(6),
    KILL_TWICE(3),
    LOST_ANSWERS(5),
    SERVER_ERRORS(3),
    TOO_MANY(2),
    GATEWAY(2),
    DISCORD_OUTAGE(3),
    TELEGRAM_OUTAGE(3),
    FREEZE(3),
    LOCKED_DATABASE(2),
    LONG_AWAY(2),
    LONG_FREEZE(1);

    private final int weight;

    Trouble(int weight) {
        this.weight = weight;
    }

    /** Whether a reminder that is of use for a minute only may be too late through no fault of the program. */
    boolean isLong() {
        return this == LONG_AWAY || this == LONG_FREEZE;
    }

    /** One to three of them; long ones only together with short ones. */
    static List<Trouble> draw(Random random) {
        int count = 1 + random.nextInt(3);
        return random.ints(0, List.of(values()).stream().mapToInt(t -> t.weight).sum())
                .mapToObj(Trouble::at)
                .distinct()
                .limit(count)
                .sorted()
                .toList();
    }

    private static Trouble at(int place) {
        int left = place;
        for (Trouble trouble : values()) {
            left -= trouble.weight;
            if (left < 0) {
                return trouble;
            }
        }
        throw new IllegalArgumentException("place " + place);
    }
}
