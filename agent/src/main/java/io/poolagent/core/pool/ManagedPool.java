package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import io.poolagent.core.handle.HandleFactory;
import io.poolagent.core.lease.AttributeDefaults;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Lease;
import io.poolagent.core.lease.LeaseOwner;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.pool.HikariSlots.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pool that the agent made for one key. Any thread may use it. */
public final class ManagedPool implements LeaseOwner {
    /** A connection idle for longer is asked whether it is alive before it is handed out. */
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String name;
    private final Database database;
    private final PoolSettings settings;
    private final Server server;
    private final HikariSlots slots;
    private final AttributeDefaults defaults = new AttributeDefaults();
    private final PoolCounters counters = new PoolCounters();
    private final ConnectTime connectTime = new ConnectTime();
    private final PhysicalConnects connects;
    private final Minimum minimum;
    private final Runnable forgotten;
    /** Leases without a slot; kept reachable here until they end. */
    private final Set<Lease> unpooled = ConcurrentHashMap.newKeySet();

    private volatile int generation;
    private volatile boolean closed;
    private volatile long lastUsedNanos = System.nanoTime();

    ManagedPool(
            String name,
            Database database,
            PoolSettings settings,
            Server server,
            @Nullable Connector filler,
            Runnable forgotten) {
        this.name = name;
        this.database = database;
        this.settings = settings;
        this.server = server;
        this.slots = new HikariSlots(name, settings.max);
        this.connects = new PhysicalConnects(database, server, connectTime);
        this.minimum = new Minimum(filler);
        this.forgotten = forgotten;
    }

    /**
     * Acquires: an idle connection if there is one, else a physical connect in the calling thread.
     *
     * @return a handle; null where the driver returned null; the driver's own object where it can not have a handle
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object acquire(Connector connector, Holder holder) {
        if (closed) {
            return connects.connect(connector);
        }
        Ticket ticket = slots.acquire(waitMillis());
        if (ticket == null) {
            return beyond(connector, holder);
        }
        boolean kept = false;
        try {
            long now = System.nanoTime();
            Physical idle = idle(ticket.slot, now);
            if (idle != null) {
                Object handle = lease(idle, ticket, holder, now);
                kept = true;
                return handle;
            }
            Object raw = connects.connect(connector);
            if (raw == null || !canPool(raw)) {
                return raw;
            }
            Object handle = fill((Connection) raw, ticket, holder);
            kept = handle != raw;
            return handle;
        } finally {
            if (!kept) {
                slots.release(ticket);
            }
        }
    }

    /**
     * The first connection of the pool, which the application's own call made.
     *
     * @return its handle, or the connection itself where it can not have one
     */
    public Object adopt(Connection raw, Holder holder) {
        Ticket ticket = slots.acquire(waitMillis());
        if (ticket == null) {
            return raw;
        }
        Object handle = raw;
        try {
            handle = fill(raw, ticket, holder);
        } finally {
            if (handle == raw) {
                slots.release(ticket);
            }
        }
        return handle;
    }

    /** Tracks a connection that is not pooled: closed at release. */
    public Object observe(Connection raw, Holder holder) {
        counters.overflowNow.incrementAndGet();
        Object handle = raw;
        try {
            handle = track(raw, holder);
        } finally {
            if (handle == raw) {
                counters.overflowNow.decrementAndGet();
            }
        }
        return handle;
    }

    private Object track(Connection raw, Holder holder) {
        try {
            Physical physical = new Physical(raw, database, defaults, System.nanoTime(), -1);
            return Lease.begin(physical, this, null, holder, System.nanoTime(), unpooled::add);
        } catch (SQLException e) {
            return raw;
        }
    }

    private long waitMillis() {
        return settings.waits() ? settings.acquireMillis : connectTime.millis();
    }

    private @Nullable Object beyond(Connector connector, Holder holder) {
        int beyond = counters.overflowNow.incrementAndGet();
        boolean kept = false;
        try {
            if (!settings.overflowsDirectly() || beyond > settings.overflowMax) {
                throw exhausted();
            }
            Object raw = connects.connect(connector);
            counters.overflow.increment();
            if (raw == null || !canPool(raw)) {
                return raw;
            }
            Object handle = track((Connection) raw, holder);
            kept = handle != raw;
            return handle;
        } finally {
            if (!kept) {
                counters.overflowNow.decrementAndGet();
            }
        }
    }

    private PhysicalFailure exhausted() {
        counters.timeouts.increment();
        StringBuilder text = new StringBuilder("pool ").append(name).append(" is exhausted: all ");
        text.append(slots.max())
                .append(" connections are in use and pool.overflow=")
                .append(settings.overflow);
        text.append(" allows no more after ").append(waitMillis()).append(" ms; held by");
        long now = System.nanoTime();
        for (Slot slot : slots.all()) {
            Lease lease = slot.lease();
            if (lease != null) {
                text.append(" '").append(lease.holder().name()).append("' for ");
                text.append(TimeUnit.NANOSECONDS.toMillis(lease.held(now))).append(" ms,");
            }
        }
        text.setLength(text.length() - 1);
        return new PhysicalFailure(new SQLTransientConnectionException(text.toString(), "08001"));
    }

