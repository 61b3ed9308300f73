package io.poolagent.core.watch;

import io.poolagent.core.foreign.Figure;
import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.jvm.ApplicationLoaders;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool, managed or foreign, as those see it who only look. Any thread may use it. */
public final class PoolView {
    private final @Nullable ManagedPool managed;
    private final @Nullable ForeignPool foreign;

    private PoolView(@Nullable ManagedPool managed, @Nullable ForeignPool foreign) {
        this.managed = managed;
        this.foreign = foreign;
    }

    /** A view of a pool. */
    public static PoolView of(ManagedPool pool) {
        return new PoolView(pool, null);
    }

    /** A view of a pool. */
    public static PoolView of(ForeignPool pool) {
        return new PoolView(null, pool);
    }

    /** Its name; without secrets. */
    public String name() {
        return managed != null ? managed.name() : String.valueOf(foreign);
    }

    /** The pool where the agent made it; null where the application brought it. */
    public @Nullable ManagedPool managed() {
        return managed;
    }

    /** The pool where the application brought it; null where the agent made it. */
    public @Nullable ForeignPool foreign() {
        return foreign;
    }

    /** Where the application that made it has its classes. */
    public ApplicationLoaders application() {
        if (managed != null) {
            return managed.application();
        }
        ForeignPool known = foreign;
        if (known == null) {
            throw new IllegalStateException("neither managed nor foreign");
        }
        return known.application();
    }

    /** The leases there are now. */
    public List<? extends LeaseRecord> leases() {
        return managed != null
                ? managed.leases()
                : foreign != null ? foreign.leases() : java.util.Collections.<LeaseRecord>emptyList();
    }

    /** What there is in it, in a line. */
    public String state() {
        return managed != null ? managed.figures().state() : foreign != null ? foreign.state() : "";
    }

    /** How many leases began since it was made. */
    public long totalAcquires() {
        return managed != null ? managed.totals().acquires : foreign != null ? foreign.acquires() : 0;
    }

    /** The most connections leased at once since this was last asked, as far as that was seen. For its history only. */
    int takePeak() {
        return managed != null ? managed.takePeak() : foreign != null ? foreign.takePeak() : 0;
    }

    /** What there is in it now. Costs a few microseconds, or more for a foreign pool. */
    public PoolNow now() {
        if (managed != null) {
            PoolFigures figures = managed.figures();
            return new PoolNow(
                    figures.active,
                    figures.idle,
                    figures.total,
                    figures.waiting,
                    figures.min,
                    figures.max,
                    figures.maxIdle(),
                    figures.maxUsed,
                    figures.totals.acquires,
                    figures.totals.timeouts,
                    figures.totals.connectErrors,
                    figures.connectFailure(),
                    figures);
        }
        ForeignPool known = foreign;
        if (known == null) {
            throw new IllegalStateException("neither managed nor foreign");
        }
        long timeouts = known.timeouts(); // first: each of them is an error, too
        return new PoolNow(
                known.figure(Figure.ACTIVE),
                known.figure(Figure.IDLE),
                known.figure(Figure.TOTAL),
                known.figure(Figure.WAITING),
                known.figure(Figure.MIN),
                known.figure(Figure.MAX),
                known.figure(Figure.MAX_IDLE),
                known.maxUsed(),
                known.acquires(),
                timeouts,
                known.errors().count() - timeouts,
                known.connectFailure(),
                null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PoolView
                && ((PoolView) other).managed == managed
                && ((PoolView) other).foreign == foreign;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(managed != null ? managed : foreign);
    }

    @Override
    public String toString() {
        return name();
    }
}
