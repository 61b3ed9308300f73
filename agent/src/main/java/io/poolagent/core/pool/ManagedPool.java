package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import io.poolagent.core.jvm.ApplicationLoaders;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Baseline;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.report.Log;
import java.sql.Connection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A pool that the agent made for one key. Any thread may use it. */
public final class ManagedPool {
    private final String name;
    private final ApplicationLoaders application;
    private final PoolSettings settings;
    private final Server server;
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final Fitness fitness;
    private final Baseline baseline;
    private final ClosedSupply closedSupply;
    private final PoolCounters counters;
    private final Minimum minimum;
    private final BooleanSupplier undeployed;
    private final Runnable forgotten;
    private final LeaseReturns returns;
    private final Overflow overflow;
    private final Acquirer acquirer;
    private final PoolStatistics statistics;
    private final PoolControl control;
    private final PoolProbe probe;
    private final Leaks leaks;

    private boolean stoodWaiting;
    private volatile boolean limitTold;
    private long lastUsedNanos = System.nanoTime();
    private long lastAttempts;

    ManagedPool(
            String name,
            ApplicationLoaders application,
            Database database,
            PoolSettings settings,
            Server server,
            Leaks leaks,
            @Nullable Connector filler,
            BooleanSupplier undeployed,
            Runnable forgotten) {
        this.name = name;
        this.counters = new PoolCounters(new PoolLog(name));
        this.application = application;
        this.settings = settings;
        this.server = server;
        this.fitness = new Fitness(settings, server);
        this.baseline = new Baseline(settings.reset, database::newReset);
        this.slots = new HikariSlots(settings.max(), counters.waits);
        this.inventory = new SlotInventory(slots.all(), fitness, counters, server);
        ConnectTime connectTime = new ConnectTime();
        PhysicalConnects connects = new PhysicalConnects(database, server, connectTime, counters);
        this.statistics = new PoolStatistics(settings, inventory, counters, slots::waiting);
        this.control = new PoolControl(name, settings, slots, inventory, fitness, statistics);
        this.minimum = new Minimum(filler);
        this.closedSupply = new ClosedSupply(inventory, connects, filler);
        this.leaks = leaks;
        this.returns =
                new LeaseReturns(name, settings, server, slots, inventory, fitness, counters, closedSupply, leaks);
        this.probe = new PoolProbe(slots, inventory, returns, fitness, database, counters, filler);
        this.overflow = new Overflow(
                name, database, settings, baseline, inventory, counters, connects, connectTime, returns, leaks);
        this.acquirer = new Acquirer(
                database, settings, slots, inventory, fitness, baseline, counters, minimum, returns, overflow, leaks);
        this.undeployed = undeployed;
        this.forgotten = forgotten;
    }

    /**
     * Acquires: an idle connection if there is one, else a physical connect in the calling thread.
     *
     * @return a handle; null where the driver returned null; the driver's own object where it can not have a handle
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object acquire(Connector connector, Holder holder, @Nullable Origin origin) {
        return acquirer.acquire(connector, holder, origin);
    }

    /**
     * The first connection of the pool, or one of the first, which the application's own call made.
     *
     * @param startNanos when that call began, as of {@code System.nanoTime()}
     * @return its handle, or the connection itself where it can not have one
     */
    public Object adopt(Connection raw, Holder holder, @Nullable Origin origin, long startNanos) {
        return acquirer.adopt(raw, holder, origin, startNanos);
    }

    /**
     * Connects past the pool: the connection is tracked, and closed at release.
     *
     * @return as {@link #acquire}
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object observe(Connector connector, Holder holder, @Nullable Origin origin) {
        return acquirer.direct(connector, holder, origin);
    }

    /**
     * As {@link #adopt}, for a connection that goes past the pool.
     *
     * @param startNanos when the connect began, as of {@code System.nanoTime()}
     */
    public Object track(Connection raw, Holder holder, @Nullable Origin origin, long startNanos) {
        acquirer.connected(startNanos);
        return acquirer.track(raw, holder, origin, startNanos);
    }

    /** The leases there are now, with a slot and without. */
    public List<Lease> leases() {
        return overflow.leases();
    }

    /** Its name: product, server, database, user. */
    public String name() {
        return name;
    }

