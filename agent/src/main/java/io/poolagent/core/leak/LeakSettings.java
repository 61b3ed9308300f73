package io.poolagent.core.leak;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import io.poolagent.core.config.UrlPatterns;
import java.util.concurrent.TimeUnit;

/** What the configuration says about leaks. The threshold can be changed while the agent runs; any thread may use it. */
final class LeakSettings {
    final String collect;
    final UrlPatterns allowed;
    /** 0: never. */
    final long abandonNanos;
    /** 0: off. */
    final long slowNanos;

    final long memoryBytes;
    private volatile long thresholdNanos;

    LeakSettings(Config config) {
        this.collect = config.text(Options.LEAK_COLLECT);
        this.allowed = config.patterns(Options.LEAK_ALLOW);
        this.abandonNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(Options.LEAK_ABANDONED_AFTER));
        this.slowNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(Options.SQL_SLOW));
        this.memoryBytes = config.bytes(Options.LEAK_MEMORY);
        this.thresholdNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(Options.LEAK_THRESHOLD));
    }

    long thresholdNanos() {
        return thresholdNanos;
    }

    void thresholdNanos(long nanos) {
        thresholdNanos = nanos;
    }
}
