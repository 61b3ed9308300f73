package io.poolagent.core.http;

import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Instants;
import io.poolagent.core.report.Json;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.Status;
import io.poolagent.core.watch.Watch;

/** What probes and people ask first: how it is. Any thread may use it. */
final class Health {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Watch watch;

    Health(Watch watch) {
        this.watch = watch;
    }

    /** 503 where connections can not be made. */
    Answer status() {
        again();
        return Answer.json(watch.status() == Status.ERROR ? UNAVAILABLE : OK, head(watch));
    }

    /** Whoever can answer lives. */
    Answer live() {
        return Answer.json(OK, Json.object().put("status", "healthy").put("live", true));
    }

    /** Not while a pool's database is down, where {@code ready.requires} says so. */
    Answer ready() {
        again();
        boolean ready = !watch.config().text(WatchOptions.READY_REQUIRES).equals("database") || !watch.isAnyDown();
        Json json = Json.object().put("status", watch.status().label()).put("ready", ready);
        return Answer.json(ready ? OK : UNAVAILABLE, json);
    }

    /** Whoever is told that it is down asks until it is back, and may be the only one who does. */
    private void again() {
        if (watch.isAnyDown()) {
            watch.askAgain();
        }
    }

    /** Everything at once. */
    Answer detailed() {
        Json json = head(watch);
        putIfThere(json);
        json.put("warnings", Pooled.texts(watch.reasons()))
                .put("recommendations", Pooled.texts(watch.recommendations()));
        Pools known = watch.source();
        json.put(
                "failedConnects",
                known == null ? 0 : known.failedConnects().errors().count());
        Json pools = Json.array();
        for (PoolHealth each : watch.pools()) {
            pools.add(Pooled.detailed(each));
        }
        return Answer.json(OK, json.put("pools", pools));
    }

    /** A JVM may be without the module java.management. */
    private static void putIfThere(Json json) {
        try {
            Jvm.put(json);
        } catch (LinkageError e) {
            json.put("memory", (Json) null);
        }
    }

    /** The fields that several answers begin with. */
    static Json head(Watch watch) {
        long seconds = Uptime.seconds();
        Json json = Json.object()
                .put("status", watch.status().label())
                .put("timestamp", Instants.text(System.currentTimeMillis()))
                .put("uptimeSeconds", seconds)
                .put("uptime", Uptime.text(seconds));
        Boolean connected = watch.connected();
        return connected == null ? json.put("connected", (String) null) : json.put("connected", connected);
    }
}
