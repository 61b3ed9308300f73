package io.poolagent.sample.load;

import java.util.Arrays;

/** Durations in nanoseconds, every one of them kept. For one thread at a time. */
final class Latencies {

    private long[] values = new long[1024];
    private int size;

    void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    /** So many of a hundred are at most this long, in milliseconds; 0 when there are none at all. */
    double percentileMillis(double percent) {
        if (size == 0) {
            return 0;
        }
        Arrays.sort(values, 0, size);
        int rank = (int) Math.ceil(percent / 100 * size);
        return values[Math.max(rank, 1) - 1] / 1e6;
    }
}
