package io.poolagent.core.pool;

import io.poolagent.core.lease.SessionEnd;
import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.lease.Times;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What happened in a pool up to one moment. Immutable. */
public final class PoolTotals {
    /** Leases that began: with a slot, past the exhausted pool, and direct. */
    public final long acquires;
    /** Connections that went into slots. */
    public final long created;
    /** Connections of slots that were closed. */
    public final long closed;
    /** Connects past the exhausted pool. */
    public final long overflow;
    /** Connects past the pool for another reason: it was suspended, or is only observed. */
    public final long direct;
    /** Acquires that were refused because the pool was exhausted. */
    public final long timeouts;
    /** Failures of the driver's: in the application's calls, and connects. */
    public final long errors;
    /** Connects that failed. */
    public final long connectErrors;
    /** Connections taken back from leaked handles. */
    public final long reclaimed;
    /** From asking for a connection to having it. */
    public final TimeFigures acquireTimes;
    /** Of those, the ones that had to wait for a slot: for how long. */
    public final TimeFigures waitTimes;
    /** Physical connects. */
    public final TimeFigures createTimes;
    /** From acquire to release. */
    public final TimeFigures holdTimes;
    /** Statements that ran well. */
    public final TimeFigures statements;
    /** Statements that failed. */
    public final TimeFigures failedStatements;

    /** {@link #errors} by the class of their SQLState, as {@code 08}, {@code none} or {@code other}; not to be changed. */
    public final Map<String, Long> errorClasses;

    private final long[] ends;

    PoolTotals(PoolCounters counters, SlotInventory inventory) {
        LeaseSums sums = inventory.sums().plus(counters.unpooled);
        this.overflow = counters.overflow.sum();
        this.direct = counters.direct.sum();
        this.acquires = inventory.acquires() + overflow + direct;
        this.created = counters.created.sum();
        this.closed = counters.closed.sum();
        this.timeouts = counters.timeouts.sum();
        this.errors = counters.errors.count();
        this.errorClasses = counters.errors.classes();
        this.connectErrors = counters.connectErrors.sum();
        this.reclaimed = counters.reclaimed.sum();
        this.acquireTimes = sums.acquired.figures();
        this.holdTimes = sums.held.figures();
        this.statements = sums.statements.figures();
        this.failedStatements = sums.failures.figures();
        this.ends = sums.ends;
        this.waitTimes = figures(counters.waits);
        this.createTimes = figures(counters.creates);
    }

    private PoolTotals(PoolTotals now, PoolTotals earlier) {
        this.acquires = now.acquires - earlier.acquires;
        this.created = now.created - earlier.created;
        this.closed = now.closed - earlier.closed;
        this.overflow = now.overflow - earlier.overflow;
        this.direct = now.direct - earlier.direct;
        this.timeouts = now.timeouts - earlier.timeouts;
        this.errors = now.errors - earlier.errors;
        Map<String, Long> classes = new TreeMap<>(now.errorClasses);
        earlier.errorClasses.forEach((name, count) -> classes.merge(name, -count, Long::sum));
        this.errorClasses = Collections.unmodifiableMap(classes);
        this.connectErrors = now.connectErrors - earlier.connectErrors;
        this.reclaimed = now.reclaimed - earlier.reclaimed;
        this.acquireTimes = now.acquireTimes.since(earlier.acquireTimes);
        this.waitTimes = now.waitTimes.since(earlier.waitTimes);
        this.createTimes = now.createTimes.since(earlier.createTimes);
        this.holdTimes = now.holdTimes.since(earlier.holdTimes);
        this.statements = now.statements.since(earlier.statements);
        this.failedStatements = now.failedStatements.since(earlier.failedStatements);
        this.ends = now.ends.clone();
        for (int i = 0; i < ends.length; i++) {
            ends[i] -= earlier.ends[i];
        }
    }

    private static TimeFigures figures(Times times) {
        TimeFigures.Sum sum = new TimeFigures.Sum();
        times.addTo(sum);
        return sum.figures();
    }

    /** What happened after an earlier moment. */
    public PoolTotals since(PoolTotals earlier) {
        return new PoolTotals(this, earlier);
    }

    /** How many sessions ended so. */
    public long ends(SessionEnd how) {
        return ends[how.index()];
    }
}
