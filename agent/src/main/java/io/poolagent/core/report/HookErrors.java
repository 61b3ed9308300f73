package io.poolagent.core.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Failures of the agent's own inside a hook: counted and logged, never thrown. Any thread may use it. */
public final class HookErrors {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long MOST_LOGGED = 10;
    private static final ConcurrentMap<String, AtomicLong> BY_HOOK = new ConcurrentHashMap<>();
    private static volatile boolean damaged;

    private HookErrors() {}

    /** Counts a failure; the first few are logged. */
    public static void count(String where, Throwable failure) {
        try {
            BY_HOOK.computeIfAbsent(where, name -> new AtomicLong()).incrementAndGet();
            if (isDamage(failure)) {
                if (!damaged) {
                    damaged = true;
                    Log.error("the agent's jar is damaged, it steps aside and the application goes on unpooled: "
                            + failure);
                }
            } else if (COUNT.incrementAndGet() <= MOST_LOGGED) {
                StackTraceElement[] stack = failure.getStackTrace();
                Log.error("hook error (" + where + "), the application goes on without the agent here: " + failure
                        + (stack.length == 0 ? "" : " at " + stack[0]));
            }
        } catch (Throwable ignored) {
            // nothing of ours may reach the application
        }
    }

    /** A class of the agent's own can not be loaded. */
    private static boolean isDamage(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return failure instanceof LinkageError
                && (text.contains("io/poolagent") || text.contains("com/zaxxer") || text.contains("org/objectweb"));
    }

    /** Whether the agent's jar turned out to be damaged: no more is rewritten or pooled. */
    public static boolean isDamaged() {
        return damaged;
    }

    /** How many there were in each hook that had any. */
    public static Map<String, Long> byHook() {
        Map<String, Long> counts = new TreeMap<>();
        BY_HOOK.forEach((hook, count) -> counts.put(hook, count.get()));
        return counts;
    }

    /** How many there were. */
    public static long count() {
        return COUNT.get();
    }
}
