package io.poolagent.core.lease;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** The most connections of a pool that were leased at once: so far, and since somebody last asked. Any thread may use it. */
public final class Peak {
    private static final AtomicIntegerFieldUpdater<Peak> MOST =
            AtomicIntegerFieldUpdater.newUpdater(Peak.class, "most");
    private static final AtomicIntegerFieldUpdater<Peak> RECENT =
            AtomicIntegerFieldUpdater.newUpdater(Peak.class, "recent");

    private volatile int most;
    private volatile int recent;

    /** So many were seen leased at once. */
    public void seen(int leased) {
        raise(MOST, leased);
        raise(RECENT, leased);
    }

    private void raise(AtomicIntegerFieldUpdater<Peak> which, int leased) {
        int known = which.get(this);
        while (leased > known && !which.compareAndSet(this, known, leased)) {
            known = which.get(this);
        }
    }

    /** The most so far. */
    public int most() {
        return most;
    }

    /** Whether more than before may be leased of so many: all that an acquire pays for whose pool has been full once. */
    public boolean mayRise(int places) {
        return most < places;
    }

    /** As {@link #mayRise}, of the most since somebody last asked. */
    public boolean mayRiseLately(int places) {
        return recent < places;
    }

    /** The most since this was last asked. */
    public int takeRecent() {
        return RECENT.getAndSet(this, 0);
    }

    /** The most so far begins anew. */
    public void forget() {
        most = 0;
    }
}
