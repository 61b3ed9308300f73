package io.poolagent.core.metrics;

import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.jvm.Privileged;
import io.poolagent.core.pool.PoolWatcher;
import io.poolagent.core.watch.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is counted, as meters. Making one costs nothing: Micrometer is loaded when a text is asked for. Any
 * thread may use it.
 */
public final class Metrics implements AutoCloseable {
    private final Watch watch;
    private @Nullable PrometheusText prometheus;

    /** Meters of the pools that are watched. */
    public Metrics(Watch watch) {
        this.watch = watch;
    }

    /**
     * All meters in Prometheus' text format 0.0.4 ({@code text/plain; version=0.0.4; charset=utf-8}). The first call takes
     * some tenths of a second, others a few milliseconds.
     */
    public synchronized String text() {
        PrometheusText known = prometheus;
        if (known == null) {
            known = Privileged.call(() -> new PrometheusText(new Sources(watch)));
            prometheus = known;
        }
        return Privileged.call(known::text);
    }

    /**
     * Who is to be shown the pools once a second: whoever watches them, and with {@code metrics.target=app} what puts the
     * meters into the application's Micrometer too.
     */
    public PoolWatcher watcher() {
        return watch.config().text(WatchOptions.METRICS_TARGET).equals("app") ? new AppTarget(watch) : watch;
    }

    /** Lets go of what listens to the JVM's collections; the next text begins anew. */
    @Override
    public synchronized void close() {
        PrometheusText known = prometheus;
        if (known != null) {
            prometheus = null;
            known.close();
        }
    }
}
