package io.poolagent.core.lease;

/** Where a connection was acquired, as it was captured then. Immutable; any thread may use it. */
public interface Origin {
    /** The frames that were captured, innermost first; costly the first time. */
    StackTraceElement[] frames();

    /**
     * As {@link #frames}, for people to read: where those are not all, with frames below them that an earlier acquire at
     * the same place had, if one is known.
     */
    default StackTraceElement[] likely() {
        return frames();
    }

    /** Whether these are all frames of the thread, and not only the application's first. */
    boolean isWhole();
}
