package dev.pitboard.crash;

import java.util.Arrays;
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
    FULL_DATABASE(3),
    DATABASE_AWAY(4),
    LONG_AWAY(2),
    LONG_FREEZE(1);

    private final int weight;

    Trouble(int weight) {
        this.weight = weight;
    }

    /** Two of these together may last so long that some reminders are of no use any more. */
    boolean isLong() {
        return this == LONG_AWAY || this == LONG_FREEZE || this == DATABASE_AWAY;
    }

    /** Whether the program may give up while it starts, and is then started again as any host would. */
    boolean isOfTheDatabase() {
        return this == LOCKED_DATABASE || this == FULL_DATABASE || this == DATABASE_AWAY;
    }

    /** One to three of them. The database has one trouble at a time, and a server's disk can't be filled here. */
    static List<Trouble> draw(Random random, boolean server) {
        List<Trouble> fitting = Arrays.stream(values())
                .filter(trouble -> !server || trouble != FULL_DATABASE)
                .toList();
        int count = 1 + random.nextInt(3);
        List<Trouble> drawn = random.ints(
                        0, fitting.stream().mapToInt(t -> t.weight).sum())
                .mapToObj(place -> at(place, fitting))
                .distinct()
                .limit(count)
                .sorted()
                .toList();
        Trouble first =
                drawn.stream().filter(Trouble::isOfTheDatabase).findFirst().orElse(null);
        return drawn.stream()
                .filter(trouble -> !trouble.isOfTheDatabase() || trouble == first)
                .toList();
    }

    private static Trouble at(int place, List<Trouble> fitting) {
        int left = place;
        for (Trouble trouble : fitting) {
            left -= trouble.weight;
            if (left < 0) {
                return trouble;
            }
        }
        throw new IllegalArgumentException("place " + place);
    }
}
