package io.poolagent.core.foreign;

import io.poolagent.core.lease.LeaseRecord;

/**
 * How closely a thread's acquires from foreign pools follow each other. Each is measured; once sixteen came closely one
 * after another, one in sixteen is, which stands for those before it: a look at the clock costs a third of what such an
 * acquire takes. Used by that thread only.
 */
public final class Pace {
    private static final long TIGHT_NANOS = 10_000;
    private static final int SAMPLE = 16;

    private long startNanos;
    private int weight;
    private int skipped;
    private long sampleNanos = System.nanoTime() - TIGHT_NANOS;
    /** So many samples in a row came close to the one before. */
    private int close;

    /** The thread enters the outermost method of a pool. */
    public void begin() {
        if (close >= SAMPLE && skipped < SAMPLE - 1) {
            skipped++;
            weight = 0;
            return;
        }
        long now = System.nanoTime();
        weight = skipped + 1;
        close = now - sampleNanos < TIGHT_NANOS * weight ? close + 1 : 0;
        skipped = 0;
        sampleNanos = now;
        startNanos = now;
    }

    /** For how many acquires this one stands; 0 where it is not measured. */
    int weight() {
        return weight;
    }

    /** The time, by {@link System#nanoTime}; {@link LeaseRecord#NOT_MEASURED} where it is not measured. */
    long now() {
        return weight == 0 ? LeaseRecord.NOT_MEASURED : System.nanoTime();
    }

    /** When it began, by {@link System#nanoTime}; of no meaning where it is not measured. */
    long startNanos() {
        return startNanos;
    }
}
