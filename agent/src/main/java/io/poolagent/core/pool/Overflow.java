package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import io.poolagent.core.leak.Exhaustion;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Baseline;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.report.HookErrors;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes past a pool's slots: physical connects, and leases that have none. Any thread may use it. */
final class Overflow {
    private final String name;
    private final Database database;
    private final PoolSettings settings;
    private final Baseline baseline;
    private final SlotInventory inventory;
    private final PoolCounters counters;
    private final PhysicalConnects connects;
    private final ConnectTime connectTime;
    private final LeaseReturns returns;
    private final Leaks leaks;
    private final Exhaustion exhaustion;

    Overflow(
            String name,
            Database database,
            PoolSettings settings,
            Baseline baseline,
            SlotInventory inventory,
            PoolCounters counters,
            PhysicalConnects connects,
            ConnectTime connectTime,
            LeaseReturns returns,
            Leaks leaks) {
        this.name = name;
        this.database = database;
        this.settings = settings;
        this.baseline = baseline;
        this.inventory = inventory;
        this.counters = counters;
        this.connects = connects;
        this.connectTime = connectTime;
        this.returns = returns;
        this.leaks = leaks;
        this.exhaustion = leaks.newExhaustion("pool.max");
    }

    /** A physical connect in the calling thread. */
    @Nullable
    Object connect(Connector connector) {
        try {
            Object raw = connects.connect(connector);
            counters.connected();
            return raw;
        } catch (PhysicalFailure e) {
            counters.connectFailed(e.thrown());
            throw e;
        }
    }

    /** Tracks a connection that has no slot and is closed at release: an overflow, or one that is only observed. */
    Object track(Connection raw, Holder holder, @Nullable Origin origin, long startNanos) {
        int now = counters.unpooledNow.incrementAndGet();
        if (settings.observes) {
            counters.peak.seen(now);
        }
        return trackCounted(raw, holder, origin, startNanos);
    }

    private Object trackCounted(Connection raw, Holder holder, @Nullable Origin origin, long startNanos) {
        Object handle = raw;
        try {
            long now = System.nanoTime();
            counters.unpooled.acquired.add(now - startNanos);
            Physical physical = database.endsWhatIsCollected() && !leaks.abandons()
                    ? Physical.keptByHandle(raw, database, baseline, now)
                    : new Physical(raw, database, baseline, now);
            handle = Lease.begin(physical, raw, returns, null, holder, origin, now, returns);
        } catch (Throwable e) {
            HookErrors.count("a new lease", e);
        } finally {
            if (handle == raw) {
                counters.unpooledNow.decrementAndGet();
            }
        }
        return handle;
    }

    /** About one connect time, or longer where the configuration or the limit of overflows makes it wait. */
    long waitMillis() {
        boolean waits = settings.waits() || counters.unpooledNow.get() >= settings.overflowMax;
        return waits ? settings.acquireMillis : connectTime.millis();
    }

    /**
     * An acquire that found the pool exhausted.
     *
     * @param counted whether it is among {@link CollectionWait#isAmongFew the few}
     * @param start when it began, as of {@code System.nanoTime()}
     */
    @Nullable
    Object acquire(Connector connector, Holder holder, @Nullable Origin origin, boolean counted, long start) {
        if (!counted && (!settings.overflowsDirectly() || !counters.reserveUnpooled(settings.overflowMax))) {
            throw exhausted();
        }
        Object raw = null;
        try {
            raw = connect(connector);
        } finally {
            if (raw == null || !inventory.canHold(raw)) {
                counters.unpooledNow.decrementAndGet();
            }
        }
        counters.overflow.increment();
        if (counters.unpooledNow.get() > settings.max()) {
            leaks.overgrown(System.nanoTime());
        }
        leaks.exhausted(exhaustion, name, settings.max(), "connects go past the pool (overflow)", this::leases);
        return raw == null || !inventory.canHold(raw) ? raw : trackCounted((Connection) raw, holder, origin, start);
    }

    /** All is leased and somebody waits, for as long as {@code pool.overflow=wait} lets an acquire wait. */
    void tellWaiting() {
        leaks.exhausted(exhaustion, name, settings.max(), "acquires wait for them", this::leases);
    }

    /** A look, about once a second: whether all is leased, or somebody waits. */
    void look(boolean dry, long now) {
        exhaustion.look(name, dry, now);
    }

    /** The leases there are now, with a slot and without. */
    List<Lease> leases() {
        List<Lease> all = inventory.leases();
        all.addAll(returns.unpooled());
        return all;
    }

    private PhysicalFailure exhausted() {
        counters.timeouts.increment();
        leaks.exhausted(exhaustion, name, settings.max(), "an acquire was refused", this::leases);
        return Exhausted.failure(name, settings, waitMillis(), leases());
    }
}
