package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SqlTraits;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.handle.Tracked;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the application does with a lease while it has it, as far as it matters at its end. */
abstract class LeaseUse extends LeaseRecord implements ConnectionState {
    private final Physical physical;
    private final LeaseOwner owner;

    private int attributes;
    private boolean inserted;

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

    LeaseUse(
            Object handle,
            Physical physical,
            LeaseOwner owner,
            Holder holder,
            @Nullable Origin origin,
            long startNanos) {
        super(handle, holder, origin, startNanos);
        this.physical = physical;
        this.owner = owner;
        this.commits = physical.autoCommit();
    }

    /** The physical connection. */
    public final Physical physical() {
        return physical;
    }

    LeaseOwner owner() {
        return owner;
    }

    @Override
    public final String pool() {
        return owner.name();
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
    public void endingTransaction() {
        touched();
        worked = false;
    }

    @Override
    public void doubting() {
        touched();
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
        touched();
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
    public @Nullable Object metaData() {
        WeakReference<Object> known = metaData;
        return known == null ? null : known.get();
    }

    @Override
    public void metaData(Object handle) {
        metaData = new WeakReference<>(handle);
    }

    @Override
    public boolean isInTransaction() {
        return worked && !commits;
    }

    /** Whether the session is as statements, vendor's calls and escapes left it: good enough to be made fresh again. */
    boolean canBeMadeFresh() {
        return !isRunning() // the driver's own close breaks off what another thread is waiting for
                && !dirty
                && (attributes & Attribute.OTHER) == 0
                && physical.baseline().reuses(left);
    }

    /** Tells what is known only at the end of the lease. */
    void tellTheRest() {
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
    }

    /** Counts what the application has not closed. */
    void tellLeftOpen() {
        OpenChildren open = children;
        int statements = open == null ? 0 : open.unclosed();
        if (statements != 0 && open != null) {
            owner.leftOpen(this, statements, open.openRows());
        }
    }

    /** What statements left behind in the session. */
    Effect left() {
        return left;
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
}
