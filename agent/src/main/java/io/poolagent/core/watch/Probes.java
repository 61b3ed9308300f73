package io.poolagent.core.watch;

import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolProbe;
import io.poolagent.core.report.Failures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tests the databases of pools, each in a thread of its own, never two at once for one pool. Any thread may use it. */
final class Probes {
    private static final int ANSWER_SECONDS = 2;
    private static final int MOST_AT_ONCE = 8;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Set<PoolHealth> running = ConcurrentHashMap.newKeySet();

    /**
     * Tests them all at once.
     *
     * @param byHand whether somebody asked, as {@link PoolProbe#ask} has it
     * @param millis how long to wait for all of them
     * @return what was found, in the order of the pools
     */
    Map<PoolHealth, ProbeResult> test(List<PoolHealth> pools, boolean byHand, long millis) throws InterruptedException {
        Map<PoolHealth, FutureTask<ProbeResult>> tasks = new LinkedHashMap<>();
        for (PoolHealth each : pools) {
            FutureTask<ProbeResult> task = new FutureTask<>(() -> ask(each, byHand));
            tasks.put(each, task);
            if (running.size() < MOST_AT_ONCE && running.add(each)) {
                AgentThreads.start("pool-agent-probe", () -> {
                    try {
                        task.run();
                    } finally {
                        running.remove(each);
                    }
                });
            } else {
                task.cancel(false);
            }
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Map<PoolHealth, ProbeResult> found = new LinkedHashMap<>();
        for (Map.Entry<PoolHealth, FutureTask<ProbeResult>> each : tasks.entrySet()) {
            ProbeResult result = result(each.getValue(), end, millis);
            each.getKey().probed(result);
            found.put(each.getKey(), result);
        }
        return found;
    }

    private static ProbeResult result(FutureTask<ProbeResult> task, long end, long millis) throws InterruptedException {
        try {
            return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new ProbeResult(false, millis, null, "no answer within " + millis + " ms");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.CancellationException e) {
            return new ProbeResult(null, 0, null, "not tested: tests of before have not ended");
        }
    }

    private static ProbeResult ask(PoolHealth health, boolean byHand) {
        ManagedPool pool = health.view().managed();
        if (pool == null) {
            return new ProbeResult(null, 0, null, "not tested: the pool is the application's own");
        }
        long start = System.nanoTime();
        try {
            pool.probe().ask(ANSWER_SECONDS, byHand);
            return new ProbeResult(
                    true,
                    (System.nanoTime() - start) / NANOS_PER_MILLI,
                    pool.probe().version(),
                    null);
        } catch (PoolProbe.NotAsked e) {
            return new ProbeResult(null, 0, pool.probe().version(), "not tested: " + e.getMessage());
        } catch (Throwable e) {
            return new ProbeResult(
                    false,
                    (System.nanoTime() - start) / NANOS_PER_MILLI,
                    pool.probe().version(),
                    Failures.what(e));
        }
    }

    /** The pools of a list in which something happened lately. */
    static List<PoolHealth> inUse(List<PoolHealth> all) {
        List<PoolHealth> used = new ArrayList<>();
        for (PoolHealth each : all) {
            Point last = each.history().last(300);
            if (last != null && (last.acquires > 0 || last.activeMax > 0)) {
                used.add(each);
            }
        }
        return used;
    }
}
