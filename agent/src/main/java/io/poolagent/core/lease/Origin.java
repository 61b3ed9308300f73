package io.poolagent.core.lease;

/** Where a connection was acquired, as it was captured then. Immutable; any thread may use it. */
public interface Origin {
    /** The frames that were captured, innermost first; costly the first time. */
    StackTraceElement[] frames();

    /** Whether these are all frames of the thread, and not only the application's first. */
    boolean isWhole();
}
