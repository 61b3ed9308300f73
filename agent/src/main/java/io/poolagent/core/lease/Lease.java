package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SqlTraits;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.handle.Tracked;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The time from acquire to release, and the record of it. It is the phantom reference to its handle: when that was
 * collected without a close, the connection is taken back. It never refers to the handle strongly, and whoever owns it
 * must keep it reachable until it ended. An ended lease is not cleared, which costs a call into the JVM: nothing refers
 * to it any more but its handle, and a reference that is not reachable itself is never enqueued.
 */
public final class Lease extends LeaseRecord implements ConnectionState {
    private static final AtomicIntegerFieldUpdater<Lease> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Lease.class, "state");
    private static final int OPEN = 0;
    private static final int ENDED = 1;
    /** The SQLState of a connection that does not exist. */
    private static final String CLOSED = "08003";

    private final Physical physical;
    private final LeaseOwner owner;
    private final @Nullable Object ticket;

    private volatile int state;
    private int attributes;
    private boolean inserted;
    /** What the late user of a connection that was taken away is told. */
    private volatile @Nullable String abandoned;

    /** Slow statements whose rows may still be read. */
    private @Nullable List<SlowRun> slowRuns;

    private volatile boolean commits;
    private volatile @Nullable OpenChildren children;
    /** The session may not be as a fresh one: set by texts, vendor's calls, escapes, aborts and failures. */
    private volatile boolean dirty;

    private volatile boolean escaped;
    /** What statements left behind in the session. */
    private volatile Effect left = Effect.NONE;

    /** Something may have been done since the transaction was last ended. */
    private volatile boolean worked;

    /** A statement was executed or prepared. */
    private boolean asked;

    private volatile @Nullable WeakReference<Object> metaData;
    private boolean doubted;
    private boolean endedSessions;
    /** The handle is closed, and the physical connection is another lease's or idle. */
    private volatile boolean passedOn;

    private Lease(
            Object handle,
            Physical physical,
            LeaseOwner owner,
            @Nullable Object ticket,
            Holder holder,
            @Nullable Origin origin,
            long startNanos) {
        super(handle, holder, origin, startNanos);
        this.physical = physical;
        this.owner = owner;
        this.ticket = ticket;
        this.commits = physical.autoCommit();
    }

    /**
     * Begins a lease.
     *
     * @param ticket what the owner needs to know the place again; null for an overflow connection
     * @param keeper keeps the lease reachable until it ends, before the handle is seen by anybody
     * @return the handle
     */
    public static PoolAgentHandle begin(
            Physical physical, LeaseOwner owner, @Nullable Object ticket, Holder holder, long nowNanos, Keeper keeper) {
        PoolAgentHandle handle = physical.handles().allocate();
        Lease lease = new Lease(
                handle, physical, owner, ticket, holder, owner.stacks().capture(), nowNanos);
        keeper.keep(lease);
        handle.poolAgentInit(physical.raw(), lease);
        return handle;
    }

    /** Keeps a lease reachable. */
    public interface Keeper {
        /** Called once, as the lease begins. */
        void keep(Lease lease);
    }

    /** The physical connection. */
    public Physical physical() {
        return physical;
    }

    /** What the owner gave at the beginning. */
    public @Nullable Object ticket() {
        return ticket;
    }

    @Override
    public boolean hasEscaped() {
        return escaped;
    }

    @Override
    public Connection raw() {
        return physical.raw();
    }

    @Override
    public boolean isOpen() {
        return state == OPEN;
    }

    @Override
    public void sql(@Nullable String text) {
        if (text == null) {
            return;
        }
        passes(text);
        SqlTraits traits = physical.database().traits(text);
        if (traits.listens()) {
            listening();
        }
        if (traits.asksIdentity() && !inserted) {
            physical.forgetIdentity();
        } else if (traits.asksDiagnostics() && !asked) {
            physical.forgetDiagnostics();
        }
        asked = true;
        inserted |= traits.inserts();
        if (traits.inserts() && physical.database().resetsInserts()) {
            leaves(Effect.UNDONE);
        }
        if (traits.effect() != Effect.NONE) {
            leaves(traits.effect());
            if (traits.endsDatabase()) {
                owner.drain();
            }
        }
        if (traits.endsSessions()) {
            endedSessions = true;
            owner.distrustServer();
        }
    }

    private void leaves(Effect effect) {
        boolean fresh = left == Effect.NONE && attributes == 0 && !dirty && physical.autoCommit();
        if (effect == Effect.UNDONE && fresh) {
            physical.baseline().learn(physical.raw());
        }
        left = left.and(effect);
        if (effect == Effect.SCHEMA) {
            owner.schemaChanged();
        }
    }

    @Override
    public void setting(int attribute, @Nullable Object value) {
        touched();
        if (attribute == Attribute.AUTO_COMMIT) {
            commits = Boolean.TRUE.equals(value);
        }
        if (attribute == Attribute.QUERY_TIMEOUT && !physical.database().keepsQueryTimeout()) {
            return;
        }
        if (attribute == Attribute.SCHEMA && physical.database().resetsSchema()) {
            leaves(Effect.UNDONE);
            return;
        }
        if ((attributes & attribute) == 0 && !dirty) {
            attributes |= attribute;
            if (!physical.defaults().learn(attribute, physical.raw())) {
                dirty = true;
            }
        } else if (attribute == Attribute.AUTO_COMMIT) {
            attributes |= attribute;
        }
    }

    @Override
    public void working() {
        if (!worked) {
            worked = true;
        }
        touched();
    }

    @Override
    public void running(@Nullable String text) {
        begins(text);
    }

    @Override
    public long done() {
        ends();
        long slow = owner.slowNanos();
        long ran = slow == 0 ? 0 : sqlAge(System.nanoTime());
        return slow != 0 && ran >= slow ? ran : 0;
    }

    @Override
    public void slow(SlowRun run) {
        if (run.place() == null) {
            run.place(Place.of(new AcquisitionStack())); // it has just run, in this thread
        }
        if (run.isPending()) {
            synchronized (this) {
                slowRuns = slowRuns == null ? new ArrayList<>(1) : slowRuns;
                slowRuns.add(run);
            }
            return;
        }
        synchronized (this) {
            if (slowRuns != null && slowRuns.contains(run)) {
                slowRuns.remove(run);
            }
        }
        owner.slow(this, run);
    }

    @Override
    public int openStatements() {
        OpenChildren open = children;
        return open == null ? 0 : open.look().size();
    }

    @Override
    public int openResultSets() {
        OpenChildren open = children;
        return open == null ? 0 : open.openRows();
    }

    @Override
    public List<AutoCloseable> heldObjects() {
        OpenChildren open = children;
        return open == null ? Collections.emptyList() : open.look();
    }

    @Override
    public boolean abandon(String message) {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return false;
        }
        abandoned = message;
        try {
            raw().abort(Runnable::run);
        } catch (Throwable e) {
            physical.closeQuietly(); // a driver from before JDBC 4.1
        }
        ended(false, System.nanoTime());
        return true;
    }

    @Override
    public void endingTransaction() {
        worked = false;
    }

    @Override
    public void doubting() {
        doubted = true;
    }

    /** Whether the application asked if the connection is alive. */
    boolean isDoubted() {
        return doubted;
    }

    @Override
    public void vendorCall(String method) {
        if (!physical.database().harmlessVendorCall(method)) {
            dirty = true;
        }
    }

    @Override
    public void escaped() {
        escaped = true;
        dirty = true;
    }

    @Override
    public void aborting() {
        dirty = true;
    }

    @Override
    public Throwable failed(Throwable failure) {
        String why = abandoned;
        if (why != null) {
            return new SQLException(why, CLOSED, failure);
        }
        worked = true; // it may have been the end of the transaction that failed
        if (!(failure instanceof SQLException) || physical.database().isFatal((SQLException) failure)) {
            dirty = true;
            owner.distrust();
        }
        owner.failed(failure);
        return failure;
    }

    @Override
    public Tracked track(AutoCloseable child) {
        OpenChildren open = children;
        if (open == null) {
            synchronized (this) {
                open = children;
                if (open == null) {
                    open = new OpenChildren();
                    children = open;
                }
            }
        }
        return open.add(child);
    }

    @Override
    public SQLException closedException() {
        String why = abandoned;
        return why != null ? new SQLException(why, CLOSED) : physical.database().closedConnection();
    }

    @Override
    public boolean hasPassedOn() {
        return passedOn;
    }

    @Override
    public @Nullable ClosedConnection closed() {
        return owner.closed(true);
    }

    @Override
    public @Nullable Object metaData() {
        WeakReference<Object> known = metaData;
        return known == null ? null : known.get();
    }

    @Override
    public void metaData(Object handle) {
        metaData = new WeakReference<>(handle);
    }

    @Override
    public void giveAwayClosed() {
        owner.keep(null);
    }

    @Override
    public void close(PoolAgentHandle handle) throws SQLException {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return;
        }
        long now = System.nanoTime();
        OpenChildren open = children;
        int statements = open == null ? 0 : open.unclosed();
        if (statements != 0 && open != null) {
            owner.leftOpen(this, statements, open.openRows());
        }
        boolean reusable = false;
        try {
            reusable = Ending.close(this, now);
        } catch (SQLException | RuntimeException e) {
            if (Ending.refused(this)) {
                state = OPEN;
                throw e;
            }
            ended(false, now);
            throw e;
        }
        if (reusable) {
            passedOn = true;
            handle.poolAgentInit(null, this);
        }
        if (verdict() != null) {
            owner.closedLate(this, now);
        }
        ended(reusable, now);
    }

    private void ended(boolean reusable, long now) {
        if (slowRuns != null) {
            for (SlowRun run : slowRuns) {
                owner.slow(this, run);
            }
            slowRuns = null;
        }
        if (left == Effect.SCHEMA) {
            owner.schemaChanged(); // it may have been committed only now
        }
        if (endedSessions) {
            owner.distrustServer();
        }
        owner.ended(this, reusable, now);
    }

    /** Takes the connection back after the handle was collected. Called by the reclaimer's thread. */
    void reclaim() {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return;
        }
        clear();
        long now = System.nanoTime();
        boolean reusable = !escaped && Ending.reclaim(this, now);
        ended(reusable, now);
        owner.reclaimed(this);
    }

    boolean isReusable(long now) {
        return !isRunning() // the driver's own close breaks off what another thread is waiting for
                && ticket != null // an overflow connection has no place to go back to
                && !dirty
                && (attributes & Attribute.OTHER) == 0
                && physical.baseline().reuses(left)
                && owner.wantsBack(physical, now);
    }

    /** What statements left behind in the session. */
    Effect left() {
        return left;
    }

    LeaseOwner owner() {
        return owner;
    }

    /** Whether something may have been done since the transaction was last ended. */
    boolean hasWorked() {
        return worked;
    }

    /** Whether a statement was executed or prepared. */
    boolean hasAsked() {
        return asked;
    }

    /** Whether keys may have been generated. */
    boolean hasInserted() {
        return inserted;
    }

    int attributes() {
        return attributes;
    }

    /** The statements, and result sets without one, that are still open. */
    List<AutoCloseable> openChildren() {
        OpenChildren open = children;
        return open == null ? Collections.emptyList() : open.stillOpen();
    }

    @Override
    public boolean isInTransaction() {
        return worked && !commits;
    }

    @Override
    public String pool() {
        return owner.name();
    }
}
