package io.poolagent.core.lease;

import io.poolagent.core.handle.ClosedConnection;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The time from acquire to release, and the record of it. It is the phantom reference to its handle, or, where nothing but
 * that may keep the connection, to an object that the handle alone refers to: when that was
 * collected without a close, the connection is taken back. It never refers to the handle strongly, and whoever owns it
 * must keep it reachable until it ended. An ended lease is not cleared, which costs a call into the JVM: nothing refers
 * to it any more but its handle, and a reference that is not reachable itself is never enqueued.
 */
public final class Lease extends LeaseUse {
    private static final AtomicIntegerFieldUpdater<Lease> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Lease.class, "state");
    private static final int OPEN = 0;
    private static final int ENDED = 1;
    /** The handle is closed, and the physical connection is another lease's or idle. */
    private static final int PASSED_ON = 2;
    /** The handle was collected, but not the connection, which an object of the driver's own may use. */
    private static final int OUTLIVED = 3;
    /** The SQLState of a connection that does not exist. */
    private static final String CLOSED = "08003";

    /** Plain: it changes only before the state does. */
    private @Nullable Object ticket;

    private volatile int state;
    /** What the late user of a connection that was taken away is told. */
    private volatile @Nullable String abandoned;
    /**
     * The connection, weakly: that of a {@link Leftover} after its handle was collected; before that where only the handle
     * keeps it, once something that may use it has left. Null otherwise.
     */
    private volatile @Nullable WeakReference<Connection> weak;

    private Lease(
            Object handle,
            Physical physical,
            LeaseOwner owner,
            @Nullable Object ticket,
            Holder holder,
            @Nullable Origin origin,
            LeaseStatistics statistics,
            long startNanos) {
        super(handle, physical, owner, holder, origin, statistics, startNanos);
        this.ticket = ticket;
    }

    /**
     * Begins a lease.
     *
     * @param raw the physical connection itself
     * @param ticket what the owner needs to know the place again; null for an overflow connection
     * @param origin what was captured of the acquiring thread's stack; null for nothing
     * @param keeper keeps the lease reachable until it ends, before the handle is seen by anybody
     * @return the handle
     */
    public static PoolAgentHandle begin(
            Physical physical,
            Connection raw,
            LeaseOwner owner,
            @Nullable Object ticket,
            Holder holder,
            @Nullable Origin origin,
            long nowNanos,
            Keeper keeper) {
        PoolAgentHandle handle = physical.handles().allocate();
        Object watched = handle;
        if (!physical.isKept()) {
            watched = new Object();
            handle.poolAgentLeash(watched);
        }
        Lease lease = new Lease(watched, physical, owner, ticket, holder, origin, keeper.statistics(), nowNanos);
        keeper.keep(lease);
        handle.poolAgentInit(raw, lease);
        return handle;
    }

    /** Keeps a lease reachable. */
    public interface Keeper {
        /** Called once, as the lease begins. */
        void keep(Lease lease);

        /** Where what happens in it is counted. */
        LeaseStatistics statistics();
    }

    /** What the owner gave at the beginning. */
    public @Nullable Object ticket() {
        return ticket;
    }

    @Override
    public boolean isOpen() {
        int now = state;
        return now == OPEN || now == OUTLIVED;
    }

    @Override
    public boolean abandon(String message) {
        int now = state;
        Connection raw = known();
        if (now != OPEN && now != OUTLIVED || raw == null || !STATE.compareAndSet(this, now, ENDED)) {
            return false;
        }
        abandoned = message;
        try {
            raw.abort(Runnable::run);
        } catch (Throwable e) {
            Physical.closeQuietly(raw); // a driver from before JDBC 4.1
        }
        ended(false, System.nanoTime());
        return true;
    }

    @Override
    public Throwable failed(Throwable failure) {
        String why = abandoned;
        return why != null ? new SQLException(why, CLOSED, failure) : super.failed(failure);
    }

    @Override
    public @Nullable SQLException takenAway() {
        String why = abandoned;
        return why == null ? null : new SQLException(why, CLOSED);
    }

    @Override
    public SQLException closedException() {
        String why = abandoned;
        return why != null
                ? new SQLException(why, CLOSED)
                : physical().database().closedConnection();
    }

    @Override
    public boolean hasPassedOn() {
        return state == PASSED_ON;
    }

    @Override
    public @Nullable ClosedConnection closed() {
        return owner().closed(true);
    }

    @Override
    public void giveAwayClosed() {
        owner().keep(null);
    }

    @Override
    public void close(PoolAgentHandle handle) throws SQLException {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return;
        }
        long now = System.nanoTime();
        tellLeftOpen();
        boolean reusable = false;
        try {
            reusable = Ending.close(this, (Connection) handle.poolAgentDelegate(), now);
        } catch (SQLException | RuntimeException e) {
            if (Ending.refused(this)) {
                state = OPEN;
                throw e;
            }
            ended(false, now);
            throw e;
        }
        if (reusable) {
            STATE.lazySet(this, PASSED_ON); // seen no later than that the handle has no connection any more
            handle.poolAgentInit(null, this);
        }
        if (verdict() != null) {
            owner().closedLate(this, now);
        }
        ended(reusable, now);
    }

    private void ended(boolean reusable, long now) {
        tellTheRest();
        holder().forget(this);
        statistics().held.add(held(now));
        owner().ended(this, reusable, now);
    }

    /** Counts how the session ends; a connection without a slot is closed whatever it did. */
    void sessionEnded(SessionEnd how) {
        if (ticket != null) {
            statistics().ended(how);
        }
    }

    @Override
    public void escaped(@Nullable Object raw) {
        if (!physical().isKept() && weak == null && raw instanceof Connection) {
            weak = new WeakReference<>((Connection) raw);
        }
        super.escaped(raw);
    }

    /** Takes the connection back, where nothing can use it any more. */
    @Override
    protected boolean collected() {
        if (STATE.compareAndSet(this, OUTLIVED, ENDED)) {
            ended(false, System.nanoTime());
            return true;
        }
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return false;
        }
        clear();
        tellLeftOpen();
        Connection raw = hasEscaped() ? known() : null;
        if (raw != null) {
            outlive(raw);
            return false;
        }
        long now = System.nanoTime();
        boolean reusable = physical().isKept() && !hasEscaped() && Ending.reclaim(this, now);
        ended(reusable, now);
        return true;
    }

    /** The connection, unless only its handle knows it. */
    private @Nullable Connection known() {
        WeakReference<Connection> weakly = weak;
        return weakly == null ? physical().kept() : weakly.get();
    }

    /** Gives the slot back; from here nothing of the agent's keeps the connection. */
    private void outlive(Connection raw) {
        Object slot = ticket;
        weak = new Leftover(raw, this);
        ticket = null;
        forgetChildren();
        physical().letGo();
        state = OUTLIVED;
        if (slot != null) {
            owner().outlived(this, slot);
        }
    }

    @Override
    protected void tellCollected() {
        owner().reclaimed(this);
    }

    boolean isReusable(long now) {
        boolean hasPlace = ticket != null; // an overflow connection has none to go back to
        return hasPlace && canBeMadeFresh() && owner().wantsBack(physical(), now);
    }
}
