package io.poolagent.core.handle;

import java.lang.ref.WeakReference;

/** An open statement or result set of the driver's, held weakly: an application that drops it must not pay memory. */
public class Tracked extends WeakReference<AutoCloseable> {
    private volatile boolean closed;
    private boolean rows;

    /** Notes that a child was opened. */
    public Tracked(AutoCloseable child) {
        super(child);
    }

    void close() {
        closed = true;
    }

    /** A result set of this statement was opened, or closed. */
    void rows(boolean open) {
        rows = open;
    }

    /** Whether nothing is left to close. */
    public boolean isDone() {
        return closed || get() == null;
    }

    /** Whether it was collected without a close. */
    public boolean isCollected() {
        return !closed && get() == null;
    }

    /** Whether this statement's last result set has not been closed. */
    public boolean hasOpenRows() {
        return rows;
    }
}
