package io.poolagent.core.lease;

import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.handle.Tracked;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects that the application got from a lease, and the statements that ran. */
abstract class LeaseUse extends LeaseSession {
    /** Slow statements whose rows may still be read. */
    private @Nullable Set<SlowRun> pendingRuns;

    private final LeaseStatistics statistics;
    private volatile @Nullable OpenChildren children;
    private volatile @Nullable WeakReference<Object> metaData;

    LeaseUse(
            Object handle,
            Physical physical,
            LeaseOwner owner,
            Holder holder,
            @Nullable Origin origin,
            LeaseStatistics statistics,
            long startNanos) {
        super(handle, physical, owner, holder, origin, startNanos);
        this.statistics = statistics;
    }

    /** Where what happens is counted. */
    final LeaseStatistics statistics() {
        return statistics;
    }

    @Override
    public void running(@Nullable String text) {
        begins(text);
    }

    @Override
    public long done(boolean failed) {
        ends();
        long took = sqlAge(System.nanoTime());
        (failed ? statistics.failures : statistics.statements).add(took);
        return owner().slowNanos() == 0 ? 0 : took;
    }

    @Override
    public long slowNanos() {
        return owner().slowNanos();
    }

    @Override
    public void slow(SlowRun run) {
        if (run.place() == null) {
            run.place(Place.of(new AcquisitionStack().fillInStackTrace())); // it has just run, in this thread
        }
        if (run.isPending()) {
            synchronized (this) {
                pendingRuns = pendingRuns == null ? new HashSet<>() : pendingRuns;
                pendingRuns.add(run);
            }
            return;
        }
        synchronized (this) {
            if (pendingRuns != null) {
                pendingRuns.remove(run);
            }
        }
        owner().slow(this, run);
    }

    @Override
    public int openStatements() {
        OpenChildren open = children;
        return open == null ? 0 : open.openNow();
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
        Place madeAt = owner().locatesStatements() ? Place.of(new AcquisitionStack().fillInStackTrace()) : null;
        return physical().isKept() ? open.add(child, madeAt) : open.count(madeAt);
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
    void tellTheRest() {
        super.tellTheRest();
        if (pendingRuns != null) {
            for (SlowRun run : pendingRuns) {
                owner().slow(this, run);
            }
            pendingRuns = null;
        }
    }

    /** Counts what the application has not closed. */
    void tellLeftOpen() {
        OpenChildren open = children;
        int statements = open == null ? 0 : open.unclosed();
        if (statements != 0 && open != null) {
            owner().leftOpen(this, statements, open.openRows(), open.places());
        }
    }

    /** What was open is the driver's own affair from here. */
    void forgetChildren() {
        children = null;
    }

    /** The statements, and result sets without one, that are still open. */
    List<AutoCloseable> openChildren() {
        OpenChildren open = children;
        return open == null ? Collections.emptyList() : open.stillOpen();
    }
}
