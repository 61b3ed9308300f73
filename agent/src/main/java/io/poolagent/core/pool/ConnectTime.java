package io.poolagent.core.pool;

import java.util.concurrent.TimeUnit;

/** How long this pool's recent physical connects took: a moving average. Any thread may use it; a lost update is fine. */
final class ConnectTime {
    private static final double WEIGHT = 0.25;
    private volatile long nanos;

    void took(long measuredNanos) {
        long known = nanos;
        nanos = known == 0 ? measuredNanos : (long) (known + WEIGHT * (measuredNanos - known));
    }

    /** Rounded up, at least 1. */
    long millis() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
    }
}
