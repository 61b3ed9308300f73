package io.poolagent.core.handle;

import java.lang.ref.WeakReference;

/** An open statement or result set of the driver's, held weakly: an application that drops it must not pay memory. */
public final class Tracked extends WeakReference<AutoCloseable> {
    private volatile boolean closed;

    /** Notes that a child was opened. */
    public Tracked(AutoCloseable child) {
        super(child);
    }

    void close() {
        closed = true;
    }

    /** Whether nothing is left to close. */
    public boolean isDone() {
        return closed || get() == null;
    }
}
