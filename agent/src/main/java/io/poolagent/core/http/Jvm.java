package io.poolagent.core.http;

import io.poolagent.core.jvm.Heap;
import io.poolagent.core.report.Json;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;

/**
 * Memory, processor, collections and threads of this JVM, for whoever asks. The platform's MBeanServer is not made by
 * that.
 */
final class Jvm {
    private static final double PERCENT = 100;

    private Jvm() {}

    static void put(Json json) {
        json.put("memory", memory()).put("cpu", cpu());
        collections(json);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        json.put(
                "threads",
                Json.object()
                        .put("live", threads.getThreadCount())
                        .put("daemon", threads.getDaemonThreadCount())
                        .put("peak", threads.getPeakThreadCount())
                        .put("started", threads.getTotalStartedThreadCount()));
    }

    private static Json memory() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        return Json.object()
                .put("heapUsed", heap.getUsed())
                .put("heapCommitted", heap.getCommitted())
                .put("heapMax", heap.getMax())
                .put("heapPercent", heap.getMax() <= 0 ? -1 : PERCENT * heap.getUsed() / heap.getMax())
                .put("heapAfterCollection", Heap.afterCollection())
                .put("nonHeapUsed", memory.getNonHeapMemoryUsage().getUsed());
    }

    private static Json cpu() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double process = -1;
        double machine = -1;
        try {
            if (system instanceof com.sun.management.OperatingSystemMXBean) {
                process = PERCENT * ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuLoad();
                machine = PERCENT * ((com.sun.management.OperatingSystemMXBean) system).getSystemCpuLoad();
            }
        } catch (LinkageError ignored) {
            // a JVM without the module jdk.management
        }
        return Json.object()
                .put("processors", system.getAvailableProcessors())
                .put("loadAverage", system.getSystemLoadAverage())
                .put("processPercent", Math.max(-1, process))
                .put("systemPercent", Math.max(-1, machine));
    }

    private static void collections(Json json) {
        long count = 0;
        long millis = 0;
        Json collectors = Json.array();
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += Math.max(0, each.getCollectionCount());
            millis += Math.max(0, each.getCollectionTime());
            collectors.add(Json.object()
                    .put("name", each.getName())
                    .put("count", each.getCollectionCount())
                    .put("millis", each.getCollectionTime()));
        }
        json.put("gc", Json.object().put("count", count).put("millis", millis).put("collectors", collectors));
    }
}
