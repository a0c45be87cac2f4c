package dev.pitboard.metrics;

import dev.pitboard.command.CommandEvents;
import dev.pitboard.delivery.DeliveryEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Counts what happens and measures what is, and writes both as a page for Prometheus. Labels name platforms, commands and
 * states, never a chat or a person. docs/operations.md lists what there is.
 */
public final class Metrics implements AutoCloseable {
    /** The media type of {@link #page}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final DeliveryMeters deliveries = new DeliveryMeters(registry);
    private final CommandMeters commands = new CommandMeters(registry);

    /** @param version that of the program */
    public Metrics(String version) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("pitboard.build.info", () -> 1)
                .description("Always 1; the version of the program is the label.")
                .tag("version", version)
                .register(registry);
    }

    /** Counts what becomes of reminders. */
    public DeliveryEvents deliveries() {
        return deliveries;
    }

    /** Times commands. */
    public CommandEvents commands() {
        return commands;
    }

    /** Measures these whenever the page is asked for. Once. */
    public void watch(Gauges gauges) {
        gauges.platforms().keySet().forEach(deliveries::begin);
        gauges.platforms().keySet().forEach(commands::begin);
        gauges.bindTo(registry);
    }

    /** Everything, in the text format of Prometheus. */
    public String page() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.getMeters().forEach(Meter::close);
        registry.close();
    }
}
