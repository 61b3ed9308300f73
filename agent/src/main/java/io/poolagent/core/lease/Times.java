package io.poolagent.core.lease;

import org.jspecify.annotations.Nullable;

/**
 * Durations of one kind: how many, how long together, and how they are spread, to an eighth of a power of two. Written by
 * one thread at a time, whoever has the slot that this belongs to, so that counting costs neither an atomic
 * operation nor a line of memory that threads fight over; read by any thread, a little late. What many threads write is
 * {@link Shared}.
 */
public class Times {
    /** Below half a microsecond nobody wants to know more. */
    private static final int LOWEST_EXPONENT = 9;

    private static final int PARTS_BITS = 3;
    static final int PARTS = 1 << PARTS_BITS;
    /** Two hours and more are one. */
    private static final int HIGHEST_EXPONENT = 43;

    private static final int UNMEASURED = 15;

    static final int BUCKETS = (HIGHEST_EXPONENT - LOWEST_EXPONENT) * PARTS + 2;
    private static final int ROWS = (BUCKETS + PARTS - 1) / PARTS;

    /** By power of two, each made when it is first needed: most durations of a kind are in two or three. */
    private final long[] @Nullable [] buckets = new long[ROWS][];

    private long count;
    private long sumNanos;
    private long maxNanos;
    /** How many came after the last sample without being measured. */
    private int unmeasured;

    private long sampleNanos;

    /** One more; less than nothing counts as nothing. */
    public void add(long nanos) {
        add(nanos, 1);
    }

    /** Whether the next one is to be a {@link #addSample sample}. */
    public boolean wantsSample() {
        return count == 0 || unmeasured >= UNMEASURED;
    }

    /** One more, which stands for those that were not measured as well. */
    public void addSample(long nanos) {
        add(nanos, 1 + unmeasured);
        unmeasured = 0;
        sampleNanos = Math.max(0, nanos);
    }

    /** One more, which counts as long as the last sample until there is another. */
    public void addUnmeasured() {
        unmeasured++;
    }

    /** So many more, of which one was measured. */
    public void add(long nanos, int weight) {
        long took = Math.max(0, nanos);
        int bucket = bucket(took);
        long[] row = buckets[bucket >>> PARTS_BITS];
        if (row == null) {
            row = new long[PARTS];
            buckets[bucket >>> PARTS_BITS] = row;
        }
        row[bucket & PARTS - 1] += weight;
        sumNanos += took * weight;
        count += weight;
        if (took > maxNanos) {
            maxNanos = took;
        }
    }

    /** What was counted, into a sum of several. */
    public void addTo(TimeFigures.Sum sum) {
        if (count > 0) {
            sum.add(buckets, count, sumNanos, maxNanos);
            sum.add(bucket(sampleNanos), unmeasured, sampleNanos);
        }
    }

    /** The greatest begins anew. */
    public void forgetMax() {
        maxNanos = 0;
    }

    static int bucket(long nanos) {
        int exponent = 63 - Long.numberOfLeadingZeros(nanos | 1);
        if (exponent < LOWEST_EXPONENT) {
            return 0;
        }
        if (exponent >= HIGHEST_EXPONENT) {
            return BUCKETS - 1;
        }
        int part = (int) (nanos >>> exponent - PARTS_BITS) & PARTS - 1;
        return 1 + (exponent - LOWEST_EXPONENT) * PARTS + part;
    }

    /** The longest duration that belongs into a bucket, in nanoseconds. */
    static long upper(int bucket) {
        if (bucket == 0) {
            return (1L << LOWEST_EXPONENT) - 1;
        }
        int exponent = LOWEST_EXPONENT + (bucket - 1) / PARTS;
        long part = (bucket - 1L) % PARTS + 1;
        return (1L << exponent) + (part << exponent - PARTS_BITS) - 1;
    }

    /** Durations that many threads write, where one more lock does not matter: waits, connects. */
    public static final class Shared extends Times {
        @Override
        public synchronized void add(long nanos, int weight) {
            super.add(nanos, weight);
        }

        @Override
        public synchronized void addTo(TimeFigures.Sum sum) {
            super.addTo(sum);
        }

        @Override
        public synchronized void forgetMax() {
            super.forgetMax();
        }
    }
}
