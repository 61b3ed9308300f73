package io.poolagent.core.pool;

import io.poolagent.core.pool.PoolCounters.Failure;
import io.poolagent.core.report.Instants;
import io.poolagent.core.report.Json;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it was at one moment. Connections are physical ones in slots; an empty slot counts nowhere, and an overflow
 * connection in {@link #overflow} only. Immutable.
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
    /** The most connections that were leased at once, as seen whenever one was made, and once a second. */
    public final int maxUsed;
    /** Leases that began, with a slot and past the pool. */
    public final long acquires;
    /** Connections that went into slots. */
    public final long created;
    /** Connections of slots that were closed. */
    public final long closed;
    /** Connects past the exhausted pool. */
    public final long overflow;
    /** Acquires that were refused because the pool was exhausted. */
    public final long timeouts;
    /** Failures of the driver's: in the application's calls, and connects. */
    public final long errors;
    /** Connections taken back from leaked handles. */
    public final long reclaimed;

    private final @Nullable Failure lastError;

    PoolFigures(PoolSettings settings, SlotInventory inventory, PoolCounters counters, int waiting) {
        this.active = inventory.leased();
        this.idle = inventory.idle();
        this.total = active + idle;
        this.waiting = waiting;
        this.min = settings.min;
        this.max = settings.max;
        counters.used(active);
        this.maxUsed = counters.maxUsed();
        this.overflow = counters.overflow.sum();
        this.acquires = inventory.acquires() + overflow;
        this.created = counters.created.sum();
        this.closed = counters.closed.sum();
        this.timeouts = counters.timeouts.sum();
        this.errors = counters.errors.sum();
        this.reclaimed = counters.reclaimed.sum();
        this.lastError = counters.lastError();
    }

    /** How many percent of the pool's maximum are leased: from 0 to 100. */
    public double utilisation() {
        return 100.0 * active / max;
    }

    /** The share of acquires that needed no connect: from 0 to 1; 0 where there was no acquire. */
    public double reuseRatio() {
        return acquires == 0 ? 0 : Math.max(0, 1 - (double) (created + overflow) / acquires);
    }

    /** The class of the last failure and its SQLState, if any, never its message; null where nothing failed. */
    public @Nullable String lastError() {
        return lastError == null ? null : lastError.what;
    }

    /** When the last failure was, as ISO 8601 in UTC; null where nothing failed. */
    public @Nullable String lastErrorTime() {
        return lastError == null ? null : Instants.text(lastError.millis);
    }

    /** What there is now, in a line. */
    public String state() {
        return "active " + active + ", idle " + idle + ", total " + total + ", waiting " + waiting + ", min " + min
                + ", max " + max + ", at most used " + maxUsed;
    }

    /** What happened since the pool was made, in a line. */
    public String history() {
        return "acquires " + acquires + ", overflow " + overflow + ", created " + created + ", closed " + closed
                + ", reclaimed " + reclaimed;
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
                .put("acquires", acquires)
                .put("created", created)
                .put("closed", closed)
                .put("overflow", overflow)
                .put("timeouts", timeouts)
                .put("errors", errors)
                .put("lastError", lastError())
                .put("lastErrorTime", lastErrorTime())
                .put("reclaimed", reclaimed);
    }
}
