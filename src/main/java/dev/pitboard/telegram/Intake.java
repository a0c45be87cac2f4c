package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.Update;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles updates, each once, those of one chat in order and chats side by side, and knows up to where Telegram may forget
 * them. Confirmed is only what was handled: what a crash interrupts comes again.
 */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int REMEMBERED = 2_000;

    private final Consumer<Update> handler;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private final Map<Long, Deque<Update>> lanes = new HashMap<>();
    private final NavigableSet<Integer> unfinished = new TreeSet<>();
    private final Set<Integer> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private int next;

    Intake(Consumer<Update> handler) {
        this.handler = handler;
    }

    /** Starts handling what is new among them. */
    void take(Collection<Update> updates) {
        lock.lock();
        try {
            for (Update update : updates) {
                next = update.updateId() + 1;
                if (seen.add(update.updateId())) {
                    unfinished.add(update.updateId());
                    put(update);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The offset for the next poll, which confirms everything below it; 0 before the first update. */
    int offset() {
        lock.lock();
        try {
            return unfinished.isEmpty() ? next : Math.min(next, unfinished.first());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything taken is handled. False when the time is up first, or the thread was interrupted. */
    boolean awaitFinished(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!unfinished.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = finished.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stops waiting for what is still being handled, so that others are not held up any longer. */
    void letGo() {
        lock.lock();
        try {
            log.warn("{} updates take very long; they are confirmed before they are done", unfinished.size());
            unfinished.clear();
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void put(Update update) {
        long lane = Talk.chatOf(update);
        Deque<Update> waiting = lanes.get(lane);
        if (waiting != null) {
            waiting.add(update);
            return;
        }
        lanes.put(lane, new ArrayDeque<>(Set.of(update)));
        Thread.ofVirtual().name("telegram-chat-" + lane).start(() -> work(lane));
    }

    private void work(long lane) {
        for (Update update = first(lane); update != null; update = afterFirst(lane)) {
            try {
                handler.accept(update);
            } catch (RuntimeException | Error e) {
                log.error("update {} could not be handled; the next ones will be", update.updateId(), e);
            }
            finish(update);
        }
    }

    private @Nullable Update first(long lane) {
        lock.lock();
        try {
            Deque<Update> waiting = lanes.get(lane);
            return waiting == null ? null : waiting.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Update afterFirst(long lane) {
        lock.lock();
        try {
            Deque<Update> waiting = lanes.get(lane);
            if (waiting == null) {
                return null;
            }
            waiting.pollFirst();
            if (waiting.isEmpty()) {
                lanes.remove(lane);
            }
            return waiting.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    private void finish(Update update) {
        lock.lock();
        try {
            unfinished.remove(update.updateId());
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
