package io.poolagent.core.pool;

import io.poolagent.core.leak.Leaks;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How acquires wait, with {@code leak.collect=eager}, for a collection that proves leaks and so frees slots. Any thread may
 * use it.
 */
final class CollectionWait {
    /** So long an acquire may wait, where collections take no longer. */
    static final long MILLIS = 1_000;

    /** How often it looks whether one has ended that takes longer. */
    private static final long LOOK_MILLIS = 100;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FRUITLESS_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PoolSettings settings;
    private final HikariSlots slots;
    private final PoolCounters counters;
    private final Leaks leaks;
    private volatile long notBeforeNanos = System.nanoTime();

    CollectionWait(PoolSettings settings, HikariSlots slots, PoolCounters counters, Leaks leaks) {
        this.settings = settings;
        this.slots = slots;
        this.counters = counters;
        this.leaks = leaks;
    }

    /**
     * With {@code leak.collect=eager} leaks shall not outnumber the slots, if collections find them: an acquire that found
     * the pool exhausted waits for one, unless it is among the few that may go past the pool meanwhile. (Half as many as
     * there are slots: servers need time to end the sessions that were taken back.)
     *
     * @return whether it goes past the pool now; it is counted then
     */
    boolean isAmongFew() {
        return isWorthwhile() && counters.reserveUnpooled(Math.max(1, settings.max() / 2));
    }

    /** Whether a collection may free a slot soon, and is waited for. */
    boolean isWorthwhile() {
        return leaks.collectsEagerly() && System.nanoTime() - notBeforeNanos >= 0;
    }

    /**
     * Waits for a slot, on and on while leaks are proven, though others may get what they free. Where none is, what is held are
     * no leaks, and nobody waits again so soon.
     *
     * @return null where it got none
     */
    @Nullable
    Slot await() {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (true) {
            long proofs = leaks.proofs();
            leaks.dry();
            Slot slot = awaitOne(end);
            if (slot != null || System.nanoTime() - end >= 0) {
                return slot;
            }
            if (leaks.proofs() == proofs) {
                notBeforeNanos = System.nanoTime() + FRUITLESS_NANOS;
                return null;
            }
        }
    }

    /** Waits for what a collection frees that begins from now on. */
    private @Nullable Slot awaitOne(long end) {
        long begun = leaks.collectionsBegun();
        long start = System.nanoTime();
        Slot slot = slots.await(MILLIS);
        boolean isLong = System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(MILLIS + LOOK_MILLIS);
        while (slot == null && leaks.isCollectingSince(begun) && System.nanoTime() - end < 0) {
            isLong = true;
            slot = slots.await(LOOK_MILLIS);
        }
        return slot == null && isLong ? slots.await(MILLIS) : slot; // what it has found is being taken back
    }
}
