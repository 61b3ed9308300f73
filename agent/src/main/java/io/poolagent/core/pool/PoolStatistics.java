package io.poolagent.core.pool;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What there is in a pool and what happened in it: since it was made, and since somebody reset that. Any thread may use it. */
final class PoolStatistics {
    private final PoolSettings settings;
    private final SlotInventory inventory;
    private final PoolCounters counters;
    private final IntSupplier waiting;
    private volatile @Nullable PoolTotals forgotten;

    /** @param waiting how many threads wait for a slot */
    PoolStatistics(PoolSettings settings, SlotInventory inventory, PoolCounters counters, IntSupplier waiting) {
        this.settings = settings;
        this.inventory = inventory;
        this.counters = counters;
        this.waiting = waiting;
    }

    /** What there is now, with {@link #since}. */
    PoolFigures figures() {
        return new PoolFigures(settings, inventory, counters, waiting.getAsInt(), since());
    }

    /** What happened since the pool was made. */
    PoolTotals totals() {
        return new PoolTotals(counters, inventory);
    }

    /** What happened since the last {@link #reset}. */
    PoolTotals since() {
        PoolTotals before = forgotten;
        return before == null ? totals() : totals().since(before);
    }

    /** Begins to count anew; what counts for ever goes on. */
    void reset() {
        inventory.forgetMax();
        counters.forgetMax();
        forgotten = totals();
        figures(); // what is leased now counts
    }
}
