package io.poolagent.core.http;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.lease.SessionEnd;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolControl;
import io.poolagent.core.pool.PoolFigures;
import io.poolagent.core.pool.PoolTotals;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Numbered;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.PoolNow;
import io.poolagent.core.watch.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pools as JSON. Any thread may use it. */
final class Pooled {
    private static final int OPTIMAL_FROM = 60;
    private static final int OPTIMAL_TO = 80;

    private final Watch watch;

    Pooled(Watch watch) {
        this.watch = watch;
    }

    /** Each pool as {@code /health/detailed} shows it: all its figures. */
    static Json detailed(PoolHealth health) {
        Json json = named(health);
        ManagedPool managed = health.view().managed();
        ForeignPool foreign = health.view().foreign();
        if (managed != null) {
            PoolFigures figures = managed.figures();
            figures.put(json);
            json.put("suspended", managed.control().isSuspended())
                    .put("resets", resets(figures.totals))
                    .put("resizes", resizes(managed.control().resizes()));
            times(json, figures.totals);
        } else if (foreign != null) {
            json.put("library", String.valueOf(foreign.library().name()));
            foreign.put(json);
            json.put("acquire", foreign.acquireTimes().json())
                    .put("hold", foreign.holdTimes().json())
                    .put("maxUsed", foreign.maxUsed())
                    .put("utilisation", health.view().now().utilisation());
        }
        return json;
    }

    private static Json resets(PoolTotals totals) {
        Json json = Json.object();
        for (SessionEnd each : SessionEnd.values()) {
            json.put(each.label(), totals.ends(each));
        }
        return json;
    }

    private static Json resizes(PoolControl.Resizes resizes) {
        return Json.object()
                .put("count", resizes.count)
                .put("last", resizes.last())
                .put("why", resizes.why);
    }

    private static void times(Json json, PoolTotals totals) {
        json.put("acquire", totals.acquireTimes.json())
                .put("wait", totals.waitTimes.json())
                .put("create", totals.createTimes.json())
                .put("hold", totals.holdTimes.json())
                .put("statement", totals.statements.json())
                .put("failedStatement", totals.failedStatements.json());
    }

    private static Json named(PoolHealth health) {
        return Json.object()
                .put("name", health.view().name())
                .put("type", health.view().managed() != null ? "managed" : "foreign")
                .put("status", health.status().label())
                .put("warnings", texts(health.reasons()));
    }

    /** The answer of {@code /health/database}. */
    Json databases() {
        Json pools = Json.array();
        for (PoolHealth each : watch.pools()) {
            PoolNow now = each.view().now();
            pools.add(named(each)
                    .put("min", now.min)
                    .put("max", now.max)
                    .put("total", now.total)
                    .put("available", now.idle)
                    .put("inUse", now.active)
                    .put("waiting", now.waiting)
                    .put("utilisation", now.utilisation())
                    .put("optimalRange", Json.object().put("from", OPTIMAL_FROM).put("to", OPTIMAL_TO))
                    .put("recommendations", texts(watch.recommendations(each))));
        }
        return Json.object()
                .put("status", watch.status().label())
                .put("pools", pools)
                .put("configuration", configuration());
    }

    private Json configuration() {
        Json all = Json.object();
        Set<String> taken = new HashSet<>();
        for (String[] each : watch.config().shown()) {
            String name = Numbered.unique(each[0], taken);
            taken.add(name);
            all.put(name, Json.object().put("value", each[1]).put("source", each[2]));
        }
        return all;
    }

    /** The answer of {@code /resources}. */
    Json resources() {
        Sums all = new Sums();
        Json pools = Json.array();
        for (PoolHealth each : watch.pools()) {
            Sums one = new Sums();
            PoolNow now = each.view().now();
            one.requests = each.view().totalAcquires();
            one.perSecond = each.acquiresPerSecond();
            one.active = Math.max(0, now.active);
            one.mostUsed = Math.max(0, now.maxUsed);
            all.add(one);
            pools.add(one.put(Json.object().put("name", each.view().name())));
        }
        all.requests = watch.acquires(); // those of pools that are gone, too
        all.mostUsed = watch.mostUsed();
        return all.put(Json.object().put("uptimeSeconds", Uptime.seconds())).put("pools", pools);
    }

    /** Sentences, as they are. */
    static Json texts(List<String> all) {
        Json array = Json.array();
        for (String each : all) {
            array.add(each);
        }
        return array;
    }

    /** What {@code /resources} says of one pool, or of all. */
    private static final class Sums {
        long requests;
        double perSecond;
        long active;
        long mostUsed;

        void add(Sums more) {
            perSecond += more.perSecond;
            active += more.active;
        }

        Json put(Json json) {
            return json.put("requests", requests)
                    .put("requestsPerSecond", perSecond)
                    .put("active", active)
                    .put("mostUsed", mostUsed);
        }
    }
}
