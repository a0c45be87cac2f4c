package dev.pitboard;

import dev.pitboard.card.Presentation;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import dev.pitboard.delivery.AlarmClock;
import dev.pitboard.delivery.Caretaker;
import dev.pitboard.delivery.ChatNews;
import dev.pitboard.delivery.CountedLedger;
import dev.pitboard.delivery.CountedMessenger;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.Dispatcher;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.ReminderScheduler;
import dev.pitboard.delivery.SharedLimit;
import dev.pitboard.guide.Calendar;
import dev.pitboard.guide.Drivers;
import dev.pitboard.guide.Help;
import dev.pitboard.guide.NextSession;
import dev.pitboard.guide.PointsCommand;
import dev.pitboard.guide.Privacy;
import dev.pitboard.guide.Track;
import dev.pitboard.guide.WeekendTimetable;
import dev.pitboard.health.Condition;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.command.ImportCommands;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.command.ByHand;
import dev.pitboard.subscription.Subscriptions;
import dev.pitboard.subscription.command.RemindersForget;
import dev.pitboard.subscription.command.RemindersHistory;
import dev.pitboard.subscription.command.RemindersList;
import dev.pitboard.subscription.command.RemindersOff;
import dev.pitboard.subscription.command.RemindersOn;
import dev.pitboard.subscription.command.RemindersTest;
import dev.pitboard.subscription.command.RemindersUpcoming;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: the one place that sees everything, built top to bottom by hand. Read this first.
 *
 * <p>The timetable and the subscriptions say which reminders are due ({@link ReminderScheduler}); the ledger holds what is
 * owed; a {@link Dispatcher} for each platform sends it; the {@link Router} answers commands.
 */
