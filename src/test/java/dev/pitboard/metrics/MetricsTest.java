package dev.pitboard.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents.Result;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.DeliveryEvents.Answer;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Waiting;
import dev.pitboard.health.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final Instant START = Instant.parse("2023-09-30T12:00:00Z");

    private final Metrics metrics = new Metrics("1.2.3");
    private final Map<String, Condition> parts = new HashMap<>();
    private final Map<Platform, Waiting> waiting = new HashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private boolean databaseAway;
    private Instant now = START;

    @AfterEach
    void close() {
        metrics.close();
    }

    private void watch() {
        metrics.watch(new Gauges(
                List.of("discord", "database"),
                () -> parts,
                Map.of(
                        Platform.DISCORD,
                        new Link(
                                () -> Map.of(429, 3L, 500, 9L),
                                () -> List.of("CONNECTED", "CONNECTED", "WAITING_TO_RECONNECT"),
                                Optional::empty),
                        Platform.TELEGRAM,
                        new Link(Map::of, List::of, () -> Optional.of(START))),
                () -> {
                    questions.incrementAndGet();
                    if (databaseAway) {
                        throw new Unavailable("The database is away.", new IllegalStateException());
                    }
                    return Map.copyOf(waiting);
                },
                () -> 7L,
                () -> Map.of("blocked", 2L),
                () -> now,
                () -> now));
    }

    /** The value behind a name with its labels, as it stands on the page. */
    private String value(String series) {
        return metrics.page()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElse("absent");
    }

    @Test
    void whatBecomesOfRemindersIsCounted() {
        DeliveryEvents events = metrics.deliveries();
        events.owed(5);
        events.sent(Platform.DISCORD, 2, Duration.ofMillis(1500));
        events.sent(Platform.DISCORD, 1, Duration.ofMinutes(2));
        events.sent(Platform.DISCORD, 1, Duration.ofSeconds(-40));
        events.unsent(Platform.TELEGRAM, DeliveryState.IN_DOUBT, 1);
        events.again(Platform.DISCORD);
        events.answered(Platform.DISCORD, Answer.UNSURE);
        events.unsent(null, DeliveryState.SUPERSEDED, 3);
        assertEquals("5.0", value("pitboard_deliveries_owed_total"));
        assertEquals("4.0", value("pitboard_deliveries_settled_total{platform=\"discord\",state=\"sent\"}"));
        assertEquals("1.0", value("pitboard_deliveries_settled_total{platform=\"telegram\",state=\"in_doubt\"}"));
        assertEquals("1.0", value("pitboard_messages_retried_total{platform=\"discord\"}"));
        assertEquals("1.0", value("pitboard_send_attempts_total{answer=\"unsure\",platform=\"discord\"}"));
        assertEquals("3.0", value("pitboard_deliveries_settled_total{platform=\"any\",state=\"superseded\"}"));
    }

    @Test
    void latenessIsAHistogramOfMessagesInSeconds() {
        DeliveryEvents events = metrics.deliveries();
        events.sent(Platform.DISCORD, 2, Duration.ofMillis(1500));
        events.sent(Platform.DISCORD, 1, Duration.ofMinutes(2));
        events.sent(Platform.DISCORD, 1, Duration.ofSeconds(-40));
        String bucket = "pitboard_delivery_lateness_seconds_bucket{platform=\"discord\",le=\"%s\"}";
        assertEquals("1", value(bucket.formatted("1.0")), "what was early is not late");
        assertEquals("2", value(bucket.formatted("2.0")));
        assertEquals("3", value(bucket.formatted("120.0")));
        assertEquals("3", value("pitboard_delivery_lateness_seconds_count{platform=\"discord\"}"));
        assertEquals("121.5", value("pitboard_delivery_lateness_seconds_sum{platform=\"discord\"}"));
    }

    @Test
    void whatCanBeCountedBeginsAtZero() {
        assertEquals("absent", value("pitboard_deliveries_settled_total{platform=\"discord\",state=\"failed\"}"));
        watch();
        for (DeliveryState state : DeliveryState.values()) {
            boolean end = state != DeliveryState.PENDING && state != DeliveryState.SENDING;
            assertEquals(
                    end ? "0.0" : "absent",
                    value("pitboard_deliveries_settled_total{platform=\"discord\",state=\"" + state.word() + "\"}"));
        }
        assertEquals("0", value("pitboard_delivery_lateness_seconds_count{platform=\"telegram\"}"));
        assertEquals("0.0", value("pitboard_platform_refusals_total{platform=\"telegram\",status=\"401\"}"));
    }

    @Test
    void commandsAreTimed() {
        metrics.commands().answered(Platform.TELEGRAM, "reminders on", Result.ANSWERED, Duration.ofMillis(15));
        String labels = "command=\"reminders on\",platform=\"telegram\"";
        assertEquals("1.0", value("pitboard_commands_answered_total{platform=\"telegram\",result=\"answered\"}"));
        assertEquals("1", value("pitboard_command_seconds_count{" + labels + "}"));
        assertEquals("0", value("pitboard_command_seconds_bucket{" + labels + ",le=\"0.01\"}"));
        assertEquals("1", value("pitboard_command_seconds_bucket{" + labels + ",le=\"0.02\"}"));
    }

    @Test
    void whatIsNowIsMeasuredWhenAsked() {
        parts.put("discord", Condition.connecting("no answer yet"));
        parts.put("database", Condition.up());
        waiting.put(Platform.DISCORD, new Waiting(3, START.minusSeconds(90)));
        watch();
        assertEquals("1.0", value("pitboard_part_state{part=\"discord\",state=\"connecting\"}"));
        assertEquals("0.0", value("pitboard_part_state{part=\"discord\",state=\"up\"}"));
        assertEquals("1.0", value("pitboard_part_state{part=\"database\",state=\"up\"}"));
        assertEquals("3.0", value("pitboard_deliveries_waiting{platform=\"discord\"}"));
        assertEquals("90.0", value("pitboard_queue_age_seconds{platform=\"discord\"}"));
        assertEquals("0.0", value("pitboard_queue_age_seconds{platform=\"telegram\"}"));
        assertEquals("7.0", value("pitboard_subscriptions_active"));
        assertEquals("2.0", value("pitboard_chats_shut{state=\"blocked\"}"));
        assertEquals("0.0", value("pitboard_chats_shut{state=\"gone\"}"));
        assertEquals("3.0", value("pitboard_platform_refusals_total{platform=\"discord\",status=\"429\"}"));
        assertEquals("2.0", value("pitboard_discord_shards{connected=\"true\"}"));
        assertEquals("1.0", value("pitboard_discord_shards{connected=\"false\"}"));
        now = START.plusSeconds(4);
        assertEquals("4.0", value("pitboard_telegram_last_poll_age_seconds"));
    }

    @Test
    void theDatabaseIsAskedOnceInAFewSeconds() {
        watch();
        metrics.page();
        metrics.page();
        assertEquals(1, questions.get());
        now = START.plusSeconds(6);
        metrics.page();
        assertEquals(2, questions.get());
        now = START.minusSeconds(60);
        metrics.page();
        assertEquals(3, questions.get(), "a clock that was put back does not freeze the numbers");
    }

    @Test
    void whileTheDatabaseIsAwayItsNumbersAreNone() {
        databaseAway = true;
        watch();
        assertEquals("NaN", value("pitboard_deliveries_waiting{platform=\"discord\"}"));
        assertEquals("7.0", value("pitboard_subscriptions_active"));
    }

    @Test
    void theProcessIsMeasuredToo() {
        String page = metrics.page();
        for (String name : List.of(
                "jvm_memory_used_bytes{",
                "jvm_threads_live_threads ",
                "process_files_open_files ",
                "process_uptime_seconds ")) {
            assertTrue(page.contains("\n" + name), name);
        }
        assertTrue(page.contains("version=\"1.2.3\""), page);
        assertFalse(page.contains("HdrHistogram"));
    }
}
