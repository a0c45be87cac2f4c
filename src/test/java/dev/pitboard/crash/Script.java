package dev.pitboard.crash;

import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The troubles of a round as steps in time, drawn before it begins, so that a seed plays the same again. */
final class Script {
    private static final String POST = "POST .*/messages";

    private final Random random;
    private final Bot bot;
    private final LoopbackDiscord discord;
    private final LoopbackTelegram telegram;
    private final ShiftingClock discordClock;
    private final Storage storage;
    private final Season season;
    private final ExecutorService asideThread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final List<Future<?>> aside = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<String> played = new ArrayList<>();
    private volatile Instant unwritableSince = Instant.MAX;
    private volatile Instant writableAgain = Instant.MAX.minus(Incident.LONGEST_WAIT);
    private int tooMany;

    /** @param after since the first due instant */
    private record Step(Duration after, String name, Action action) {}

    private interface Action {
        void run() throws Exception;
    }

    Script(
            Random random,
            Bot bot,
            LoopbackDiscord discord,
            LoopbackTelegram telegram,
            ShiftingClock discordClock,
            Storage storage,
            Season season) {
        this.random = random;
        this.bot = bot;
        this.discord = discord;
        this.telegram = telegram;
        this.discordClock = discordClock;
        this.storage = storage;
        this.season = season;
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
            case SERVER_ERRORS -> serverErrors(at);
            case TOO_MANY -> tooMany(at);
            case GATEWAY -> {
                step(at, "gateway dropped", () -> discord.gateway().drop());
                step(at + 1, "sessions invalid", () -> discord.gateway().invalidateSessions(false));
            }
            case DISCORD_OUTAGE -> {
                step(at, "Discord down", () -> discord.faults().outage(true));
                step(at + between(1, 10), "Discord up", () -> discord.faults().outage(false));
            }
            case TELEGRAM_OUTAGE -> {
                step(at, "Telegram down", () -> {
                    incidents.add(new Incident.CutOff(Instant.now()));
                    telegram.faults().outage(true);
                });
                step(at + between(1, 10), "Telegram up", () -> telegram.faults().outage(false));
            }
            case FREEZE -> freeze(at, between(1, 14));
            case LONG_FREEZE -> freeze(at, between(62, 70));
            case LOCKED_DATABASE -> unwritable(at, between(2, 12), "locked", storage::lock, storage::unlock);
            case FULL_DATABASE -> unwritable(at, between(2, 20), "full", storage::fill, storage::makeRoom);
            case DATABASE_AWAY -> {
                boolean silently = random.nextBoolean();
                String how = silently ? "silent" : "away";
                unwritable(at, between(26, 30), how, () -> storage.leave(silently), storage::comeBack);
            }
        }
    }

    private void unwritable(double at, double seconds, String how, Action begin, Action end) {
        step(
                at,
                "database " + how,
                () -> beside(() -> {
                    unwritableSince = Instant.now();
                    begin.run();
                }));
        step(
                at + seconds,
                "database well",
                () -> beside(() -> {
                    end.run();
                    writableAgain = Instant.now();
                }));
    }

    /** The next step does not wait for it: a frozen program may keep what it needs. */
    private void beside(Action action) {
        aside.add(asideThread.submit(() -> {
            action.run();
            return null;
        }));
    }

    private void serverErrors(double at) {
        int most = 5 + random.nextInt(55);
        step(at, "502 for " + most, () -> {
            discord.faults().failNext(most, 502, POST);
            telegram.faults().failNext("sendMessage", most / 2, new Fault.HtmlPage(502));
        });
        wellAgain(at);
    }

    /** Trouble ends by itself, however seldom the program asks meanwhile. */
    private void wellAgain(double at) {
        step(at + between(3, 10), "Telegram well", () -> telegram.faults().clear());
    }

    private void tooMany(double at) {
        int most = 1 + random.nextInt(8);
        tooMany += most;
        step(at, "429 for " + most, () -> {
            discord.faults().failNext(most, 429, POST);
            telegram.faults().failNext("sendMessage", most, new Fault.TooManyRequests(2));
        });
    }

    private void away(double at, double seconds) {
        step(at, "kill -9", this::kill);
        step(at + seconds, "start", bot::start);
    }

    private void kill() throws Exception {
        Instant at = Instant.now();
        bot.kill();
        storage.calm();
        Set<Promised> inTheAir = storage.ledger(season).entrySet().stream()
                .filter(row -> row.getValue().state() == DeliveryState.SENDING)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean couldNotWrite = at.isAfter(unwritableSince) && at.isBefore(writableAgain.plus(Incident.LONGEST_WAIT));
        incidents.add(new Incident.Killed(at, inTheAir, couldNotWrite ? unwritableSince : at));
        played.add("        " + inTheAir.size() + " rows in the air");
    }

    /** Longer than the nonce is trusted; meanwhile Discord forgets it. */
    private void longAway(double at) {
        double back = at + between(62, 70);
        step(at, "kill -9", this::kill);
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
        wellAgain(at);
    }

    private void freeze(double at, double seconds) {
        step(at, "SIGSTOP", () -> {
            incidents.add(new Incident.CutOff(Instant.now()));
            bot.signal("STOP");
        });
        step(at + seconds, "SIGCONT", () -> bot.signal("CONT"));
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
        for (Future<?> done : aside) {
            done.get();
        }
        asideThread.close();
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** How many requests each platform was to refuse as too many. */
    int tooMany() {
        return tooMany;
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
