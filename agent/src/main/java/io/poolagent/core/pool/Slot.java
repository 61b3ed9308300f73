package io.poolagent.core.pool;

import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.LeaseStatistics;
import io.poolagent.core.lease.Physical;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A place for one physical connection, as HikariCP's bag has it. While it is idle the slot holds the connection, if any, and
 * whoever takes that out, an acquirer or somebody who needs the room, is the only one to have it. While it is leased
 * the slot holds the lease.
 */
class Slot implements Lease.Keeper {
    private final AtomicReference<@Nullable Physical> idle = new AtomicReference<>();
    /** Written by the holder's thread, read by reports: a late look is good enough. */
    private @Nullable Lease lease;

    /** Written only by whoever has the slot: a counter of the whole pool would be fought over. */
    private long acquires;

    private final LeaseStatistics statistics = LeaseStatistics.ofSlot();

    /** Takes the idle connection out; null where the slot is empty or leased. */
    @Nullable
    Physical take() {
        return idle.get() == null ? null : idle.getAndSet(null);
    }

    /** Looks at the idle connection without taking it. */
    @Nullable
    Physical peek() {
        return idle.get();
    }

    /**
     * Puts a connection in for the next acquire.
     *
     * @return false where another one is in it already: then it is the caller's
     */
    boolean put(Physical physical) {
        return idle.compareAndSet(null, physical);
    }

    /** Whether it holds a connection, idle or leased. */
    boolean isFilled() {
        return idle.get() != null || lease != null;
    }

    /** Whether a connection of this identity is in it, idle or leased. */
    boolean holds(Object raw) {
        Lease by = lease;
        Physical kept = idle.get();
        return by != null && by.raw() == raw || kept != null && kept.raw() == raw;
    }

    @Override
    public void keep(Lease by) {
        lease = by;
        acquires++;
    }

    @Override
    public LeaseStatistics statistics() {
        return statistics;
    }

    /**
     * An acquire got a connection here. Where acquires follow each other closely one in sixteen is measured and counts for
     * all of them: a look at the clock costs a fifth of an acquire.
     *
     * @param startNanos when it began, as of {@code System.nanoTime()}
     * @param always whether this one is to be measured in any case
     */
    void acquired(long startNanos, boolean always) {
        if (always) {
            statistics.acquired.add(System.nanoTime() - startNanos);
        } else if (statistics.acquired.wantsSample()) {
            statistics.acquired.addSample(System.nanoTime() - startNanos);
        } else {
            statistics.acquired.addUnmeasured();
        }
    }

    /** Whether it is out of use, because the pool has become smaller. */
    boolean isParked() {
        return false;
    }

    /** How many leases began here. */
    long acquires() {
        return acquires;
    }

    /** The lease, for a thread that looks after {@link HikariSlots#show}; null while there is none. */
    @Nullable
    Lease shown() {
        return isParked() ? null : lease; // the volatile read comes first
    }

    void ended() {
        lease = null;
    }

    @Nullable
    Lease lease() {
        return lease;
    }
}
