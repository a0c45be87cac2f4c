package dev.pitboard;

import dev.pitboard.card.Card;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.config.Configuration;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.Post;
import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.quartz.QuartzAlarmClock;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.store.Database;
import dev.pitboard.subscription.Settings;
import dev.pitboard.terminal.Console;
import dev.pitboard.terminal.TerminalMessenger;
import dev.pitboard.terminal.WeekendScript;
import dev.pitboard.terminal.WeekendScript.Tempo;
import dev.pitboard.terminal.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** A weekend on fast-forward: the real scheduler, ledger and database, in a folder that is thrown away. */
final class Demo implements AutoCloseable {
    private final Program program;
    private final Round round;
    private final Platform platform;
    private final ZoneId zone;
    private final WeekendScript script;
    private final Instant end;
    private final TimetableClock clock;
    private final Path folder;
    private final Database database;
    private final Console console;
    private final Pitboard pitboard;
    private final ChatRef chat;
    private final Function<Card, String> answers;
    private final Function<Post, String> posts;
    private final AtomicInteger shown = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    Demo(Program program, Configuration configuration, Timetable timetable, Round round, Platform platform, Tempo tempo)
            throws Exception {
        this.program = program;
        this.round = round;
        this.platform = platform;
        this.zone = round.circuit().zone();
        List<Instant> moments = moments(timetable, round);
        this.end = endOf(round, moments.getLast());
        this.script = new WeekendScript(moments, end, tempo);
        this.folder = Files.createTempDirectory("pitboard-demo-");
        this.database = Database.open(Database.sqliteUrl(folder.resolve("demo.db")), null, null);
        // From here on time runs: what takes a while comes before, or it would eat up the opening.
        this.clock = script.clock(program.machine());
        Presentation presentation = new Presentation(false, configuration.zone(), clock);
        Stores stores = Stores.in(database, DeliveryEvents.NONE);
        this.pitboard = new Pitboard(
                new Timetables(timetable),
                stores,
                configuration.notices(),
                new QuartzAlarmClock(clock),
                presentation,
                program.machine(),
                Watchers.NONE);
        pitboard.raceControl().filesRead(timetable, Set.of());
        this.console = new Console(program.interactive(), program.out(), this::completions);
        DemoLook look = new DemoLook(
                platform, presentation, console.ansi(), pitboard.router().signatures());
        this.answers = card -> look.answer(card, console.width());
        this.posts = post -> look.post(post, console.width());
        this.chat = ChatRef.of(platform, "demo");
        stores.subscriptions().turnOn(chat, "demo", round.id().series(), Settings.defaults(), Instant.EPOCH);
        pitboard.connect(new TerminalMessenger(platform, this::showReminder), 50);
    }

    /** When reminders come in that weekend. */
    static List<Instant> moments(Timetable timetable, Round round) {
        return ReminderPlanner.plan(timetable, Map.of(round.id().series(), Set.copyOf(Settings.DEFAULT_LEADS))).stream()
                .filter(r -> r.start().session().roundId().equals(round.id()))
                .map(Reminder::due)
                .distinct()
                .toList();
    }

    /** Plays it: ends with the weekend where nobody can type, else when somebody says quit. */
    void play() throws InterruptedException {
        boolean interactive = program.interactive();
        say("The weekend of " + round.name() + ", " + days() + ", in about a minute. Reminders come an hour and ten "
                + "minutes before each session. "
                + (interactive
                        ? "Type a command at any time, such as next-session, timetable, drivers backman or help; quit ends it."
                        : "Commands can be typed meanwhile, such as next-session or drivers backman."));
        pitboard.start();
        Thread finish = Thread.ofPlatform().name("demo-end").daemon().start(this::announceEnd);
        if (interactive) {
            console.readLines("pitboard> ", this::answer);
            finish.interrupt();
        } else {
            Thread.ofPlatform().name("demo-input").daemon().start(() -> console.readLines("", this::answer));
            over.await();
        }
    }

    /** Where its database is while it plays. */
    Path folder() {
        return folder;
    }

    /** Stops, and deletes the folder it played in. Once only. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        pitboard.close();
        database.close();
        try (console;
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inTheWay) {
            program.err().println("pitboard: " + folder + " could not be deleted: " + inTheWay);
        }
    }

    /** One at a time, so that they stand in the order in which they came. A test isn't counted. */
    private synchronized void showReminder(Post post) {
        boolean test = post.messageId() == null;
        console.print("\n" + rule(test ? shown.get() : shown.incrementAndGet()) + "\n"
                + posts.apply(post).stripTrailing());
    }

    private void announceEnd() {
        try {
            Duration left = Duration.between(program.machine().instant(), clock.machineAt(end));
            TimeUnit.NANOSECONDS.sleep(left.plusMillis(500).toNanos());
            console.print("\n" + rule(shown.get()));
            say("The chequered flag: that was " + round.name() + ", " + shown.get()
                    + (shown.get() == 1 ? " reminder" : " reminders, each sent once") + ". "
                    + (program.interactive()
                            ? "The prompt stays: try next-session or drivers backman; quit ends it."
                            : "To run it for real, see README.md: ./pitboard run."));
        } catch (InterruptedException quit) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    private void answer(String line) {
        String text = line.strip();
        String command = text.startsWith("/") ? text.substring(1) : text;
        if (command.isEmpty()) {
            return;
        }
        Card card;
        try {
            CommandLine parsed = pitboard.router().parse(command, platform);
            card = pitboard.router()
                    .answer(request(parsed.path(), parsed.arguments()))
                    .card();
        } catch (UserError mistake) {
            card = Router.mistake(mistake).card();
        }
        console.print("\n" + answers.apply(card).stripTrailing());
    }

    private List<String> completions(String typed) {
        return Completions.of(typed, pitboard.router(), path -> request(path, Map.of()));
    }

    private Request request(List<String> path, Map<String, String> arguments) {
        return new Request(new TerminalCaller(), chat, "demo", path, arguments, clock.instant());
    }

    private void say(String sentence) {
        console.print(Wrapped.at(Math.min(console.width(), 80), sentence));
    }

    private String days() {
        String first = MomentText.of(round.firstDay().atStartOfDay(zone).toInstant(), MomentStyle.DATE, zone, end);
        String last = MomentText.of(round.lastDay().atStartOfDay(zone).toInstant(), MomentStyle.DATE, zone, end);
        return first.equals(last) ? first : first + " to " + last;
    }

    private String rule(int done) {
        String when = MomentText.of(clock.instant(), MomentStyle.WEEKDAY_DATE_TIME, zone, clock.instant()) + " "
                + MomentText.zoneName(clock.instant(), zone);
        String text = "── " + done + " of " + script.size() + " ── " + when + " ";
        return text + "─".repeat(Math.max(0, Math.min(console.width(), 72) - text.length()));
    }

    private static Instant endOf(Round round, Instant lastMoment) {
        return Stream.concat(
                        round.sessions().stream()
                                .flatMap(s -> Stream.ofNullable(s.end() == null ? s.start() : s.end())),
                        Stream.of(lastMoment))
                .max(Comparator.naturalOrder())
                .orElse(lastMoment)
                .plus(Duration.ofMinutes(5));
    }
}
