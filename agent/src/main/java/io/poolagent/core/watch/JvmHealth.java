package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.jvm.Heap;
import io.poolagent.core.leak.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the JVM's memory is: the heap, and what connections hold of it. Written by the housekeeper; any thread may read. */
final class JvmHealth {
    private static final String HEAP = "heap";
    private static final String JDBC_MEMORY = "growth of what open connections hold";
    private static final double MEGABYTE = 1 << 20;

    private final Leaks leaks;
    private final Thresholds thresholds = new Thresholds("");
    private volatile double heapPercent = -1;
    private volatile boolean heapIsWatched;

    JvmHealth(Config config, Leaks leaks) {
        this.leaks = leaks;
        thresholds.add(HEAP, "%", config.levels(WatchOptions.ALERT_HEAP));
        thresholds.add(JDBC_MEMORY, " MB", MEGABYTE, config.levels(WatchOptions.ALERT_JDBC_MEMORY));
    }

    /** From here on the JVM's own beans may be asked: they have been started. */
    void watchHeap() {
        heapIsWatched = true;
    }

    /** One look, about once a second. */
    void look() {
        if (heapIsWatched) {
            double percent = Heap.percentAfterCollection();
            heapPercent = percent;
            thresholds.look(HEAP, percent);
        }
        thresholds.look(JDBC_MEMORY, (double) leaks.memoryGrowth());
    }

    Status status() {
        return thresholds.status();
    }

    void reasons(List<String> into) {
        thresholds.reasons(into);
    }

    /** What somebody could do about it. */
    List<String> recommendations() {
        List<String> all = new ArrayList<>();
        if (thresholds.isRaised(HEAP)) {
            all.add(String.format(
                    Locale.ROOT,
                    "raise -Xmx (%.0f MB), or look for what fills the heap: %.0f %% of it are in use after collections; open"
                            + " leases hold about %.0f MB",
                    Runtime.getRuntime().maxMemory() / MEGABYTE,
                    heapPercent,
                    leaks.memoryHeld() / MEGABYTE));
        }
        if (thresholds.isRaised(JDBC_MEMORY)) {
            all.add(String.format(
                    Locale.ROOT,
                    "close statements and result sets, or set a fetch size: what open leases hold grew by %.0f MB in 30 s to"
                            + " %.0f MB",
                    leaks.memoryGrowth() / MEGABYTE,
                    leaks.memoryHeld() / MEGABYTE));
        }
        return all;
    }
}
