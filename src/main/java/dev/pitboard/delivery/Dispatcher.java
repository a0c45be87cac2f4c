package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the ledger owes on one platform: claims, paces, sends, settles. The claim comes before the send and the
 * settling after it, so that a crash leaves a claimed message behind and never a sent one unclaimed.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Messenger messenger;
    private final Lane lane;
    private final Pace pace;
    private final Work work = new Work();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread loop;
    private volatile boolean running = true;

    /**
     * @param clock timetable time
     * @param machine machine time
     * @param perSecond the platform's limit on requests in any second
     * @param chatMoved called when a chat has another address now
     */
    public Dispatcher(
            Ledger ledger,
            Messenger messenger,
            MessageCards cards,
            InstantSource clock,
            InstantSource machine,
            int perSecond,
            BiConsumer<ChatRef, ChatRef> chatMoved) {
        this(ledger, messenger, cards, clock, machine, new Pace(perSecond, System::nanoTime), chatMoved);
    }

    Dispatcher(
            Ledger ledger,
            Messenger messenger,
            MessageCards cards,
            InstantSource clock,
            InstantSource machine,
            Pace pace,
            BiConsumer<ChatRef, ChatRef> chatMoved) {
        this.messenger = messenger;
        this.pace = pace;
        this.lane = new Lane(ledger, messenger, cards, clock, machine, pace, chatMoved, senders, work::wake);
        this.loop = Thread.ofPlatform()
                .name("dispatch-" + messenger.platform().word())
                .unstarted(this::run);
    }

    /** What else is sent to the platform and counts against the same limit goes through here. */
    public SharedLimit limit() {
        return () -> {
            long left = pace.leaveFirst();
            return () -> pace.ended(left, false);
        };
    }

    /** Begins to send. */
    public void start() {
        loop.start();
    }

    /** There may be something new to send. */
    public void wake() {
        work.wake();
    }

    /**
     * Waits until nothing is being sent and nothing can be claimed right now: also while the platform or the database asked
     * for a pause. @return false when it took too long
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return work.awaitIdle(atMost);
    }

    /** Claims nothing more and lets the sends in flight settle. */
    @Override
    public void close() {
        running = false;
        work.wake();
        try {
            if (!loop.join(Duration.ofSeconds(1))) {
                loop.interrupt();
                loop.join(Duration.ofSeconds(1));
            }
            if (!work.await(lane::isEmpty, Duration.ofSeconds(3))) {
                log.warn("{}: some sends did not settle in time; they are looked at again at the next start", name());
            }
            lane.settle();
        } catch (Unavailable unavailable) {
            log.error("{}: what became of the last messages is not in the ledger: {}", name(), unavailable.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
    }

    private void run() {
        try {
            while (true) {
                work.look();
                if (!running) {
                    return;
                }
                Duration rest = lane.turn();
                if (rest.isPositive()) {
                    work.sleep(rest, lane.isQuiet());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String name() {
        return messenger.platform().label();
    }
}
