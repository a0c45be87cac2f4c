package dev.pitboard.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a platform that is on tells of the way to it.
 *
 * @param refusals how many requests it refused since the start, by HTTP status
 * @param gateway how each of its connections is, CONNECTED where all is well; empty where there are none, such as on Telegram
 * @param lastPoll when it last answered a poll, machine time; empty before the first, and where nothing is polled
 */
public record Link(
        Supplier<Map<Integer, Long>> refusals, Supplier<List<String>> gateway, Supplier<Optional<Instant>> lastPoll) {}
