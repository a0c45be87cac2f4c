package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.pitboard.notice.Consequences;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.PlainCommit;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlShutChats;
import dev.pitboard.store.SqlSubscriptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Planner, ledger and lanes on simulated clocks, networks and platforms, with crashes anywhere. Each seed is a story of its
 * own, in memory the same each time: {@code -Dpitboard.seeds=5000} plays so many, {@code -Dpitboard.seed=N} begins with that
 * one. The first story that goes wrong is told. On SQLite the ids of messages differ from one time to the next, and with
 * them the order among what could be sent again at the same millisecond.
 */
final class SimulationTest {
    private static final long FIRST = Long.getLong("pitboard.seed", 0);
    private static final int MANY = Integer.getInteger("pitboard.seeds", FIRST == 0 ? 100 : 1);
    private static final int MANY_ON_SQLITE = Math.max(1, MANY / 50);

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.pitboard.delivery");
    private final Bugs bugs = new Bugs();

    @TempDir
    private Path folder = Path.of("");

    /** What the program itself calls a bug of its own. */
    private static final class Bugs extends AppenderBase<ILoggingEvent> {
        private final List<String> said = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getMessage().contains("our bug")) {
                said.add(event.getFormattedMessage());
            }
        }
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ERROR);
        logger.setAdditive(false);
        bugs.start();
        logger.addAppender(bugs);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(bugs);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void everyPromiseIsKeptInEveryStory() {
        List<Long> wrong = LongStream.range(FIRST, FIRST + MANY)
                .filter(seed -> isWrong(() -> inMemory(seed, false)))
                .boxed()
                .toList();
        wrong.stream().limit(1).forEach(seed -> tell(inMemory(seed, true), seed));
        assertTrue(wrong.isEmpty(), () -> "see above; wrong: " + wrong);
    }

    @Test
    void aChangeThatMarksNothingIsFoundOut() {
        assertTrue(LongStream.range(FIRST, FIRST + 20)
                .anyMatch(seed -> isWrong(() -> {
                    InMemoryStore store = new InMemoryStore();
                    SimRun.Control forgetful = new SimRun.Control() {
                        @Override
                        public void follow(Consequences c, long number, Instant now) {
                            store.follow(new Consequences(c.starts(), c.owed(), c.notices(), Set.of()), number, now);
                        }

                        @Override
                        public void silence(String series, Instant since, @Nullable Instant until) {
                            store.silence(series, since, until);
                        }

                        @Override
                        public void resume(String series) {
                            store.resume(series);
                        }
                    };
                    return new SimRun(seed, new SimRun.Store(store, store, store, forgetful), false);
                })));
    }

    @Test
    void andSomeOnSqlite() {
        LongStream.range(FIRST, FIRST + MANY_ON_SQLITE)
                .forEach(seed -> onSqlite(seed, store -> {
                    SimRun run = new SimRun(seed, store, true);
                    tell(run, seed);
                }));
    }

    @Test
    void aStoryIsTheSameEachTime() {
        LongFunction<String> told = seed -> {
            SimRun run = inMemory(seed, true);
            run.play();
            return run.story();
        };
        for (long seed = FIRST; seed < FIRST + 3; seed++) {
            assertEquals(told.apply(seed), told.apply(seed));
        }
    }

    private static SimRun inMemory(long seed, boolean tracing) {
        InMemoryStore store = new InMemoryStore();
        return new SimRun(seed, new SimRun.Store(store, store, store, control(store)), tracing);
    }

    private static SimRun.Control control(InMemoryStore store) {
        return new SimRun.Control() {
            @Override
            public void follow(Consequences consequences, long number, Instant now) {
                store.follow(consequences, number, now);
            }

            @Override
            public void silence(String series, Instant since, @Nullable Instant until) {
                store.silence(series, since, until);
            }

            @Override
            public void resume(String series) {
                store.resume(series);
            }
        };
    }

    private static SimRun.Control control(Database database) {
        return new SimRun.Control() {
            @Override
            public void follow(Consequences consequences, long number, Instant now) {
                PlainCommit.follow(database, consequences, number, now);
            }

            @Override
            public void silence(String series, Instant since, @Nullable Instant until) {
                PlainCommit.silence(database, series, since, until);
            }

            @Override
            public void resume(String series) {
                PlainCommit.resume(database, series);
            }
        };
    }

    private void onSqlite(long seed, Consumer<SimRun.Store> use) {
        String url = Database.sqliteUrl(folder.resolve(seed + ".db"));
        try (Database database = Database.open(url, null, null)) {
            use.accept(new SimRun.Store(
                    new SqlLedger(database),
                    new SqlSubscriptions(database),
                    new SqlShutChats(database),
                    control(database)));
        } catch (CannotOpen e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isWrong(Supplier<SimRun> run) {
        try {
            run.get().play();
            return !bugs.said.isEmpty();
        } catch (SimWorld.Fault | RuntimeException wrong) {
            return true;
        }
    }

    /** Fails with the whole story when it goes wrong. */
    private void tell(SimRun run, long seed) {
        try {
            run.play();
        } catch (SimWorld.Fault | RuntimeException wrong) {
            throw new AssertionError("seed " + seed + ":\n" + run.story() + wrong, wrong);
        }
        assertEquals(List.of(), bugs.said, () -> "seed " + seed + ":\n" + run.story());
    }
}
