package io.poolagent.core.lease;

import io.poolagent.core.report.Json;
import org.jspecify.annotations.Nullable;

/** Durations as they were counted at one moment. Immutable. */
public final class TimeFigures {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] buckets;
    private final long count;
    private final long sumNanos;
    private final long maxNanos;

    private TimeFigures(long[] buckets, long count, long sumNanos, long maxNanos) {
        this.buckets = buckets;
        this.count = count;
        this.sumNanos = sumNanos;
        this.maxNanos = maxNanos;
    }

    /** Adds up {@link Times}. Used by one thread. */
    public static final class Sum {
        private final long[] buckets = new long[Times.BUCKETS];
        private long count;
        private long sumNanos;
        private long maxNanos;

        void add(long[] @Nullable [] rows, long moreCount, long moreNanos, long nanos) {
            int bucket = 0;
            for (long[] row : rows) {
                for (int i = 0; i < Times.PARTS && bucket < buckets.length; i++, bucket++) {
                    buckets[bucket] += row == null ? 0 : row[i];
                }
            }
            count += moreCount;
            sumNanos += moreNanos;
            maxNanos = Math.max(maxNanos, nanos);
        }

        void add(int bucket, long more, long nanosEach) {
            buckets[bucket] += more;
            count += more;
            sumNanos += nanosEach * more;
        }

        /**
         * The sum so far, where it is known how many there were: those that were not measured took as long as the others do
         * on average.
         */
        public TimeFigures figures(long all) {
            if (count == 0) {
                return figures();
            }
            if (count < all) {
                long mean = sumNanos / count;
                add(Times.bucket(mean), all - count, mean);
            }
            return new TimeFigures(buckets.clone(), all, sumNanos, maxNanos);
        }

        /** The sum so far. */
        public TimeFigures figures() {
            return new TimeFigures(buckets.clone(), count, sumNanos, maxNanos);
        }
    }

    /** What came after an earlier moment; the greatest is that of {@link Times#forgetMax the last time it was forgotten}. */
    public TimeFigures since(TimeFigures earlier) {
        long[] left = buckets.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(0, left[i] - earlier.buckets[i]);
        }
        return new TimeFigures(
                left, Math.max(0, count - earlier.count), Math.max(0, sumNanos - earlier.sumNanos), maxNanos);
    }

    /** How many. */
    public long count() {
        return count;
    }

    /** All of them together, in nanoseconds. */
    public long sumNanos() {
        return sumNanos;
    }

    /** The longest, in milliseconds; 0 where there is none. */
    public double maxMillis() {
        return maxNanos / NANOS_PER_MILLI;
    }

    /** On average, in milliseconds; 0 where there is none. */
    public double meanMillis() {
        return count == 0 ? 0 : sumNanos / NANOS_PER_MILLI / count;
    }

    /**
     * So many percent took no longer, in milliseconds, to an eighth at most too long; 0 where there is none.
     *
     * @param percent from 0 to 100
     */
    public double percentileMillis(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(count * percent / 100));
        long seen = 0;
        for (int i = 0; i < buckets.length && count > 0; i++) {
            seen += buckets[i];
            if (seen >= wanted) {
                return Math.min(Times.upper(i), maxNanos) / NANOS_PER_MILLI;
            }
        }
        return maxMillis();
    }

    /** How many took no longer than so many nanoseconds, to an eighth. */
    public long countUpTo(long nanos) {
        long seen = 0;
        for (int i = 0; i < buckets.length && Times.upper(i) <= nanos; i++) {
            seen += buckets[i];
        }
        return seen;
    }

    /** As an object; all times in milliseconds. */
    public Json json() {
        return Json.object()
                .put("count", count)
                .put("mean", meanMillis())
                .put("p50", percentileMillis(50))
                .put("p95", percentileMillis(95))
                .put("p99", percentileMillis(99))
                .put("max", maxMillis());
    }
}
