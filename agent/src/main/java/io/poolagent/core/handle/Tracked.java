package io.poolagent.core.handle;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An open statement or result set of the driver's, held weakly: an application that drops it must not pay memory. */
public class Tracked extends WeakReference<AutoCloseable> {
    private final boolean counted;
    private volatile boolean closed;
    private boolean rows;

    /**
     * Notes that a child was opened.
     *
     * @param child null where it is only counted
     */
    public Tracked(@Nullable AutoCloseable child) {
        super(child);
        counted = child == null;
    }

    /** The application closed it. */
    public void close() {
        closed = true;
    }

    /** A result set of this statement was opened, or closed. */
    public void rows(boolean open) {
        rows = open;
    }

    /** Whether nothing is left to close. */
    public boolean isDone() {
        return closed || isCollected();
    }

    /** Whether it was collected without a close. */
    public boolean isCollected() {
        return !closed && !counted && get() == null;
    }

    /** Whether this statement's last result set has not been closed. */
    public boolean hasOpenRows() {
        return rows;
    }
}
