package io.poolagent.core.metrics;

import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.Watch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What meters read: one pool under the name that they give it, or all together. Any thread may use it. */
final class Source {
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Watch watch;
    private final @Nullable PoolHealth health;
    private final String name;
    private @Nullable Sample last;
    private long lastNanos;

    /**
     * @param health null for all together
     * @param name unique; empty for all together, which is to Prometheus as if there were no such label
     */
    Source(Watch watch, @Nullable PoolHealth health, String name) {
        this.watch = watch;
        this.health = health;
        this.name = name;
    }

    /** The pool; null where this is all together. */
    @Nullable
    PoolHealth health() {
        return health;
    }

    /** The value of {@link MeterTable#POOL}; empty for all together. */
    String name() {
        return name;
    }

    /** What there is now. */
    Sample sample() {
        return new Sample(watch, health);
    }

    /** What there was a tenth of a second ago at most: for somebody who asks for one meter after the other. */
    synchronized Sample recent() {
        long now = System.nanoTime();
        Sample known = last;
        if (known == null || now - lastNanos > RECENT_NANOS) {
            known = sample();
            last = known;
            lastNanos = now;
        }
        return known;
    }
}
