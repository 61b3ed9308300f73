package io.poolagent.core.pool;

import io.poolagent.core.report.Failure;
import io.poolagent.core.report.Json;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it was at one moment. Connections are physical ones in slots; an empty slot counts nowhere, and an overflow
 * connection in {@link PoolTotals#overflow} only. Immutable.
 */
public final class PoolFigures {
    /** Connections that are leased. */
    public final int active;
    /** Connections that wait for an acquire. */
    public final int idle;
    /** Connections there are, leased or idle. */
    public final int total;
    /** Threads that wait for a connection. */
    public final int waiting;
    /** As {@code pool.min} says. */
    public final int min;
    /** As {@code pool.max} says. */
    public final int max;
    /** The most connections that were leased at once, since the last reset of the statistics. */
    public final int maxUsed;
    /** What happened, since the last reset of the statistics. */
    public final PoolTotals totals;

    private final @Nullable Failure lastError;
    private final @Nullable Failure connectFailure;
    private final boolean observes;

    PoolFigures(PoolSettings settings, SlotInventory inventory, PoolCounters counters, int waiting, PoolTotals totals) {
        this.totals = totals;
        this.observes = settings.observes;
        this.active = settings.observes ? counters.unpooledNow.get() : inventory.leasedAtOnce();
        this.idle = inventory.idle();
        this.total = active + idle;
        this.waiting = waiting;
        this.min = settings.min();
        this.max = settings.max();
        counters.peak.seen(active);
        this.maxUsed = counters.peak.most();
        this.lastError = counters.errors.last();
        this.connectFailure = counters.connectFailure();
    }

    /** Whether all connections there may be are leased. */
    public boolean isExhausted() {
        return !observes && active >= max;
    }

    /** How many percent of the pool's maximum are leased: from 0 to 100; 0 where connections are observed only. */
    public double utilisation() {
        return observes ? 0 : 100.0 * active / max;
    }

    /** The most idle connections that are kept; 0 where connections are observed only. */
    public int maxIdle() {
        return observes ? 0 : max;
    }

    /** The share of acquires that needed no connect: from 0 to 1; 0 where there was no acquire. */
    public double reuseRatio() {
        double connects = totals.created + totals.overflow + totals.direct;
        return totals.acquires == 0 ? 0 : Math.max(0, 1 - connects / totals.acquires);
    }

    /** The class of the last failure and its SQLState, if any, never its message; null where nothing failed. */
    public @Nullable String lastError() {
        return lastError == null ? null : lastError.what();
    }

    /** Why connections can not be made: the last connect's failure; null where the last one worked. */
    public @Nullable Failure connectFailure() {
        return connectFailure;
    }

    /** When the last failure was, as ISO 8601 in UTC; null where nothing failed. */
    public @Nullable String lastErrorTime() {
        return lastError == null ? null : lastError.time();
    }

    /** What there is now, in a line. */
    public String state() {
        return "active " + active + ", idle " + idle + ", total " + total + ", waiting " + waiting + ", min " + min
                + ", max " + max + ", at most used " + maxUsed;
    }

    /** What happened since the pool was made, in a line. */
    public String history() {
        return "acquires " + totals.acquires + ", overflow " + totals.overflow + ", created " + totals.created
                + ", closed " + totals.closed + ", reclaimed " + totals.reclaimed;
    }

    /** Adds all of it to an object. */
    public void put(Json json) {
        json.put("active", active)
                .put("idle", idle)
                .put("total", total)
                .put("waiting", waiting)
                .put("min", min)
                .put("max", max)
                .put("maxUsed", maxUsed)
                .put("utilisation", utilisation())
                .put("reuseRatio", reuseRatio())
                .put("acquires", totals.acquires)
                .put("created", totals.created)
                .put("closed", totals.closed)
                .put("overflow", totals.overflow)
                .put("direct", totals.direct)
                .put("timeouts", totals.timeouts)
                .put("errors", totals.errors)
                .put("connectErrors", totals.connectErrors)
                .put("lastError", lastError())
                .put("lastErrorTime", lastErrorTime())
                .put("reclaimed", totals.reclaimed);
    }
}