final class Pitboard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pitboard.class);

    private final Timetables timetables;
    private final RaceControl raceControl;
    private final Imports imports;
    private final Subscriptions subscriptions;
    private final DeliveryEvents deliveries;
    private final Ledger ledger;
    private final Presentation presentation;
    private final InstantSource machine;
    private final Stores stores;
    private final Map<Platform, Messenger> messengers = new EnumMap<>(Platform.class);
    private final Map<Platform, Dispatcher> dispatchers = new EnumMap<>(Platform.class);
    private final Map<Platform, Integer> rates = new EnumMap<>(Platform.class);
    private final ReminderScheduler scheduler;
    private final Caretaker caretaker;
    private final Cards cards;
    private final Help help;
    private final Router router;
    private volatile @Nullable Revision lastTold;

    /**
     * @param timetables the timetable in force, kept by race control
     * @param notices when a change is worth a notice
     * @param presentation how cards are shown; its clock is timetable time
     * @param machine machine time
     * @param watchers who counts what happens
     */
    Pitboard(
            Timetables timetables,
            Stores stores,
            NoticeRules notices,
            AlarmClock alarms,
            Presentation presentation,
            InstantSource machine,
            Watchers watchers) {
        this.timetables = timetables;
        this.stores = stores;
        this.subscriptions = stores.subscriptions();
        this.deliveries = watchers.deliveries();
        this.ledger = new CountedLedger(stores.ledger(), deliveries);
        this.presentation = presentation;
        this.machine = machine;
        this.raceControl =
                new RaceControl(stores.revisions(), timetables, subscriptions::demand, notices, presentation.now());
        this.imports = new Imports(
                raceControl, stores.revisions(), stores.proposals(), timetables, Readings::read, presentation.now());
        this.scheduler = new ReminderScheduler(
                timetables, subscriptions, ledger, alarms, presentation.now(), this::perSecond, this::wake);
        this.caretaker = new Caretaker(stores.shutChats(), subscriptions, messengers, machine, this::wake);
        this.cards = new Cards(raceControl::atLeast, this::changes);
        this.help = new Help(timetables, this::signatures);
        this.router = new Router(commands(), watchers.commands());
    }

    /** Every command there is, in the order in which help lists them. A new command is a file and a line here. */
    private List<ChatCommand> commands() {
        Function<Platform, Messenger> messenger = this::messenger;
        List<ChatCommand> commands = new ArrayList<>(List.of(
                new NextSession(timetables),
                new WeekendTimetable(timetables),
                new Calendar(timetables),
                new Track(timetables),
                new Drivers(timetables),
                new PointsCommand(timetables),
                new RemindersOn(timetables, subscriptions, messenger, scheduler::leadsChanged),
                new RemindersOff(timetables, subscriptions, scheduler::leadsChanged),
                new RemindersList(timetables, subscriptions),
                new RemindersUpcoming(timetables, subscriptions),
                new RemindersHistory(timetables, subscriptions, ledger),
                new RemindersTest(timetables, subscriptions, messenger),
                new RemindersForget(timetables, subscriptions, scheduler::leadsChanged)));
        commands.addAll(ByHand.commands(
                timetables, raceControl, stores.revisions(), stores.stewards(), stores.silences(), this::wake));
        commands.addAll(ImportCommands.of(imports, stores.stewards()));
        commands.add(help);
        commands.add(new Privacy());
        return commands;
    }

    /** Adds a platform to send to. Before {@link #start}. @return the limit, for what else is sent there */
    SharedLimit connect(Messenger messenger, int requestsPerSecond) {
        messengers.put(messenger.platform(), messenger);
        rates.put(messenger.platform(), requestsPerSecond);
        Dispatcher dispatcher = new Dispatcher(
                ledger,
                new CountedMessenger(messenger, deliveries),
                cards,
                presentation.now(),
                machine,
                requestsPerSecond,
                caretaker::moved);
        dispatchers.put(messenger.platform(), dispatcher);
        return dispatcher.limit();
    }

    /** Picks up what a crash left behind, sets the alarms and begins to send. */
    void start() {
        int inTheAir = ledger.releaseLeases(machine.instant());
        if (inTheAir > 0) {
            log.warn("{} messages were in the air when the last process ended; they may have arrived", inTheAir);
        }
        scheduler.start();
        timetables.follow((_, _) -> scheduler.refresh());
        dispatchers.values().forEach(Dispatcher::start);
        caretaker.start();
    }

    /** The one way in which the timetable changes. */
    RaceControl raceControl() {
        return raceControl;
    }

    Router router() {
        return router;
    }

    Help help() {
        return help;
    }

    Presentation presentation() {
        return presentation;
    }

    Condition schedulerCondition() {
        return scheduler.condition();
    }

    Optional<Dispatcher> dispatcher(Platform platform) {
        return Optional.ofNullable(dispatchers.get(platform));
    }

    /** Where platforms tell what they know of chats without being asked. */
    ChatNews chatNews() {
        return caretaker;
    }

    /** Stops firing, then lets sends in flight settle. */
    @Override
    public void close() {
        scheduler.close();
        caretaker.close();
        dispatchers.values().parallelStream().forEach(Dispatcher::close);
    }

    /** What a platform that is off could take does not matter. */
    private int perSecond(Platform platform) {
        return rates.getOrDefault(platform, Integer.MAX_VALUE);
    }

    /** All chats are told of the same one at a time. */
    private List<Change> changes(long number) {
        Revision known = lastTold;
        if (known == null || known.number() != number) {
            known = stores.revisions().find(number).orElse(null);
            lastTold = known;
        }
        return known == null ? List.of() : known.changes();
    }

    private void wake() {
        dispatchers.values().forEach(Dispatcher::wake);
    }

    /** The way to a platform that is on. */
    Messenger messenger(Platform platform) {
        Messenger messenger = messengers.get(platform);
        if (messenger == null) {
            throw new IllegalStateException(platform + " is off");
        }
        return messenger;
    }

    private List<Signature> signatures() {
        return router.signatures();
    }
}
