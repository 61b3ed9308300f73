package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Baseline;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.report.HookErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a connection gets out of one pool: a slot, a physical connection in it, a lease. Any thread may use it. */
final class Acquirer {
    /** Who comes after such a rest does not mind one more look at the clock. */
    private static final long RESTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Database database;
    private final PoolSettings settings;
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final Fitness fitness;
    private final Baseline baseline;
    private final PoolCounters counters;
    private final Minimum minimum;
    private final LeaseReturns returns;
    private final Overflow overflow;
    private final CollectionWait collectionWait;
    private final Leaks leaks;

    Acquirer(
            Database database,
            PoolSettings settings,
            HikariSlots slots,
            SlotInventory inventory,
            Fitness fitness,
            Baseline baseline,
            PoolCounters counters,
            Minimum minimum,
            LeaseReturns returns,
            Overflow overflow,
            Leaks leaks) {
        this.database = database;
        this.settings = settings;
        this.slots = slots;
        this.inventory = inventory;
        this.fitness = fitness;
        this.baseline = baseline;
        this.counters = counters;
        this.minimum = minimum;
        this.returns = returns;
        this.overflow = overflow;
        this.collectionWait = new CollectionWait(settings, slots, counters, leaks);
        this.leaks = leaks;
    }

    /** As {@link ManagedPool#acquire}. */
    @Nullable
    Object acquire(Connector connector, Holder holder, @Nullable Origin origin) {
        if (leaks.collectsEagerly() && isDry()) {
            leaks.dry();
        }
        if (fitness.isSuspended()) {
            return direct(connector, holder, origin);
        }
        if (fitness.isClosed()) {
            return overflow.connect(connector);
        }
        Slot slot = slots.take(holder);
        return slot == null
                ? await(connector, holder, origin)
                : acquire(slot, connector, holder, origin, System.nanoTime(), false);
    }

    /** No slot is free. */
    private @Nullable Object await(Connector connector, Holder holder, @Nullable Origin origin) {
        long start = System.nanoTime();
        noteDry();
        Slot slot = slots.await(overflow.waitMillis());
        if (slot == null) {
            noteDry();
        }
        boolean counted = slot == null && settings.overflowsDirectly() && collectionWait.isAmongFew();
        if (slot == null && !counted && collectionWait.isWorthwhile() && !fitness.isClosed()) {
            slot = collectionWait.await();
        }
        if (slot != null) {
            return acquire(slot, connector, holder, origin, start, true);
        }
        return fitness.isClosed() && !counted
                ? overflow.connect(connector)
                : overflow.acquire(connector, holder, origin, counted, start);
    }

    /** All that there are may be leased now: whoever is told of that finds it in the figures as well. */
    private void noteDry() {
        if (counters.peak.mayRiseLately(slots.usable())) {
            counters.peak.seen(inventory.leasedAtOnce());
        }
    }

    /** A lease of an idle connection began: where as many were leased before as there are slots, it can not be the most. */
    private void leased(Slot slot) {
        if (counters.peak.mayRise(slots.usable()) && slots.areTaken(counters.peak.most())) {
            notePeak(slot);
        }
    }

    /** A lease began in a slot. */
    private void notePeak(Slot slot) {
        slots.show(slot);
        counters.peak.seen(inventory.leasedAtOnce());
    }

    /** @param waited whether the acquire began before it had the slot */
    private @Nullable Object acquire(
            Slot slot, Connector connector, Holder holder, @Nullable Origin origin, long start, boolean waited) {
        boolean kept = false;
        try {
            long now = waited ? System.nanoTime() : start;
            Physical idle = inventory.take(slot, now);
            if (idle != null) {
                boolean rested = idle.idle(now) > RESTED_NANOS;
                Object handle = lease(idle, slot, holder, origin, now);
                kept = true;
                slot.acquired(start, waited || rested);
                leased(slot);
                return handle;
            }
            Object raw = overflow.connect(connector);
            if (raw == null || !inventory.canHold(raw)) {
                return raw;
            }
            Object handle = fill((Connection) raw, slot, holder, origin);
            kept = handle != raw;
            if (kept) {
                slot.acquired(start, true);
            }
            return handle;
        } finally {
            if (!kept) {
                returns.release(slot);
            }
        }
    }

    /** As {@link ManagedPool#observe}. */
    @Nullable
    Object direct(Connector connector, Holder holder, @Nullable Origin origin) {
        long start = System.nanoTime();
        Object raw = overflow.connect(connector);
        return raw instanceof Connection ? track((Connection) raw, holder, origin, start) : raw;
    }

    /** As {@link ManagedPool#track}. */
    Object track(Connection raw, Holder holder, @Nullable Origin origin, long start) {
        counters.direct.increment();
        return overflow.track(raw, holder, origin, start);
    }

    /** Another one's connect made a connection of this pool's. */
    void connected(long start) {
        long took = System.nanoTime() - start;
        counters.creates.add(took);
        counters.log.connected(took);
    }

    /** As {@link ManagedPool#adopt}. */
    Object adopt(Connection raw, Holder holder, @Nullable Origin origin, long start) {
        connected(start);
        Slot free = slots.take();
        Slot slot = free == null ? slots.await(overflow.waitMillis()) : free;
        if (slot == null) {
            counters.overflow.increment();
            return overflow.track(raw, holder, origin, start);
        }
        Object handle = raw;
        try {
            handle = inventory.canHold(raw) ? fill(raw, slot, holder, origin) : raw;
            if (handle != raw) {
                slot.acquired(start, true);
            }
        } finally {
            if (handle == raw) {
                returns.release(slot);
            }
        }
        return handle;
    }

    /** No connection is lost where the agent fails: the caller connects without it. */
    private Object lease(Physical idle, Slot slot, Holder holder, @Nullable Origin origin, long now) {
        try {
            Object handle = Lease.begin(idle, idle.raw(), returns, slot, holder, origin, now, slot);
            counters.log.acquired(slot);
            return handle;
        } catch (Throwable e) {
            slot.ended();
            inventory.discard(idle);
            throw e;
        }
    }

    private Object fill(Connection raw, Slot slot, Holder holder, @Nullable Origin origin) {
        Object handle;
        try {
            long now = System.nanoTime();
            handle = Lease.begin(
                    new Physical(raw, database, baseline, now), raw, returns, slot, holder, origin, now, slot);
        } catch (Throwable e) {
            HookErrors.count("a new lease", e);
            slot.ended();
            return raw;
        }
        counters.log.acquired(slot);
        inventory.opened();
        notePeak(slot);
        minimum.proceed();
        returns.keepServersLimit();
        return handle;
    }

    /**
     * Opens one more idle connection.
     *
     * @return whether it worked
     */
    boolean addIdle(Connector connector) {
        try {
            Object raw = overflow.connect(connector);
            if (!(raw instanceof Connection)) {
                return false;
            }
            long now = System.nanoTime();
            Physical physical = new Physical((Connection) raw, database, baseline, now);
            physical.idleFrom(now);
            if (inventory.put(physical) || slots.grow() && inventory.put(physical)) {
                inventory.opened();
            } else {
                physical.closeQuietly();
            }
            return true;
        } catch (PhysicalFailure | SQLException e) {
            return false;
        }
    }

    /** Whether all connections there may be are leased. */
    boolean isDry() {
        return inventory.leased() >= settings.max();
    }
}
