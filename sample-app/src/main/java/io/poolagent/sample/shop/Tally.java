package io.poolagent.sample.shop;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Sums of what the shop counts. Safe for many threads. */
public final class Tally {

    private final Map<Count, LongAdder> sums = new EnumMap<>(Count.class);

    /** All sums at zero. */
    public Tally() {
        for (Count count : Count.values()) {
            sums.put(count, new LongAdder());
        }
    }

    /** Adds to one sum. */
    public void add(Count count, long amount) {
        LongAdder sum = sums.get(count);
        if (sum != null) {
            sum.add(amount);
        }
    }

    /** A sum so far. */
    public long sum(Count count) {
        LongAdder sum = sums.get(count);
        return sum == null ? 0 : sum.sum();
    }
}