    /** The slot's own connection, or that of another idle slot; dead and outlived ones are closed on the way. */
    private @Nullable Physical idle(Slot slot, long now) {
        Physical physical = slot.take();
        if (physical != null && isFit(physical, now)) {
            return physical;
        }
        for (Slot other : slots.all()) {
            physical = other.take();
            if (physical != null && isFit(physical, now)) {
                return physical;
            }
        }
        return null;
    }

    private boolean isFit(Physical physical, long now) {
        if (wantsBack(physical, now) && (physical.idle(now) <= TRUSTED_NANOS || physical.isAlive())) {
            return true;
        }
        discard(physical);
        return false;
    }

    private boolean canPool(Object raw) {
        return raw instanceof Connection && HandleFactory.of(raw.getClass()).works() && !isHeld(raw);
    }

    /** A driver that hands out one connection twice must not have it in two slots. */
    private boolean isHeld(Object raw) {
        for (Slot slot : slots.all()) {
            if (slot.holds(raw)) {
                return true;
            }
        }
        return false;
    }

    private Object fill(Connection raw, Ticket ticket, Holder holder) {
        Physical physical;
        try {
            physical = new Physical(raw, database, defaults, System.nanoTime(), generation);
        } catch (SQLException e) {
            return raw;
        }
        Object handle = lease(physical, ticket, holder, System.nanoTime());
        opened();
        minimum.proceed();
        return handle;
    }

    private void opened() {
        counters.created.increment();
        server.opened();
        if (server.isShared()) {
            server.keepIdle(settings.max);
        }
    }

    private PoolAgentHandle lease(Physical physical, Ticket ticket, Holder holder, long now) {
        return Lease.begin(physical, this, ticket, holder, now, ticket.slot);
    }

    /** Closes a connection that came out of a slot. */
    void discard(Physical physical) {
        counters.closed.increment();
        server.closed();
        physical.closeQuietly();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wantsBack(Physical physical, long now) {
        return !closed
                && physical.generation() == generation
                && (settings.lifetimeNanos == 0 || physical.age(now) <= settings.lifetimeNanos);
    }

    @Override
    public void ended(Lease lease, boolean reusable, long now) {
        Ticket ticket = (Ticket) lease.ticket();
        if (ticket == null) {
            unpooled.remove(lease);
            counters.overflowNow.decrementAndGet();
            return;
        }
        ticket.slot.ended();
        if (reusable) {
            lease.physical().idleFrom(now);
            reusable = ticket.slot.put(lease.physical());
            if (!reusable) {
                lease.physical().closeQuietly();
            }
        }
        if (!reusable) {
            counters.closed.increment();
            server.closed();
        }
        slots.release(ticket);
        if (server.isShared()) {
            server.keepIdle(settings.max);
        }
    }

    @Override
    public void reclaimed(Lease lease) {
        counters.reclaimed.increment();
    }

    @Override
    public void failed(Throwable failure) {
        counters.errors.increment();
    }

    List<Slot> slots() {
        return slots.all();
    }

    PoolSettings settings() {
        return settings;
    }

    Server server() {
        return server;
    }

    private int filled() {
        int filled = 0;
        for (Slot slot : slots.all()) {
            filled += slot.isFilled() ? 1 : 0;
        }
        return filled;
    }

    /** Closes idle connections that have outlived themselves, but for the minimum. Called by the housekeeper. */
    void closeOutlived(long now) {
        int filled = filled();
        for (Slot slot : slots.all()) {
            Physical physical = slot.peek();
            if (physical == null) {
                continue;
            }
            boolean tooIdle = settings.idleNanos != 0 && physical.idle(now) > settings.idleNanos;
            if (!wantsBack(physical, now) || tooIdle && filled > settings.min) {
                physical = slot.take();
                if (physical != null) {
                    discard(physical);
                    filled--;
                }
            }
        }
    }

    /** Opens what is missing of the minimum, in the background. */
    void fillMinimum() {
        if (settings.min > 0 && !closed) {
            minimum.fill(this, settings.min - filled());
        }
    }

    /**
     * Opens one more idle connection.
     *
     * @return whether it worked
     */
    boolean addIdle(Connector connector) {
        Object raw;
        try {
            raw = connects.connect(connector);
        } catch (PhysicalFailure e) {
            return false;
        }
        if (!(raw instanceof Connection)) {
            return false;
        }
        try {
            Physical physical = new Physical((Connection) raw, database, defaults, System.nanoTime(), generation);
            physical.idleFrom(System.nanoTime());
            for (Slot slot : slots.all()) {
                if (!slot.isFilled() && slot.put(physical)) {
                    opened();
                    return true;
                }
            }
            physical.closeQuietly();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether for so long nothing has been in it whenever the housekeeper looked. */
    boolean isForgotten(long now, long nanos) {
        if (!unpooled.isEmpty() || slots.waiting() > 0 || filled() > 0) {
            lastUsedNanos = now;
        }
        return now - lastUsedNanos > nanos;
    }

    /** Closes idle connections; leases go on and are closed at release. */
    void closeIdle() {
        for (Slot slot : slots.all()) {
            Physical physical = slot.take();
            if (physical != null) {
                discard(physical);
            }
        }
    }

    /** From here connects go direct, and what is released is closed. */
    void close() {
        closed = true;
        closeIdle();
    }

    /** Ends HikariCP's part too; only after the last lease ended. */
    void dispose() {
        close();
        slots.close();
        forgotten.run();
    }

    /** Whether the pool was thrown away. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return name;
    }
}
