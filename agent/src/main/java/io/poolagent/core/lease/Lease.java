package io.poolagent.core.lease;

import io.poolagent.core.database.Database;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.Tracked;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.sql.Connection;
import java.sql.SQLException;
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
    private static final int OPEN = 0;
    private static final int ENDED = 1;

    private final Physical physical;
    private final LeaseOwner owner;
    private final @Nullable Object ticket;
    private final Holder holder;
    private final long startNanos;

    private volatile int state;
    private int attributes;
    private boolean inserted;
    private volatile @Nullable OpenChildren children;
    /** The session may not be as a fresh one: set by texts, vendor's calls, escapes, aborts and failures. */
    private volatile boolean dirty;

    private volatile boolean escaped;

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
        int traits = text == null ? 0 : physical.database().traits(text);
        if ((traits & Database.ASKS_IDENTITY) != 0 && !inserted) {
            physical.forgetIdentity();
        }
        if ((traits & Database.INSERTS) != 0) {
            inserted = true;
        }
        if ((traits & Database.PLAIN) == 0) {
            dirty = true;
            if (text != null && physical.database().endsDatabase(text)) {
                owner.drain();
            }
        }
    }

    @Override
    public void setting(int attribute) {
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
    public SQLException closedStatementException() {
        return physical.database().closedStatement();
    }

    @Override
    public boolean close() throws SQLException {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return true;
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
            owner.ended(this, false, now);
            throw e;
        }
        owner.ended(this, reusable, now);
        return true;
    }

    /** Takes the connection back after the handle was collected. Called by the reclaimer's thread. */
    void reclaim() {
        if (!STATE.compareAndSet(this, OPEN, ENDED)) {
            return;
        }
        clear();
        long now = System.nanoTime();
        boolean reusable = !escaped && Ending.reclaim(this, now);
        owner.ended(this, reusable, now);
        owner.reclaimed(this);
    }

    boolean isReusable(long now) {
        return ticket != null // an overflow connection has no place to go back to
                && !dirty
                && (attributes & Attribute.OTHER) == 0
                && owner.wantsBack(physical, now);
    }

    /** Whether keys may have been generated. */
    boolean hasInserted() {
        return inserted;
    }

    int attributes() {
        return attributes;
    }

    /** Closes the statements that are still open. */
    void closeChildren() throws Exception {
        OpenChildren open = children;
        if (open != null) {
            open.closeAll();
        }
    }

    /** The owner's name, for reports. */
    String pool() {
        return owner.name();
    }
}
