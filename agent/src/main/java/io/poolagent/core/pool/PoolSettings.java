package io.poolagent.core.pool;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import io.poolagent.core.lease.ResetPolicy;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the configuration says for one pool. Immutable; times in nanoseconds, and a limit of 0 means none. */
final class PoolSettings {
    final int max;
    final int min;
    final long idleNanos;
    final long lifetimeNanos;
    final String overflow;
    private final boolean direct;
    private final boolean wait;
    final int overflowMax;
    final long acquireMillis;
    final ResetPolicy reset;

    PoolSettings(Config config) {
        this.max = config.number(Options.MAX);
        this.min = config.number(Options.MIN);
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(Options.IDLE_TIMEOUT));
        this.lifetimeNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(Options.MAX_LIFETIME));
        this.overflow = config.text(Options.OVERFLOW);
        this.direct = overflow.equals("direct");
        this.wait = overflow.equals("wait");
        this.overflowMax = config.number(Options.OVERFLOW_MAX);
        this.acquireMillis = config.millis(Options.ACQUIRE_TIMEOUT);
        this.reset = ResetPolicy.valueOf(config.text(Options.RESET).toUpperCase(Locale.ROOT));
    }

    boolean overflowsDirectly() {
        return direct;
    }

    boolean waits() {
        return wait;
    }
}
