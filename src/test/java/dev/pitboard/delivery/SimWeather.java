package dev.pitboard.delivery;

import java.util.ArrayList;
import java.util.List;

/** What goes wrong on the way to a platform and at its door. Times are the simulation's nanoseconds. */
final class SimWeather {
    /** What becomes of a request. */
    enum Luck {
        FINE,
        /** There is no way to the platform. */
        UNREACHED,
        /** It never arrives, and nobody says so. */
        LOST,
        /** It arrives, and nobody says so. */
        ANSWER_LOST,
        SLOW,
        /** The platform has trouble of its own. */
        ERROR,
        /** The platform asks everybody to wait. */
        BUSY,
        /** The platform does not believe who we are. */
        REFUSED
    }

    private static final long BELIEVED = 75 * SimWorld.SECOND;

    private record Spell(Luck luck, long from, long until, double share) {}

    private final SimWorld world;
    private final List<Spell> spells = new ArrayList<>();
    private final double background;
    private final long end;
    private final long up;
    private final long down;

    SimWeather(SimWorld world, long end) {
        this.world = world;
        this.end = end;
        this.background = world.oneOf(0.0, 0.0, 0.005, 0.03);
        this.up = world.between(5, 150) * SimWorld.MILLI;
        this.down = world.between(5, 150) * SimWorld.MILLI;
        int bad = world.below(5);
        for (int i = 0; i < bad; i++) {
            Luck luck = world.oneOf(
                    Luck.UNREACHED, Luck.LOST, Luck.ANSWER_LOST, Luck.ANSWER_LOST, Luck.SLOW, Luck.ERROR, Luck.BUSY);
            around(luck, world.between(0, end), world.between(SimWorld.SECOND, 3 * SimWorld.MINUTE));
        }
        if (world.chance(0.05)) {
            around(Luck.REFUSED, world.between(0, end), SimWorld.SECOND);
        }
    }

    private void around(Luck luck, long from, long time) {
        spells.add(new Spell(luck, from, Math.min(end, from + time), world.oneOf(0.1, 0.5, 1.0)));
    }

    /** Until when a bad time lasts that is going on now, or 0. */
    long badUntil() {
        long now = world.nanos();
        return spells.stream()
                .filter(s -> s.from <= now && now < s.until)
                .mapToLong(Spell::until)
                .max()
                .orElse(0);
    }

    /**
     * Answers took seconds lately: then the pace believes in round trips that are over, and may be a little too fast for a
     * moment when they are.
     */
    boolean wasSlow() {
        long now = world.nanos();
        return spells.stream().anyMatch(s -> s.luck == Luck.SLOW && s.from <= now && now < s.until + BELIEVED);
    }

    Luck draw() {
        long now = world.nanos();
        for (Spell spell : spells) {
            if (spell.from <= now && now < spell.until && world.chance(spell.share)) {
                return spell.luck;
            }
        }
        return now < end && world.chance(background)
                ? world.oneOf(Luck.LOST, Luck.ANSWER_LOST, Luck.SLOW, Luck.ERROR)
                : Luck.FINE;
    }

    long up() {
        return jittered(up);
    }

    long down() {
        return jittered(down);
    }

    /** Mostly up to a tenth more, now and then much more. */
    private long jittered(long usual) {
        long tenth = world.between(0, usual / 10 + 1);
        return world.chance(0.02) ? usual + world.between(0, 2 * SimWorld.SECOND) : usual + tenth;
    }

    @Override
    public String toString() {
        return "there " + up / SimWorld.MILLI + " ms, back " + down / SimWorld.MILLI + " ms, troubles " + background
                + " "
                + spells.stream()
                        .map(s -> s.luck + " " + s.from / SimWorld.SECOND + "-" + s.until / SimWorld.SECOND + " s")
                        .toList();
    }
}
