package io.poolagent.core.leak;

import java.util.concurrent.TimeUnit;

/** When something that goes on is reported: at once, and then after intervals that grow. Used under its owner's lock. */
final class Interval {
    private static final long FIRST_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private boolean begun;
    private long nextNanos;
    private long lengthNanos = FIRST_NANOS;

    /** Whether a report is due; if so, the next one is due after a longer time. */
    boolean isDue(long nowNanos) {
        if (begun && nowNanos - nextNanos < 0) {
            return false;
        }
        if (begun) {
            lengthNanos = Math.min(lengthNanos * 2, LONGEST_NANOS);
        }
        begun = true;
        nextNanos = nowNanos + lengthNanos;
        return true;
    }
}
