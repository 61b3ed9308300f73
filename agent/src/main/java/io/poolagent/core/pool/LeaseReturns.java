package io.poolagent.core.pool;

import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.LeaseOwner;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.LeaseStatistics;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.lease.Place;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a pool's leases come back to, and tell of themselves. Any thread may use it. */
final class LeaseReturns implements LeaseOwner, Lease.Keeper {
    private final String name;
    private final PoolSettings settings;
    private final Server server;
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final Fitness fitness;
    private final PoolCounters counters;
    private final ClosedSupply closedSupply;
    private final Leaks leaks;
    private final long slowNanos;
    /** Leases without a slot; kept reachable here until they end. */
    private final Set<Lease> unpooled = ConcurrentHashMap.newKeySet();

    LeaseReturns(
            String name,
            PoolSettings settings,
            Server server,
            HikariSlots slots,
            SlotInventory inventory,
            Fitness fitness,
            PoolCounters counters,
            ClosedSupply closedSupply,
            Leaks leaks) {
        this.name = name;
        this.settings = settings;
        this.server = server;
        this.slots = slots;
        this.inventory = inventory;
        this.fitness = fitness;
        this.counters = counters;
        this.closedSupply = closedSupply;
        this.leaks = leaks;
        this.slowNanos = leaks.slowNanos();
    }

    /** Leases without a slot. */
    Set<Lease> unpooled() {
        return unpooled;
    }

    @Override
    public void keep(Lease lease) {
        unpooled.add(lease);
        counters.log.acquired(lease);
    }

    @Override
    public LeaseStatistics statistics() {
        return counters.unpooled;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wantsBack(Physical physical, long now) {
        return fitness.mayStay(physical, now);
    }

    @Override
    public void ended(Lease lease, boolean reusable, long now) {
        counters.log.released(lease, now);
        Slot slot = (Slot) lease.ticket();
        if (slot == null) {
            unpooled.remove(lease);
            counters.unpooledNow.decrementAndGet();
            counters.log.removed("at release, as it had no slot");
            return;
        }
        slot.ended();
        if (!reusable) {
            inventory.gone("at release");
        } else {
            lease.physical().idleFrom(now);
            if (!slot.put(lease.physical())) {
                inventory.discard(lease.physical());
            }
        }
        free(slot, lease);
    }

    private void free(Slot slot, Lease lease) {
        if (!slots.release(slot, lease.holder())) {
            inventory.empty(slot);
        }
        keepServersLimit();
    }

    @Override
    public void outlived(Lease lease, Object ticket) {
        unpooled.add(lease);
        counters.unpooledNow.incrementAndGet();
        Slot slot = (Slot) ticket;
        slot.ended();
        inventory.gone("as its handle was collected, not what came from it");
        free(slot, lease);
    }

    /** Gives a slot back, and closes what is in it where the pool has become smaller. */
    void release(Slot slot) {
        if (!slots.release(slot)) {
            inventory.empty(slot);
        }
    }

    /** A pool that is alone on its server can not have more idle connections than slots. */
    void keepServersLimit() {
        if (server.isShared()) {
            server.keepIdle(settings.max());
        }
    }

    @Override
    public void closedLate(LeaseRecord lease, long now) {
        leaks.closed(lease, now);
    }

    @Override
    public void drain() {
        server.keepIdle(0);
    }

    @Override
    public void reclaimed(Lease lease) {
        boolean takenBack = !lease.hasEscaped();
        if (takenBack) {
            counters.reclaimed.increment();
        }
        leaks.proven(lease, done(lease, takenBack), takenBack);
    }

    private static String done(Lease lease, boolean takenBack) {
        if (!takenBack) {
            return "left to the driver's own cleaner, since an object of the driver's own had left it, and was collected only now";
        }
        return lease.ticket() == null
                ? "ended: it had gone past the pool (overflow), so no slot had to be freed"
                : "rolled back and taken back";
    }

    @Override
    public void distrust() {
        fitness.distrust();
    }

    @Override
    public void distrustServer() {
        server.distrust();
    }

    @Override
    public void schemaChanged() {
        server.schemaChanged();
    }

    @Override
    public @Nullable ClosedConnection closed(boolean make) {
        return closedSupply.get(make);
    }

    @Override
    public void keep(@Nullable ClosedConnection closed) {
        closedSupply.keep(closed);
    }

    @Override
    public boolean locatesStatements() {
        return leaks.locatesStatements();
    }

    @Override
    public void leftOpen(LeaseRecord lease, int statements, int resultSets, Set<Place> madeAt) {
        leaks.leftOpen(lease, statements, resultSets, madeAt);
    }

    @Override
    public long slowNanos() {
        return slowNanos;
    }

    @Override
    public void slow(LeaseRecord lease, SlowRun run) {
        leaks.slow(lease, run);
    }

    @Override
    public void failed(Throwable failure) {
        counters.failed(failure);
    }
}
