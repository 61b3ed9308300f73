package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The report of a pool that ran dry, naming every holder: at once, and after intervals that grow; and that it is over, once
 * for each time that was told. What is too soon for a report has no end that is told either. Any thread may use it.
 */
public final class Exhaustion {
    /** So long nobody may find the pool dry before that is over: one that runs dry again and again has not recovered. */
    private static final long ROOM_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Interval interval = new Interval();
    private boolean told;
    private long dryNanos;
    private final LeaseText texts;
    private final String limit;

    /**
     * @param limit what sets the pool's maximum, for the advice
     */
    Exhaustion(LeaseText texts, String limit) {
        this.texts = texts;
        this.limit = limit;
    }

    /** The pool is dry; whether a report is due now. Cheap enough for an acquire that had to wait. */
    synchronized boolean isDue(long now) {
        dryNanos = now;
        return interval.isDue(now);
    }

    /**
     * A look at the pool, about once a second, by the housekeeper.
     *
     * @param dry whether all its connections are leased, or somebody waits for one
     * @param now the time, as of {@code System.nanoTime()}
     */
    public void look(String pool, boolean dry, long now) {
        if (isOver(dry, now)) {
            String how = "connections are free again";
            Log.report(
                    Level.DEBUG,
                    "poolagent.pool.recovered",
                    () -> "pool " + pool + ": " + how,
                    json -> json.put("pool", pool).put("how", how));
        }
    }

    private synchronized boolean isOver(boolean dry, long now) {
        if (dry) {
            dryNanos = now;
        }
        boolean over = told && now - dryNanos >= ROOM_NANOS;
        told = told && !over;
        return over;
    }

    private synchronized boolean isRepeated() {
        boolean before = told;
        told = true;
        return before;
    }

    /**
     * Logs the report. Where the one before is not over yet it is a repetition of that, of which nobody is notified.
     *
     * @param what what became of the acquire that found the pool dry, as the end of a sentence
     */
    void log(String pool, int max, String what, List<? extends LeaseRecord> holders, long now) {
        Log.report(
                Level.WARN,
                isRepeated() ? "poolagent.pool.still-exhausted" : "poolagent.pool.exhausted",
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
