package io.poolagent.core.pool;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import io.poolagent.core.lease.ResetPolicy;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the configuration says for one pool, of which the limits can be changed while it runs. Times are in nanoseconds, and
 * a limit of 0 means none. Any thread may use it.
 */
final class PoolSettings {
    private volatile int max;
    private volatile int min;
    final long idleNanos;
    final long lifetimeNanos;
    final String overflow;
    private final boolean direct;
    private final boolean wait;
    final int overflowMax;
    final long acquireMillis;
    final ResetPolicy reset;
    /** Whether connections are tracked only ({@code mode=observe}): then nothing limits them. */
    final boolean observes;

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
        this.observes = config.text(Options.MODE).equals("observe");
        this.reset = ResetPolicy.valueOf(config.text(Options.RESET).toUpperCase(Locale.ROOT));
    }

    int max() {
        return max;
    }

    int min() {
        return min;
    }

    void max(int most) {
        max = most;
    }

    void min(int least) {
        min = least;
    }

    boolean overflowsDirectly() {
        return direct;
    }

    boolean waits() {
        return wait;
    }
}
