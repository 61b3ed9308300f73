package io.poolagent.core.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The registry inside the agent. The first class of Micrometer's is loaded with this one, and the JVM's management is
 * asked, both not before somebody wants a text. Any thread may use it.
 */
final class PrometheusText implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<AutoCloseable> listening = new ArrayList<>();

    PrometheusText(Sources sources) {
        registry.getPrometheusRegistry().register(new PoolCollector(sources));
        bind("memory", JvmMemoryMetrics::new);
        bind("garbage collection", JvmGcMetrics::new);
        bind("processor", ProcessorMetrics::new);
    }

    /** A JVM without the module of what is asked for has the other meters. */
    private void bind(String what, Supplier<MeterBinder> binder) {
        try {
            MeterBinder made = binder.get();
            made.bindTo(registry);
            if (made instanceof AutoCloseable) {
                listening.add((AutoCloseable) made);
            }
        } catch (Throwable e) {
            Log.debug("no meters of the JVM's " + what + ": " + e);
        }
    }

    String text() {
        return registry.scrape();
    }

    /** Ends what listens to collections. */
    @Override
    public void close() {
        for (AutoCloseable each : listening) {
            try {
                each.close();
            } catch (Exception e) {
                Log.debug("meters of the JVM's were not closed: " + e);
            }
        }
        listening.clear();
        registry.close();
    }
}
