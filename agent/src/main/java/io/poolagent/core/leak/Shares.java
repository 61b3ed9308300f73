package io.poolagent.core.leak;

import java.util.Arrays;

/** A total, shared out by what is known of it: counted one by one at first, and then as the lot said. Immutable. */
final class Shares {
    private final long[] shares;
    private final boolean isExact;

    /**
     * @param exact what was counted of each
     * @param drawn a sample of each, which tells how the rest of the total is shared out
     */
    Shares(long total, long[] exact, long[] drawn) {
        long known = Arrays.stream(exact).sum();
        long rest = Math.max(0, total - known);
        long[] weights = Arrays.stream(drawn).sum() > 0 ? drawn : exact;
        double all = Arrays.stream(weights).sum();
        this.isExact = rest == 0;
        this.shares = exact.clone();
        long before = 0;
        long weight = 0;
        for (int i = 0; i < shares.length && all > 0; i++) {
            weight += weights[i];
            long upTo = Math.round(rest * (weight / all)); // rounded from the first on, so that they add up
            shares[i] += upTo - before;
            before = upTo;
        }
    }

    /** Whether nothing had to be shared out. */
    boolean areExact() {
        return isExact;
    }

    long of(int index) {
        return shares[index];
    }
}
