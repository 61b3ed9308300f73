package io.poolagent.core.report;

import java.util.concurrent.atomic.AtomicLong;

/** Failures of the agent's own inside a hook: counted and logged, never thrown. Any thread may use it. */
public final class HookErrors {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long MOST_LOGGED = 10;

    private HookErrors() {}

    /** Counts a failure; the first few are logged. */
    public static void count(String where, Throwable failure) {
        try {
            if (COUNT.incrementAndGet() <= MOST_LOGGED) {
                StackTraceElement[] stack = failure.getStackTrace();
                Log.error("hook error (" + where + "), the application goes on without the agent here: " + failure
                        + (stack.length == 0 ? "" : " at " + stack[0]));
            }
        } catch (Throwable ignored) {
            // nothing of ours may reach the application
        }
    }

    /** How many there were. */
    public static long count() {
        return COUNT.get();
    }
}
