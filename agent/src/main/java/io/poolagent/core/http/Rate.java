package io.poolagent.core.http;

import java.util.concurrent.TimeUnit;

/** So many requests a second, and as many at once after a rest. Any thread may use it. */
final class Rate {
    private final double most;
    private double left;
    private long last;

    Rate(int perSecond, long nowNanos) {
        this.most = perSecond;
        this.left = perSecond;
        this.last = nowNanos;
    }

    /** Whether one more is allowed now. */
    synchronized boolean allows(long nowNanos) {
        double grown = left + most * (nowNanos - last) / TimeUnit.SECONDS.toNanos(1);
        last = nowNanos;
        left = Math.min(most, grown);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
