package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who turns reminders on, off and to something else, and chats that get into trouble and out of it again. */
final class SimPeople {
    static final List<LeadTime> LEADS = List.of(
            LeadTime.ofMinutes(0),
            LeadTime.ofMinutes(5),
            LeadTime.ofMinutes(10),
            LeadTime.ofMinutes(30),
            LeadTime.ofMinutes(60));

    private final SimRun run;
    private final SimWorld world;
    private final Subscriptions subscriptions;
    private final ShutChats shutChats;

    /** @param subscriptions and the rest as the program sees them */
    SimPeople(SimRun run, Subscriptions subscriptions, ShutChats shutChats) {
        this.run = run;
        this.world = run.world;
        this.subscriptions = subscriptions;
        this.shutChats = shutChats;
    }

    /** Fills a platform with groups that have and will have wishes and troubles until {@code end}. */
    void settle(SimPlatform platform, int groups, long end) {
        for (int i = 0; i < groups; i++) {
            SimGroup group = new SimGroup(platform.platform, "c" + i);
            group.readable = !world.chance(0.1);
            platform.groups.add(group);
            for (String series : SimSeason.SERIES) {
                if (world.chance(0.7)) {
                    turnOn(group, series);
                }
            }
            int changes = world.chance(0.4) ? 1 + world.below(3) : 0;
            for (int c = 0; c < changes; c++) {
                String series = world.oneOf(SimSeason.SERIES);
                world.at(world.between(0, end), () -> change(group, series));
            }
            if (world.chance(0.25)) {
                trouble(group, end);
            }
            if (platform.platform == Platform.TELEGRAM && world.chance(0.15)) {
                world.at(world.between(0, end), () -> move(group));
            }
        }
    }

    private void trouble(SimGroup group, long end) {
        long from = world.between(0, end);
        long until = Math.min(end, from + world.between(5 * SimWorld.SECOND, 20 * SimWorld.MINUTE));
        SimGroup.Mood mood = world.oneOf(SimGroup.Mood.values());
        group.spells.add(new SimGroup.Spell(mood, from, until));
        if (mood == SimGroup.Mood.LIMITED || mood == SimGroup.Mood.BROKEN || mood == SimGroup.Mood.DENIED) {
            return;
        }
        world.at(from, () -> group.troubled(Long.MAX_VALUE / 2));
        world.at(until, () -> reopen(group));
    }

    /** The platform tells that the chat may work again, sooner or later after it does. */
    private void reopen(SimGroup group) {
        world.in(
                world.between(0, 10 * SimWorld.SECOND),
                () -> run.whileUp(() -> {
                    try {
                        group.addresses().forEach(shutChats::open);
                        group.troubledUntil = world.nanos() + 30 * SimWorld.SECOND;
                        world.trace(() -> group + " works again");
                        return true;
                    } catch (Unavailable _) {
                        return false;
                    }
                }));
    }

    /** Looks now and then whether chats work again; the real program does so daily. */
    void lookAfter(SimPlatform platform) {
        run.ifUp(() -> {
            try {
                shutChats.toLookAt(platform.platform, world.machine().plus(ShutChats.KEPT), 100).stream()
                        .map(shut -> platform.at(shut.chat()))
                        .filter(group -> group.mood(world.nanos()) == null)
                        .forEach(this::reopen);
            } catch (Unavailable _) {
                // In a minute, then.
            }
        });
        world.in(SimWorld.MINUTE, () -> lookAfter(platform));
    }

    private void move(SimGroup group) {
        group.move();
        group.troubled(world.nanos() + 40 * SimWorld.SECOND);
        world.trace(() -> group.addresses().getFirst() + " moved to " + group);
    }

    private void change(SimGroup group, String series) {
        int roll = world.below(4);
        if (roll == 0) {
            turnOff(group, series);
        } else if (roll == 1) {
            turnOff(group, series);
            world.in(world.between(SimWorld.SECOND, SimWorld.MINUTE), () -> turnOn(group, series));
        } else {
            turnOn(group, series);
        }
    }

    private void turnOn(SimGroup group, String series) {
        Settings settings = settings(group);
        run.command(() -> {
            Instant now = run.timetableTime.instant();
            Optional<Subscription> before = subscriptions.find(group.address(), series);
            subscriptions.turnOn(group.address(), "space", series, settings, now);
            boolean same = before.filter(s -> s.active() && s.settings().equals(settings))
                    .isPresent();
            if (!same) {
                run.oracle.wishes(group, series).say(settings, now);
                world.trace(() -> group + " wants " + series + " " + settings.leads() + " " + settings.kinds());
            }
        });
    }

    private void turnOff(SimGroup group, String series) {
        run.command(() -> {
            Instant now = run.timetableTime.instant();
            if (subscriptions.turnOff(group.address(), series, now).isPresent()) {
                run.oracle.wishes(group, series).say(null, now);
                world.trace(() -> group + " wants nothing of " + series);
            }
        });
    }

    private Settings settings(SimGroup group) {
        List<LeadTime> leads = new ArrayList<>();
        int count = 1 + world.below(3);
        for (int i = 0; i < count; i++) {
            leads.add(world.oneOf(LEADS));
        }
        Set<SessionKind> kinds = world.chance(0.7) ? EnumSet.allOf(SessionKind.class) : EnumSet.of(SessionKind.RACE);
        String role = group.platform == Platform.DISCORD && world.chance(0.3) ? "9" : null;
        return new Settings(kinds, leads, role);
    }
}
