package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What open leases, their statements and result sets hold in memory, counted every 30 s. Growth that does not end is
 * reported once it is over a bound, with the places that grow. Used by the housekeeper only.
 */
final class MemoryWatch {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** So many counts in a row without a fall: a report that reads much and then ends is no leak. */
    private static final int GROWING = 4;

    private static final int MOST_PLACES = 5;
    private static final int MOST_OBJECTS = 32;

    private final long bound;
    private final Footprint footprint = new Footprint();
    private final Interval interval = new Interval();
    private boolean begun;
    private long lastNanos;
    private long lastBytes;
    private long lowBytes;
    private int grown;
    private Map<Place, Long> low = new HashMap<>();
    private volatile Snapshot snapshot = new Snapshot(0, 0, 0, 0, 0);

    /** One count. Immutable. */
    static final class Snapshot {
        final int leases;
        final int statements;
        final int resultSets;
        final long bytes;
        final long growth;

        Snapshot(int leases, int statements, int resultSets, long bytes, long growth) {
            this.growth = growth;
            this.leases = leases;
            this.statements = statements;
            this.resultSets = resultSets;
            this.bytes = bytes;
        }
    }

    MemoryWatch(long bound) {
        this.bound = bound;
    }

    /** The last count. Any thread may ask. */
    Snapshot snapshot() {
        return snapshot;
    }

    void look(List<? extends LeaseRecord> leases, long now) {
        if (begun && now - lastNanos < PERIOD_NANOS) {
            return;
        }
        begun = true;
        lastNanos = now;
        Map<Place, Long> bytesByPlace = new HashMap<>();
        int statements = 0;
        int resultSets = 0;
        long bytes = 0;
        for (LeaseRecord lease : leases) {
            if (!lease.isOpen()) {
                continue;
            }
            statements += lease.openStatements();
            resultSets += lease.openResultSets();
            long held = held(lease.heldObjects());
            bytes += held;
            bytesByPlace.merge(lease.place(), held, Long::sum);
        }
        snapshot = new Snapshot(leases.size(), statements, resultSets, bytes, Math.max(0, bytes - lastBytes));
        grows(bytes, bytesByPlace, now);
    }

    /** Of a lease with thousands of statements only some are looked at, and stand for the others. */
    private long held(List<AutoCloseable> objects) {
        int step = Math.max(1, (objects.size() + MOST_OBJECTS - 1) / MOST_OBJECTS);
        long held = 0;
        int looked = 0;
        for (int i = 0; i < objects.size(); i += step) {
            held += footprint.of(objects.get(i));
            looked++;
        }
        footprint.end();
        return looked == 0 ? 0 : held * objects.size() / looked;
    }

    private void grows(long bytes, Map<Place, Long> byPlace, long now) {
        if (bytes <= lastBytes || low.isEmpty()) {
            grown = 0;
            lowBytes = bytes;
            low = byPlace;
        } else {
            grown++;
        }
        lastBytes = bytes;
        if (grown >= GROWING && bytes - lowBytes > bound && interval.isDue(now)) {
            report(bytes, byPlace);
        }
    }

    private void report(long bytes, Map<Place, Long> byPlace) {
        List<Map.Entry<Place, Long>> growth = new ArrayList<>();
        byPlace.forEach((place, now) -> {
            long more = now - low.getOrDefault(place, 0L);
            if (more > 0) {
                growth.add(new java.util.AbstractMap.SimpleImmutableEntry<>(place, more));
            }
        });
        growth.sort((a, b) -> Long.compare(b.getValue(), a.getValue()));
        List<Map.Entry<Place, Long>> most = growth.subList(0, Math.min(MOST_PLACES, growth.size()));
        Snapshot seen = snapshot;
        long more = bytes - lowBytes;
        Log.report(
                Level.WARN,
                "poolagent.memory.growth",
                () -> {
                    StringBuilder text = new StringBuilder("MEMORY GROWS: open connections hold about ");
                    text.append(megabytes(bytes))
                            .append(", ")
                            .append(megabytes(more))
                            .append(" more than before; ");
                    text.append(seen.leases)
                            .append(" leases, ")
                            .append(seen.statements)
                            .append(" statements, ");
                    text.append(seen.resultSets).append(" result sets are open. What grows was acquired at:");
                    for (Map.Entry<Place, Long> each : most) {
                        text.append("\n      ")
                                .append(megabytes(each.getValue()))
                                .append(" more: ")
                                .append(each.getKey());
                    }
                    return text.toString();
                },
                json -> {
                    Json places = Json.array();
                    for (Map.Entry<Place, Long> each : most) {
                        places.add(Json.object()
                                .put("place", LeaseText.place(each.getKey()))
                                .put("bytes", each.getValue()));
                    }
                    json.put("bytes", bytes)
                            .put("growth", more)
                            .put("leases", seen.leases)
                            .put("statements", seen.statements)
                            .put("resultSets", seen.resultSets)
                            .put("places", places);
                });
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
