package io.poolagent.core.foreign;

import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.lease.Times;

/** Durations of one kind in a foreign pool, written by all its threads, of which few meet at one part. */
final class ForeignTimes {
    private static final int PARTS = 8;

    private final Times.Shared[] parts = new Times.Shared[PARTS];

    ForeignTimes() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Times.Shared();
        }
    }

    /** One that was measured, which stands for so many. */
    @SuppressWarnings("deprecation") // the other name for a thread's number came with Java 19
    void add(long nanos, int weight) {
        parts[(int) Thread.currentThread().getId() & PARTS - 1].add(nanos, weight);
    }

    /** @param all how many there were, measured or not */
    TimeFigures figures(long all) {
        TimeFigures.Sum sum = new TimeFigures.Sum();
        for (Times each : parts) {
            each.addTo(sum);
        }
        return sum.figures(all);
    }
}
