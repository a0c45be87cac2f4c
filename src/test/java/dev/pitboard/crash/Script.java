package dev.pitboard.crash;

import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The troubles of a round as steps in time, drawn before it begins, so that a seed plays the same again. */
final class Script {
    private static final String POST = "POST .*/messages";

    private final Random random;
    private final Bot bot;
    private final LoopbackDiscord discord;
    private final LoopbackTelegram telegram;
    private final ShiftingClock discordClock;
    private final DatabaseLock lock;
    private final List<Step> steps = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<String> played = new ArrayList<>();
    private Duration longestLock = Duration.ZERO;

    /** @param after since the first due instant */
    private record Step(Duration after, String name, Action action) {}

    /** A time in which the program may have lost what it had not written down yet, or answers on their way to it. */
    record Incident(Instant from, Instant until) {}

    private interface Action {
        void run() throws Exception;
    }

    Script(
            Random random,
            Bot bot,
            LoopbackDiscord discord,
            LoopbackTelegram telegram,
            ShiftingClock discordClock,
            DatabaseLock lock) {
        this.random = random;
        this.bot = bot;
        this.discord = discord;
        this.telegram = telegram;
        this.discordClock = discordClock;
        this.lock = lock;
    }

    void add(Trouble trouble) {
        double at = between(-0.5, 4.5);
        switch (trouble) {
            case KILL -> away(at, between(0, 3));
            case KILL_TWICE -> {
                away(at, 0);
                away(at + between(1, 6), between(0, 2));
            }
            // While something is in the air that will still be of use so much later.
            case LONG_AWAY -> longAway(between(0.1, 2.6));
            case LOST_ANSWERS -> lostAnswers(at);
            case SERVER_ERRORS -> {
                int most = 5 + random.nextInt(55);
                step(at, "502 for " + most, () -> {
                    discord.faults().failNext(most, 502, POST);
                    telegram.faults().failNext("sendMessage", most / 2, new Fault.HtmlPage(502));
                });
            }
            case TOO_MANY -> {
                int most = 1 + random.nextInt(8);
                step(at, "429 for " + most, () -> {
                    discord.faults().failNext(most, 429, POST);
                    telegram.faults().failNext("sendMessage", most, new Fault.TooManyRequests(2));
                });
            }
            case GATEWAY -> {
                step(at, "gateway dropped", () -> discord.gateway().drop());
                step(at + 1, "sessions invalid", () -> discord.gateway().invalidateSessions(false));
            }
            case DISCORD_OUTAGE -> {
                step(at, "Discord down", () -> discord.faults().outage(true));
                step(at + between(1, 10), "Discord up", () -> discord.faults().outage(false));
            }
            case TELEGRAM_OUTAGE -> {
                step(
                        at,
                        "Telegram down",
                        () -> during(telegramLatency(), () -> telegram.faults().outage(true)));
                step(at + between(1, 10), "Telegram up", () -> telegram.faults().outage(false));
            }
            case FREEZE -> freeze(at, between(1, 14));
            case LONG_FREEZE -> freeze(at, between(62, 70));
            case LOCKED_DATABASE -> {
                double seconds = between(2, 12);
                longestLock = Duration.ofMillis(Math.round(seconds * 1000) + 5000);
                step(at, "database locked", lock::take);
                step(at + seconds, "database free", lock::release);
            }
        }
    }

    private void away(double at, double seconds) {
        step(at, "kill -9", () -> during(Duration.ZERO, bot::kill));
        step(at + seconds, "start", bot::start);
    }

    /** Longer than the nonce is trusted; meanwhile Discord forgets it. */
    private void longAway(double at) {
        double back = at + between(62, 70);
        step(at, "kill -9", () -> during(Duration.ZERO, bot::kill));
        step(back - 0.01, "nonces forgotten", () -> discordClock.jump(Duration.ofMinutes(6)));
        step(back, "start", bot::start);
    }

    private void lostAnswers(double at) {
        int onDiscord = 1 + random.nextInt(20);
        int onTelegram = 1 + random.nextInt(10);
        int kind = random.nextInt(3);
        step(at, "lost answers " + onDiscord + " and " + onTelegram, () -> {
            discord.faults().acceptThenDrop(onDiscord);
            telegram.faults()
                    .failNext(
                            "sendMessage",
                            onTelegram,
                            switch (kind) {
                                case 0 -> new Fault.HtmlPageAfter(504);
                                case 1 -> new Fault.DroppedBefore();
                                default -> new Fault.DroppedAfter();
                            });
        });
    }

    private void freeze(double at, double seconds) {
        Instant[] from = new Instant[1];
        step(at, "SIGSTOP", () -> {
            from[0] = Instant.now();
            bot.signal("STOP");
        });
        step(at + seconds, "SIGCONT", () -> {
            bot.signal("CONT");
            incidents.add(new Incident(from[0], Instant.now()));
        });
    }

    /** Plays everything. Returns when it is over, with the program running and the platforms well. */
    void play(Instant first) throws Exception {
        steps.sort(Comparator.comparing(Step::after));
        for (Step step : steps) {
            Duration wait = Duration.between(Instant.now(), first.plus(step.after()));
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
            played.add("%+.2f s %s"
                    .formatted(Duration.between(first, Instant.now()).toMillis() / 1000.0, step.name()));
            step.action().run();
        }
    }

    private void during(Duration longer, Action action) throws Exception {
        Instant from = Instant.now();
        action.run();
        incidents.add(new Incident(from, Instant.now().plus(longer)));
    }

    private static Duration telegramLatency() {
        return Duration.ofSeconds(1);
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** How long the ledger could not be told of anything, with the wait after it. */
    Duration longestLock() {
        return longestLock;
    }

    /** What was done when. */
    List<String> played() {
        return played;
    }

    private void step(double seconds, String name, Action action) {
        steps.add(new Step(Duration.ofMillis(Math.round(seconds * 1000)), name, action));
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
