package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SqlTraits;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.Tracked;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
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
public final class Lease extends PhantomReference<Object> implements ConnectionState {
    static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    private static final AtomicIntegerFieldUpdater<Lease> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Lease.class, "state");
    private static final AtomicIntegerFieldUpdater<Lease> RUNNING =
            AtomicIntegerFieldUpdater.newUpdater(Lease.class, "running");
    private static final int OPEN = 0;
    private static final int ENDED = 1;

    private final Physical physical;
    private final LeaseOwner owner;
    private final @Nullable Object ticket;
    private final Holder holder;
    private final long startNanos;

    private volatile int state;
    private volatile int running;
    private int attributes;
    private boolean inserted;
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
            long startNanos) {
        super(handle, COLLECTED);
        this.physical = physical;
        this.owner = owner;
        this.ticket = ticket;
        this.holder = holder;
        this.startNanos = startNanos;
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
        Lease lease = new Lease(handle, physical, owner, ticket, holder, nowNanos);
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

    /** The thread that acquired. */
    public Holder holder() {
        return holder;
    }

    /** How long it has been held, in nanoseconds. */
    public long held(long nowNanos) {
        return nowNanos - startNanos;
    }

    /** Whether an object that reaches into the connection has left unwrapped. */
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
        SqlTraits traits = physical.database().traits(text);
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
    public void setting(int attribute) {
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
        worked = true;
    }

    @Override
    public void running() {
        RUNNING.incrementAndGet(this);
    }

    @Override
    public void done() {
        RUNNING.decrementAndGet(this);
    }

    /** Whether a statement runs now, in another thread than the one that asks. */
    boolean isRunning() {
        return running > 0;
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
    public void failed(Throwable failure) {
        worked = true; // it may have been the end of the transaction that failed
        if (!(failure instanceof SQLException) || physical.database().isFatal((SQLException) failure)) {
            dirty = true;
            owner.distrust();
        }
        owner.failed(failure);
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
        return physical.database().closedConnection();
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
        ended(reusable, now);
    }

    private void ended(boolean reusable, long now) {
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

    /** The owner's name, for reports. */
    String pool() {
        return owner.name();
    }
}
