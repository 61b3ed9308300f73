package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of a pool that ran dry, naming every holder: at once, and after intervals that grow. */
public final class Exhaustion {
    private final Interval interval = new Interval();
    private final LeaseText texts;
    private final String limit;

    /**
     * @param limit what sets the pool's maximum, for the advice
     */
    Exhaustion(LeaseText texts, String limit) {
        this.texts = texts;
        this.limit = limit;
    }

    /** Whether a report is due now. Cheap enough for an acquire that had to wait. */
    synchronized boolean isDue(long now) {
        return interval.isDue(now);
    }

    /**
     * Logs the report.
     *
     * @param what what became of the acquire that found the pool dry, as the end of a sentence
     */
    void log(String pool, int max, String what, List<? extends LeaseRecord> holders, long now) {
        Log.report(
                Level.WARN,
                "poolagent.pool.exhausted",
                () -> text(pool, max, what, holders, now),
                json -> json(json, pool, max, what, holders, now));
    }

    private String text(String pool, int max, String what, List<? extends LeaseRecord> holders, long now) {
        StringBuilder text = new StringBuilder(1_024);
        Map<Place, Integer> places = byPlace(holders);
        text.append("POOL EXHAUSTED: all ")
                .append(max)
                .append(" connections of ")
                .append(pool);
        text.append(" are in use, ").append(what);
        text.append("\n    held by place:");
        places.forEach((place, count) ->
                text.append("\n      ").append(count).append(" from ").append(place));
        text.append("\n    held by:");
        for (LeaseRecord lease : holders) {
            text.append("\n      ").append(texts.line(lease, now));
        }
        text.append("\n    what to do: mend what holds connections for long (close them sooner), or raise ")
                .append(limit)
                .append(" (now ")
                .append(max)
                .append(')');
        return text.toString();
    }

    private void json(Json json, String pool, int max, String what, List<? extends LeaseRecord> holders, long now) {
        Json leases = Json.array();
        for (LeaseRecord lease : holders) {
            leases.add(texts.json(lease, now));
        }
        json.put("pool", pool).put("max", max).put("what", what).put("leases", leases);
    }

    /** Places with most leases first. */
    static Map<Place, Integer> byPlace(Iterable<? extends LeaseRecord> leases) {
        Map<Place, Integer> counted = new LinkedHashMap<>();
        for (LeaseRecord lease : leases) {
            counted.merge(lease.place(), 1, Integer::sum);
        }
        Map<Place, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }
}
