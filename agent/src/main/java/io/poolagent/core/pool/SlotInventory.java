package io.poolagent.core.pool;

import io.poolagent.core.handle.HandleFactory;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.Physical;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a pool's slots. Whoever takes a connection out of a slot has it alone, so all of this goes on beside
 * acquires and releases without a lock. Any thread may use it.
 */
final class SlotInventory {
    private final List<Slot> slots;
    private final Fitness fitness;
    private final PoolCounters counters;
    private final Server server;

    SlotInventory(List<Slot> slots, Fitness fitness, PoolCounters counters, Server server) {
        this.slots = slots;
        this.fitness = fitness;
        this.counters = counters;
        this.server = server;
    }

    List<Slot> all() {
        return slots;
    }

    /** The slot's own connection, or that of another idle slot; dead and outlived ones are closed on the way. */
    @Nullable
    Physical take(Slot first, long now) {
        Physical physical = takeFit(first, now);
        if (physical == null) {
            for (Slot other : slots) {
                physical = takeFit(other, now);
                if (physical != null) {
                    return physical;
                }
            }
        }
        return physical;
    }

    /** An idle connection, to be closed by the caller; null where there is none. */
    @Nullable
    Physical takeAny() {
        for (Slot slot : slots) {
            Physical physical = slot.take();
            if (physical != null) {
                gone("to make room");
                return physical;
            }
        }
        return null;
    }

    private @Nullable Physical takeFit(Slot slot, long now) {
        Physical physical = slot.take();
        if (physical == null || fitness.mayGo(physical, now)) {
            return physical;
        }
        discard(physical);
        return null;
    }

    /** Puts a connection into some empty slot. Returns false where there is none. */
    boolean put(Physical physical) {
        for (Slot slot : slots) {
            if (!slot.isFilled() && !slot.isParked() && slot.put(physical)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a driver's object is a connection that can be pooled. */
    boolean canHold(Object raw) {
        return raw instanceof Connection && HandleFactory.of(raw.getClass()).works() && !holds(raw);
    }

    /** A driver that hands out one connection twice must not have it in two slots. */
    boolean holds(Object raw) {
        for (Slot slot : slots) {
            if (slot.holds(raw)) {
                return true;
            }
        }
        return false;
    }

    /** How many slots hold a connection, idle or leased. */
    int filled() {
        int filled = 0;
        for (Slot slot : slots) {
            filled += slot.isFilled() ? 1 : 0;
        }
        return filled;
    }

    /** How many slots are leased. */
    int leased() {
        int leased = 0;
        for (Slot slot : slots) {
            leased += slot.lease() != null ? 1 : 0;
        }
        return leased;
    }

    /**
     * How many slots are leased at one moment: those whose lease is the same before and after all of them were looked at.
     * Others may begin and end meanwhile, so {@link #leased} may find more than there ever were.
     */
    int leasedAtOnce() {
        Slot[] all = slots.toArray(new Slot[0]);
        Lease[] before = new Lease[all.length];
        for (int i = 0; i < all.length; i++) {
            before[i] = all[i].shown();
        }
        int leased = 0;
        for (int i = 0; i < all.length; i++) {
            leased += before[i] != null && before[i] == all[i].shown() ? 1 : 0;
        }
        return leased;
    }

    /** How many slots hold an idle connection. */
    int idle() {
        int idle = 0;
        for (Slot slot : slots) {
            idle += slot.peek() != null ? 1 : 0;
        }
        return idle;
    }

    /** How many leases began in these slots. */
    long acquires() {
        long acquires = 0;
        for (Slot slot : slots) {
            acquires += slot.acquires();
        }
        return acquires;
    }

    /** What happened in these slots. */
    LeaseSums sums() {
        LeaseSums sums = new LeaseSums();
        for (Slot slot : slots) {
            sums.plus(slot.statistics());
        }
        return sums;
    }

    /** The greatest of each begin anew. */
    void forgetMax() {
        for (Slot slot : slots) {
            slot.statistics().forgetMax();
        }
    }

    /** The leases there are now. */
    List<Lease> leases() {
        List<Lease> leases = new ArrayList<>();
        for (Slot slot : slots) {
            Lease lease = slot.lease();
            if (lease != null) {
                leases.add(lease);
            }
        }
        return leases;
    }

    /** Closes idle connections that have outlived themselves, but for the minimum. */
    void closeOutlived(long now, int min) {
        int filled = filled();
        for (Slot slot : slots) {
            Physical physical = slot.peek();
            boolean outlived = physical != null
                    && (!fitness.mayStay(physical, now) || filled > min && fitness.isTooIdle(physical, now));
            physical = outlived ? slot.take() : null;
            if (physical != null) {
                discard(physical);
                filled--;
            }
        }
    }

    /** Closes every idle connection. */
    void closeIdle() {
        for (Slot slot : slots) {
            empty(slot);
        }
    }

    /** Closes the idle connection in a slot, if there is one. */
    void empty(Slot slot) {
        Physical physical = slot.take();
        if (physical != null) {
            discard(physical);
        }
    }

    /** Closes a connection that came out of a slot. */
    void discard(Physical physical) {
        gone("idle");
        physical.closeQuietly();
    }

    /**
     * A connection of a slot was closed.
     *
     * @param when where it was in its life, for the log
     */
    void gone(String when) {
        counters.closed.increment();
        server.closed();
        counters.log.removed(when);
    }

    /** A physical connection was made for a slot. */
    void opened() {
        counters.created.increment();
        server.opened();
    }
}
