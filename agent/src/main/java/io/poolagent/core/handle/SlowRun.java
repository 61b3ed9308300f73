package io.poolagent.core.handle;

import org.jspecify.annotations.Nullable;

/**
 * A statement that ran for long, or may yet. It is told of once, when its rows have been read or the lease ends. Refers to no
 * handle. Written by the thread that uses the statement.
 */
public final class SlowRun {
    private final @Nullable String sql;
    private volatile long nanos;
    private long fetchingSince;
    private volatile long rows;
    private volatile boolean pending;
    private volatile @Nullable Object place;

    SlowRun(@Nullable String sql, long nanos, long rows, boolean pending) {
        this.sql = sql;
        this.nanos = nanos;
        this.rows = rows;
        this.pending = pending;
    }

    /** Its text; null where that is not known. */
    public @Nullable String sql() {
        return sql;
    }

    /** How long it ran, and its rows were fetched, in nanoseconds. */
    public long nanos() {
        return nanos;
    }

    /** How many rows it changed, or returned as far as they were read; negative where that is not known. */
    public long rows() {
        return rows;
    }

    /** Whether its rows may still be read. */
    public boolean isPending() {
        return pending;
    }

    /** Where it ran, as whoever tells of it noted; null where nobody did. */
    public @Nullable Object place() {
        return place;
    }

    /** Notes where it ran. */
    public void place(Object noted) {
        place = noted;
    }

    void fetching(long nowNanos) {
        fetchingSince = nowNanos;
    }

    void fetched(long nowNanos, boolean more) {
        if (fetchingSince != 0) { // else it was moved after its connection was closed
            nanos = nanos + nowNanos - fetchingSince; // one thread at a time moves a result set
            fetchingSince = 0;
        }
        if (more) {
            long read = rows;
            rows = read + 1;
        }
    }

    void readAll() {
        pending = false;
    }
}
