package io.poolagent.core.pool;

import io.poolagent.core.lease.Physical;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A database server, as far as its URL tells: the pools that share its limit of connections. Idle connections are
 * capped over all of them, so that 200 users with a login each do not keep 200 connections. Any thread may use it.
 */
final class Server {
    private final List<ManagedPool> pools = new CopyOnWriteArrayList<>();
    /** Physical connections in slots, counted where they are made and closed: acquires do not touch it. */
    private final AtomicInteger filled = new AtomicInteger();

    private final AtomicInteger purges = new AtomicInteger();
    private volatile boolean shared;
    private volatile boolean schemaChanged;
    private volatile long schemaNanos;

    synchronized void add(ManagedPool pool) {
        pools.add(pool);
        shared = pools.size() > 1;
    }

    synchronized void remove(ManagedPool pool) {
        pools.remove(pool);
        shared = pools.size() > 1;
    }

    /** The structure of a database changed: what drivers keep of it may be wrong from here. */
    void schemaChanged() {
        schemaNanos = System.nanoTime();
        schemaChanged = true;
        for (ManagedPool pool : pools) {
            pool.forgetBaseline();
        }
    }

    /** Whether a connection was made after the last change of structure. */
    boolean knowsSchema(Physical physical) {
        return !schemaChanged || !physical.isOlderThan(schemaNanos);
    }

    /** Idle connections may be dead. */
    void distrust() {
        for (ManagedPool pool : pools) {
            pool.distrust();
        }
    }

    /** Whether more than one pool connects to it. */
    boolean isShared() {
        return shared;
    }

    /** What grows only while it answers. */
    long answers() {
        long all = 0;
        for (ManagedPool pool : pools) {
            all += pool.answers();
        }
        return all;
    }

    boolean isUnused() {
        return pools.isEmpty();
    }

    void opened() {
        filled.incrementAndGet();
    }

    void closed() {
        filled.decrementAndGet();
    }

    /** Counts how often idle connections were closed to make room. */
    int purges() {
        return purges.get();
    }

    /** So many more idle connections there may be, as the pool with the smallest maximum has it. */
    int roomForIdle() {
        int most = Integer.MAX_VALUE;
        int idle = 0;
        for (ManagedPool pool : pools) {
            most = Math.min(most, pool.max());
            idle += pool.inventory().idle();
        }
        return most - idle;
    }

    /**
     * Closes the oldest idle connections until at most so many are left, in the calling thread.
     *
     * @return how many were closed
     */
    int keepIdle(int most) {
        if (filled.get() <= most) {
            return 0;
        }
        int closed = 0;
        while (true) {
            int idle = 0;
            long oldest = Long.MIN_VALUE;
            Slot oldestSlot = null;
            ManagedPool oldestPool = null;
            long now = System.nanoTime();
            for (ManagedPool pool : pools) {
                for (Slot slot : pool.inventory().all()) {
                    Physical physical = slot.peek();
                    if (physical != null) {
                        idle++;
                        long age = physical.idle(now);
                        if (age > oldest) {
                            oldest = age;
                            oldestSlot = slot;
                            oldestPool = pool;
                        }
                    }
                }
            }
            if (idle <= most || oldestSlot == null || oldestPool == null) {
                return closed;
            }
            closed += close(oldestSlot, oldestPool);
        }
    }

    /** Closes every idle connection, because the server refused one more. */
    int purge() {
        int closed = keepIdle(0);
        if (closed > 0) {
            purges.incrementAndGet();
        }
        return closed;
    }

    private static int close(Slot slot, ManagedPool pool) {
        @Nullable Physical physical = slot.take();
        if (physical == null) {
            return 0;
        }
        pool.inventory().discard(physical);
        return 1;
    }
}
