package io.poolagent.core.pool;

import io.poolagent.core.report.Instants;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import org.jspecify.annotations.Nullable;

/** What people can do to a pool while it runs. Any thread may use it. */
public final class PoolControl {
    private final String name;
    private final PoolSettings settings;
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final Fitness fitness;
    private final PoolStatistics statistics;
    private volatile Resizes resizes = new Resizes(0, 0, 0, null);

    PoolControl(
            String name,
            PoolSettings settings,
            HikariSlots slots,
            SlotInventory inventory,
            Fitness fitness,
            PoolStatistics statistics) {
        this.name = name;
        this.settings = settings;
        this.slots = slots;
        this.inventory = inventory;
        this.fitness = fitness;
        this.statistics = statistics;
    }

    /** How often the limits changed, and the last time. Immutable. */
    public static final class Resizes {
        /** How often the maximum or minimum was changed. */
        public final long count;
        /** How often to a greater number; the rest was to a smaller one. */
        public final long up;

        private final long lastMillis;
        /** What was changed last, from what to what, and by whom; null where nothing was. */
        public final @Nullable String why;

        Resizes(long count, long up, long lastMillis, @Nullable String why) {
            this.count = count;
            this.up = up;
            this.lastMillis = lastMillis;
            this.why = why;
        }

        /** When the last one was, as ISO 8601 in UTC; null where there was none. */
        public @Nullable String last() {
            return count == 0 ? null : Instants.text(lastMillis);
        }
    }

    /** Closes idle connections now, and leased ones as they are released. */
    public void softEvict() {
        fitness.evict();
        inventory.closeIdle();
        Log.info(
                "pool " + name + ": softEvict: idle connections were closed, leased ones will be as they are released");
    }

    /** From here on connects go past the pool, until {@link #resume}. */
    public void suspend() {
        fitness.suspend(true);
        Log.info("pool " + name + ": suspended: connects go past it");
    }

    /** Ends {@link #suspend}. */
    public void resume() {
        fitness.suspend(false);
        Log.info("pool " + name + ": resumed");
    }

    /** Whether connects go past the pool. */
    public boolean isSuspended() {
        return fitness.isSuspended();
    }

    /** Whether somebody has suspended it, or changed its limits. */
    boolean isChanged() {
        return isSuspended() || resizes.count > 0;
    }

    /**
     * Changes how many connections are kept open at least; they are opened by and by.
     *
     * @param by who changes it, for the log
     * @throws IllegalArgumentException where it is negative or above the maximum
     */
    public synchronized void setMin(int min, String by) {
        if (min < 0 || min > settings.max()) {
            throw new IllegalArgumentException("min " + min + " is not allowed for pool " + name
                    + "; allowed is 0 to max, which is " + settings.max());
        }
        int before = settings.min();
        settings.min(min);
        resized("min", before, min, by);
    }

    /**
     * Changes how many connections there are at most. Idle connections too many are closed at once, leased ones as they
     * are released.
     *
     * @param by who changes it, for the log
     * @throws IllegalArgumentException where it is below 1 or the minimum, or above 10,000
     */
    public synchronized void setMax(int max, String by) {
        if (max < Math.max(1, settings.min()) || max > 10_000) {
            throw new IllegalArgumentException("max " + max + " is not allowed for pool " + name
                    + "; allowed is 1 to 10000, and not less than min, which is " + settings.min());
        }
        int before = settings.max();
        settings.max(max);
        for (Slot parked : slots.setMax(max)) {
            inventory.empty(parked);
        }
        resized("max", before, max, by);
    }

    private void resized(String what, int before, int after, String by) {
        if (before == after) {
            return;
        }
        String why = what + " from " + before + " to " + after + ", by " + by;
        resizes =
                new Resizes(resizes.count + 1, resizes.up + (after > before ? 1 : 0), System.currentTimeMillis(), why);
        Log.report(
                Level.INFO,
                "poolagent.pool.resized",
                () -> "pool " + name + ": " + why,
                json -> json.put("pool", name)
                        .put("limit", what)
                        .put("before", before)
                        .put("after", after)
                        .put("by", by));
    }

    /** The changes of its limits so far. */
    public Resizes resizes() {
        return resizes;
    }

    /** Begins to count anew, in JMX and HTTP; metrics go on. */
    public void resetStatistics() {
        statistics.reset();
    }
}
