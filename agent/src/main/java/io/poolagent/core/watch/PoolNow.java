package io.poolagent.core.watch;

import io.poolagent.core.pool.PoolFigures;
import io.poolagent.core.report.Failure;
import org.jspecify.annotations.Nullable;

/** The figures that every pool has, at one moment; -1 where a foreign one does not tell. Immutable. */
public final class PoolNow {
    /** Connections that are leased. */
    public final int active;
    /** Connections that wait for an acquire. */
    public final int idle;
    /** Connections there are. */
    public final int total;
    /** Threads that wait for a connection. */
    public final int waiting;
    /** The least connections that are kept. */
    public final int min;
    /** The most connections. */
    public final int max;
    /** The most idle connections that are kept. */
    public final int maxIdle;
    /** The most connections that were leased at once. */
    public final int maxUsed;
    /** Leases that began. */
    public final long acquires;
    /** Acquires that were refused because the pool was exhausted. */
    public final long timeouts;
    /** Connects that failed; of a foreign pool, acquires that failed for another reason than exhaustion. */
    public final long connectErrors;
    /** Why connections can not be made: the last failure, where none was made since; null where there is none such. */
    public final @Nullable Failure connectFailure;
    /** All there is to know of a managed pool; null for a foreign one. */
    public final @Nullable PoolFigures managed;

    PoolNow(
            int active,
            int idle,
            int total,
            int waiting,
            int min,
            int max,
            int maxIdle,
            int maxUsed,
            long acquires,
            long timeouts,
            long connectErrors,
            @Nullable Failure connectFailure,
            @Nullable PoolFigures managed) {
        this.active = active;
        this.idle = idle;
        this.total = total;
        this.waiting = waiting;
        this.min = min;
        this.max = max;
        this.maxIdle = maxIdle;
        this.maxUsed = maxUsed;
        this.acquires = acquires;
        this.timeouts = timeouts;
        this.connectErrors = connectErrors;
        this.connectFailure = connectFailure;
        this.managed = managed;
    }

    /** How many percent of the maximum are leased; 0 where the maximum is not known. */
    public double utilisation() {
        return managed != null ? managed.utilisation() : max <= 0 || active < 0 ? 0 : 100.0 * active / max;
    }

    /** Whether all connections there may be are leased. */
    public boolean isExhausted() {
        return managed != null ? managed.isExhausted() : max > 0 && active >= max;
    }
}
