package io.poolagent.core.http;

import io.poolagent.core.leak.LeakFigures;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Json;
import io.poolagent.core.watch.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaks and open leases as JSON. Any thread may use it. */
final class Leaking {
    /** With a stack each: an answer has a megabyte at most. */
    private static final int MOST_PLACES = 100;

    private static final int MOST_LEASES = 1_000;

    private final Watch watch;

    Leaking(Watch watch) {
        this.watch = watch;
    }

    /** The answer of {@code /leaks}. */
    Json leaks() {
        Leaks leaks = watch.leaks();
        List<LeakFigures> all = leaks.byPlace();
        Json places = Json.array();
        for (LeakFigures each : all.subList(0, Math.min(all.size(), MOST_PLACES))) {
            places.add(each.json());
        }
        LeakFigures total = leaks.total();
        return total.counts(Json.object())
                .put("statementsLeftOpen", leaks.statementsLeftOpen())
                .put("resultSetsLeftOpen", leaks.resultSetsLeftOpen())
                .put("slowStatements", leaks.slowStatements())
                .put("thresholdMillis", leaks.thresholdMillis())
                .put("placesInAll", all.size())
                .put("places", places);
    }

    /** The answer of {@code /leases}: those that are held longest come first. */
    Json leases() {
        Pools pools = watch.source();
        long now = System.nanoTime();
        List<LeaseRecord> open = new ArrayList<>();
        if (pools != null) {
            for (LeaseRecord each : pools.leases()) {
                if (each.isOpen()) {
                    open.add(each);
                }
            }
        }
        open.sort(Comparator.comparingLong(each -> -each.held(now)));
        List<LeaseRecord> shown = open.subList(0, Math.min(open.size(), MOST_LEASES));
        return Json.object()
                .put("count", open.size())
                .put("leases", watch.leaks().json(shown));
    }
}
