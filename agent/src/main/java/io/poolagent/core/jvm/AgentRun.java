package io.poolagent.core.jvm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is known of this run of the agent. Any thread may use it. */
public final class AgentRun {
    private static final long START_MILLIS = System.currentTimeMillis();
    private static final long START_NANOS = System.nanoTime();
    private static final AtomicInteger REWRITTEN = new AtomicInteger();
    private static volatile String version = "";

    private AgentRun() {}

    /** The agent starts. */
    public static void begin(String ofVersion) {
        version = ofVersion;
    }

    /** The agent's version. */
    public static String version() {
        return version;
    }

    /** When the agent started, in milliseconds since 1970. */
    public static long startMillis() {
        return START_MILLIS;
    }

    /** For how long it has run, in milliseconds. */
    public static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START_NANOS);
    }

    /** A class got hooks. */
    public static void countRewritten() {
        REWRITTEN.incrementAndGet();
    }

    /** How many classes got hooks. */
    public static int rewritten() {
        return REWRITTEN.get();
    }
}