    /** Where the application that made it has its classes. */
    public ApplicationLoaders application() {
        return application;
    }

    /** Its idle connections may be dead. */
    void distrust() {
        fitness.distrust();
    }

    /** Fresh sessions may be others than before. */
    void forgetBaseline() {
        baseline.forget();
    }

    /** What falls due: outlived connections, the server's limit, the minimum. Called by the housekeeper. */
    void keepHouse(long now) {
        if (!fitness.isClosed() && undeployed.getAsBoolean()) {
            close();
        }
        boolean waited = slots.waiting() > 0;
        boolean dry = acquirer.isDry();
        overflow.look(dry || waited, now);
        if (dry && waited && stoodWaiting) {
            overflow.tellWaiting();
        } else if (dry && !waited && (counters.unpooledNow.get() > settings.max() || hasSilentLease(now))) {
            leaks.overgrown(now);
        }
        stoodWaiting = waited;
        counters.peak.seen(inventory.leasedAtOnce());
        inventory.closeOutlived(now, settings.min());
        server.keepIdle(settings.max());
        if (settings.min() > 0 && !fitness.isClosed()) {
            minimum.fill(acquirer, this::missing);
        }
    }

    /** How many connections the minimum lacks: the server's limit wins, or each would be closed for the next. */
    private int missing() {
        int missing = settings.min() - inventory.filled();
        int room = missing <= 0 ? missing : server.roomForIdle();
        if (missing > 0 && room <= 0 && !limitTold) {
            limitTold = true;
            Log.info("pool " + name + ": pool.min=" + settings.min()
                    + " is not kept: all pools of a server together keep at" + " most pool.max=" + settings.max()
                    + " idle connections; lower pool.min or raise pool.max");
        }
        return Math.min(missing, room);
    }

    int max() {
        return settings.max();
    }

    private boolean hasSilentLease(long now) {
        for (Lease lease : inventory.leases()) {
            if (leaks.isSilent(lease, now)) {
                return true;
            }
        }
        return false;
    }

    /** For how long nothing has been in it, and nobody has tried to connect, whenever the housekeeper looked. Called by that. */
    long unusedNanos(long now) {
        long attempts = counters.attempts();
        if (attempts != lastAttempts
                || !returns.unpooled().isEmpty()
                || slots.waiting() > 0
                || inventory.filled() > 0) {
            lastAttempts = attempts;
            lastUsedNanos = now;
        }
        return now - lastUsedNanos;
    }

    /** Nothing of the driver's is kept while it is not used: the pool remembers its figures, and what people changed. */
    void rest() {
        closedSupply.keep(null);
        baseline.forget();
    }

    /** What happened in it, in a line for the log. */
    String summary() {
        return "pool " + name + ": " + figures().history() + ", still leased " + leases().size();
    }

    /** What there is in it now, and what happened in it since its statistics were reset. */
    public PoolFigures figures() {
        return statistics.figures();
    }

    /** What happened in it since it was made. */
    public PoolTotals totals() {
        return statistics.totals();
    }

    /**
     * The most connections that were leased at once since this was last asked, by the one who keeps the history: as it was
     * seen at looks, and in any case when a connection was made, an acquire found none, or there were more than ever.
     */
    public int takePeak() {
        return counters.peak.takeRecent();
    }

    /** What grows only while the database answers. */
    public long answers() {
        return counters.connects() + totals().statements.count();
    }

    /** Asks its database whether it is there. */
    public PoolProbe probe() {
        return probe;
    }

    /** What people can do to it. */
    public PoolControl control() {
        return control;
    }

    SlotInventory inventory() {
        return inventory;
    }

    Server server() {
        return server;
    }

    /** From here connects go direct, and what is released is closed. */
    void close() {
        fitness.close();
        inventory.closeIdle();
        closedSupply.keep(null); // the driver may go
    }

    /** Ends HikariCP's part too; only after the last lease ended. */
    void dispose() {
        close();
        slots.close();
        forgotten.run();
    }

    /** Whether the pool was thrown away. */
    public boolean isClosed() {
        return fitness.isClosed();
    }

    /** Whether it was closed, and the last lease has ended. */
    public boolean isGone() {
        return fitness.isClosed() && leases().isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
