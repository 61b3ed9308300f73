package io.poolagent.core.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the heap is in use once collectors have done their work. What is in use at any moment says little: collectors
 * begin only when there is garbage enough. Any thread may ask; the platform's MBeanServer is not made by that.
 */
public final class Heap {
    private static final double PERCENT = 100;

    private Heap() {}

    /** Bytes in use after the last collections; -1 on a JVM without the module java.management. */
    public static long afterCollection() {
        try {
            return Pools.used();
        } catch (LinkageError e) {
            return -1;
        }
    }

    /** The same in percent of the most there can be; -1 where that is not known. */
    public static double percentAfterCollection() {
        long most = Runtime.getRuntime().maxMemory();
        long used = afterCollection();
        return used < 0 || most <= 0 || most == Long.MAX_VALUE ? -1 : PERCENT * used / most;
    }

    /** Made by the first question. */
    private static final class Pools {
        private static final List<MemoryPoolMXBean> HEAP = new ArrayList<>();

        static {
            for (MemoryPoolMXBean each : ManagementFactory.getMemoryPoolMXBeans()) {
                if (each.getType() == MemoryType.HEAP) {
                    HEAP.add(each);
                }
            }
        }

        static long used() {
            long used = 0;
            for (MemoryPoolMXBean each : HEAP) {
                MemoryUsage left = each.getCollectionUsage();
                // Space for new objects is empty after each collection. The others say 0 until they have been collected
                // for the first time, and G1 collects old objects only if that gains something.
                boolean known = left != null && (left.getUsed() != 0 || !each.isUsageThresholdSupported());
                MemoryUsage now = known ? left : each.getUsage();
                used += now == null ? 0 : now.getUsed();
            }
            return used;
        }
    }
}
