package io.poolagent.core.http;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** How long the JVM has been running. */
final class Uptime {
    /** Where the JVM does not say. */
    private static final long START = System.nanoTime();

    private Uptime() {}

    static long seconds() {
        try {
            return TimeUnit.MILLISECONDS.toSeconds(
                    ManagementFactory.getRuntimeMXBean().getUptime());
        } catch (LinkageError e) {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - START);
        }
    }

    /** For people: {@code 40 s}, {@code 3 min 20 s}, {@code 5 h 12 min}, {@code 2 d 3 h}. */
    static String text(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long hours = seconds / 3_600;
        return hours < 24 ? hours + " h " + seconds / 60 % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }
}
