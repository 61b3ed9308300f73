package io.poolagent.core.http;

import io.poolagent.core.report.Instants;
import io.poolagent.core.report.Json;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.ProbeResult;
import io.poolagent.core.watch.Status;
import io.poolagent.core.watch.Watch;
import java.util.Map;
import java.util.concurrent.Callable;

/** Asks every pool's database whether it is there: 503 where one is not. */
final class DatabaseTest implements Callable<Answer> {
    private static final long MILLIS = 5_000;

    private final Watch watch;

    DatabaseTest(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Answer call() throws InterruptedException {
        boolean failed = false;
        boolean known = false;
        Json pools = Json.array();
        for (Map.Entry<PoolHealth, ProbeResult> each :
                watch.test(watch.pools(), true, MILLIS).entrySet()) {
            ProbeResult result = each.getValue();
            // what could not be asked now, and failed before, is no better
            failed |= result.isFailed()
                    || result.connected() == null && each.getKey().status() == Status.ERROR;
            Boolean connected = result.connected();
            known |= connected != null;
            Json pool = Json.object().put("name", each.getKey().view().name());
            pools.add((connected == null
                            ? pool.put("connected", (String) null).put("responseTimeMs", (String) null)
                            : pool.put("connected", connected).put("responseTimeMs", result.millis()))
                    .put("serverVersion", result.version())
                    .put("error", result.error()));
        }
        Json json = Json.object().put("timestamp", Instants.text(System.currentTimeMillis()));
        json = known || failed ? json.put("connected", !failed) : json.put("connected", (String) null);
        return Answer.json(failed ? 503 : 200, json.put("pools", pools));
    }
}
