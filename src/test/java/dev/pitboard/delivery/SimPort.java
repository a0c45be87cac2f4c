package dev.pitboard.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way to the database: it can be away, an answer of it can be lost, and the process can end just before or after. */
final class SimPort {
    private record Outage(long from, long until) {}

    private final SimWorld world;
    private final SimOracle oracle;
    private final SimRun run;
    private final List<Outage> outages = new ArrayList<>();
    private final double background;
    private final long end;

    SimPort(SimWorld world, SimOracle oracle, SimRun run, long end) {
        this.world = world;
        this.oracle = oracle;
        this.run = run;
        this.end = end;
        this.background = world.oneOf(0.0, 0.0, 0.002, 0.02);
        int count = world.below(4);
        for (int i = 0; i < count; i++) {
            long from = world.between(0, end);
            outages.add(new Outage(from, Math.min(end, from + world.between(SimWorld.SECOND, 4 * SimWorld.MINUTE))));
        }
    }

    <T> T around(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> call(real, method, arguments)));
    }

    private static final Set<String> SAFE_TO_LOSE = Set.of("claim", "settle", "expand", "leaveOut", "supersede");

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        run.point("before " + name);
        if (isAway() || hasBadLuck()) {
            oracle.databaseTrouble(40 * SimWorld.SECOND);
            world.trace(() -> "database: no answer to " + name);
            throw SimWorld.unavailable("The database does not answer.");
        }
        Object answer;
        try {
            answer = method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        oracle.sees(name, arguments, answer);
        run.point("after " + name);
        if (SAFE_TO_LOSE.contains(name) && hasBadLuck()) {
            oracle.databaseTrouble(3 * SimWorld.MINUTE);
            world.trace(() -> "database: the answer to " + name + " is lost");
            throw SimWorld.unavailable("The database went away while it answered.");
        }
        return answer;
    }

    private boolean isAway() {
        long now = world.nanos();
        return outages.stream().anyMatch(o -> o.from <= now && now < o.until);
    }

    private boolean hasBadLuck() {
        return background > 0 && world.nanos() < end && world.chance(background);
    }

    @Override
    public String toString() {
        return "database: troubles " + background + ", away "
                + outages.stream()
                        .map(o -> o.from / SimWorld.SECOND + "-" + o.until / SimWorld.SECOND + " s")
                        .toList();
    }
}
