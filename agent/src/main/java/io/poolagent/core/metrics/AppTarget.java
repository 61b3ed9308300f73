package io.poolagent.core.metrics;

import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.pool.PoolWatcher;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Log;
import io.poolagent.core.report.Slf4jStart;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Puts the meters of each pool into the global registry of the Micrometer that the application around it has. The housekeeper
 * sees whether there is anything to do, and a short thread does it, because that calls the application's code. Whoever has
 * {@link #busy} has the rest.
 */
final class AppTarget implements PoolWatcher {
    /** How long the application may take to start its logging by itself before its Micrometer does. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** How much later than the last look the next one is, as a part of the time since the first one; so late at most. */
    private static final int LATER = 4;

    private static final long LATEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Watch watch;
    private final Sources sources;
    private final AtomicBoolean busy = new AtomicBoolean();
    /** Null for a pool whose application has no Micrometer. */
    private final Map<Source, @Nullable AppMeters> pools = new LinkedHashMap<>();
    /** What all pools have together, once per Micrometer. */
    private final List<AppMeters> together = new ArrayList<>();

    private final Map<Source, Long> firstSeen = new HashMap<>();
    private long nextBegin = System.nanoTime();
    private boolean toldMissing;
    private boolean toldWaiting;

    AppTarget(Watch watch) {
        this.watch = watch;
        this.sources = new Sources(watch);
    }

    @Override
    public void look(Pools all) {
        watch.look(all);
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        List<Source> there = sources.pools();
        boolean works = false;
        try {
            if (hasWork(there)) {
                AgentThreads.start("pool-agent-metrics", () -> work(there));
                works = true;
            }
        } finally {
            if (!works) {
                busy.set(false); // else the thread does, and may have done so already
            }
        }
    }

    @Override
    public void end(Pools all) {
        watch.end(all);
    }

    private boolean hasWork(List<Source> there) {
        if (!there.containsAll(pools.keySet())) {
            return true;
        }
        if (!pools.keySet().containsAll(there) && System.nanoTime() - nextBegin >= 0) {
            return true;
        }
        for (AppMeters each : pools.values()) {
            if (each != null && each.isBehind()) {
                return true;
            }
        }
        return false;
    }

    private void work(List<Source> there) {
        try {
            List<Source> gone = new ArrayList<>(pools.keySet());
            gone.removeAll(there);
            for (Source each : gone) {
                AppMeters meters = pools.remove(each);
                if (meters != null) {
                    boolean unused = visit(meters.metrics(), meters::remove);
                }
            }
            firstSeen.keySet().retainAll(there);
            together.removeIf(each -> each.metrics() == null);
            for (Source each : there) {
                if (!pools.containsKey(each)) {
                    begin(each);
                }
            }
            for (Source each : there) {
                AppMeters meters = pools.get(each);
                if (meters != null && meters.isBehind() && !visit(meters.metrics(), meters::add)) {
                    pools.put(each, null);
                }
            }
        } catch (Throwable e) {
            Log.debug("metrics.target=app: " + e);
        } finally {
            busy.set(false);
        }
    }

    private void begin(Source source) {
        PoolHealth health = source.health();
        Class<?> metrics = health == null ? null : health.view().application().find(AppRegistry.METRICS);
        if (metrics == null) {
            pools.put(source, null);
            if (!toldMissing) {
                toldMissing = true;
                Log.info("metrics.target=app: the application has no Micrometer (" + AppRegistry.METRICS
                        + "); meters are in the agent's own registry only");
            }
            return;
        }
        long now = System.nanoTime();
        long age = now - firstSeen.computeIfAbsent(source, key -> now);
        if (age < PATIENCE_NANOS && Slf4jStart.isAhead(metrics.getClassLoader()) || !isReady(metrics)) {
            nextBegin = now + Math.min(age / LATER, LATEST_NANOS);
            return;
        }
        pools.put(source, new AppMeters(source, metrics));
        for (AppMeters each : together) {
            if (each.metrics() == metrics) {
                return;
            }
        }
        AppMeters all = new AppMeters(sources.all(), metrics);
        together.add(all);
        if (visit(metrics, all::add)) {
            Log.info("metrics.target=app: meters are in the global registry of the application's Micrometer");
        }
    }

    /** Whether there is anything to put meters into, and no filter to come that they would miss. */
    private boolean isReady(Class<?> metrics) {
        boolean[] ready = {false};
        boolean usable = visit(metrics, registry -> ready[0] = registry.hasRegistries());
        if (usable && !ready[0] && !toldWaiting) {
            toldWaiting = true;
            Log.info("metrics.target=app: the global registry of the application's Micrometer is empty; meters follow"
                    + " once the application has added a registry to it");
        }
        return !usable || ready[0];
    }

    /** What is done with an application's registry. */
    private interface Visit {
        void to(AppRegistry registry) throws ReflectiveOperationException;
    }

    /** Returns false where the application is gone, or has another Micrometer than those known. */
    private static boolean visit(@Nullable Class<?> metrics, Visit visit) {
        if (metrics == null) {
            return false;
        }
        Thread.currentThread().setContextClassLoader(metrics.getClassLoader());
        try {
            visit.to(new AppRegistry(metrics));
            return true;
        } catch (Throwable e) {
            Log.info("metrics.target=app: the application's Micrometer can not be used: " + AppRegistry.cause(e));
            return false;
        } finally {
            Thread.currentThread().setContextClassLoader(null);
        }
    }
}
