package io.poolagent.core.metrics;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.leak.PoolLeaks;
import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolTotals;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.PoolNow;
import io.poolagent.core.watch.Watch;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What meters show of one pool, or of all together, at one moment. Immutable. */
final class Sample {
    /** Everything that is known of all pools. */
    final Watch watch;
    /** How the pool is; null where this is of all together. */
    final @Nullable PoolHealth health;
    /** What there is in the pool; null where this is of all together. */
    final @Nullable PoolNow now;
    /** What happened in the pool since it was made; null for a foreign one, and for all together. */
    final @Nullable PoolTotals totals;
    /** From asking to having a connection; null where this is of all together. */
    final @Nullable TimeFigures acquireTimes;
    /** From having it to its close; null where this is of all together. */
    final @Nullable TimeFigures holdTimes;
    /** Acquires that were refused because the pool was exhausted; -1 where this is of all together. */
    final long timeouts;
    /** Failures by the class of their SQLState; where this is of all together those of connects for which there was no pool. */
    final Map<String, Long> errorClasses;
    /** What leaked from the pool; null where this is of all together. */
    final @Nullable PoolLeaks leaks;

    Sample(Watch watch, @Nullable PoolHealth health) {
        ManagedPool managed = health == null ? null : health.view().managed();
        this.watch = watch;
        this.health = health;
        this.now = health == null ? null : health.view().now();
        this.totals = managed == null ? null : managed.totals();
        ForeignPool foreign = health == null ? null : health.view().foreign();
        this.acquireTimes = totals != null ? totals.acquireTimes : foreign != null ? foreign.acquireTimes() : null;
        this.holdTimes = totals != null ? totals.holdTimes : foreign != null ? foreign.holdTimes() : null;
        this.timeouts = totals != null ? totals.timeouts : foreign != null ? foreign.timeouts() : -1;
        this.errorClasses = totals != null
                ? totals.errorClasses
                : foreign != null ? foreign.errors().classes() : withoutPool(watch);
        this.leaks = health == null ? null : watch.leaks().ofPool(health.view().name());
    }

    private static Map<String, Long> withoutPool(Watch watch) {
        Pools all = watch.source();
        return all == null
                ? Collections.emptyMap()
                : all.failedConnects().errors().classes();
    }
}
