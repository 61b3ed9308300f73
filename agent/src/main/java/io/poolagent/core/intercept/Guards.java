package io.poolagent.core.intercept;

/** The mark on a thread that connects on behalf of a foreign pool or an XA data source. */
public final class Guards {
    private Guards() {}

    /** Begins or ends the mark; marks nest. */
    public static void set(boolean begin) {
        ThreadState thread = ThreadState.current();
        if (begin) {
            if (!thread.isGuarded()) {
                thread.pace().begin();
            }
            thread.guard();
        } else {
            thread.unguard();
        }
    }
}
