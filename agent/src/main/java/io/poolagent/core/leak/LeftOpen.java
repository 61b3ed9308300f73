package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Statements and result sets that were left open at release, or collected without a close. Totals are exact. A place
 * costs a look at the whole stack, so of an application that never closes statements only the first releases and then
 * one of 64 name theirs, which stands for the others.
 */
final class LeftOpen {
    private static final int EXACT = 2_000;
    private static final int SAMPLE = 64;
    private static final int MOST_PLACES = 500;

    private final LongAdder statements = new LongAdder();
    private final LongAdder resultSets = new LongAdder();
    private final LongAdder releases = new LongAdder();
    private final ConcurrentHashMap<Place, LongAdder> places = new ConcurrentHashMap<>();

    void add(LeaseRecord lease, int openStatements, int openResultSets) {
        statements.add(openStatements);
        resultSets.add(openResultSets);
        releases.increment();
        long count = releases.sum();
        boolean exact = count <= EXACT;
        if (exact || count % SAMPLE == 0) {
            Place place = lease.place();
            if (places.containsKey(place) || places.size() < MOST_PLACES) {
                places.computeIfAbsent(place, key -> new LongAdder()).add(openStatements * (exact ? 1L : SAMPLE));
            }
            if (Log.isOn(Level.DEBUG)) {
                Log.debug(openStatements + " statements and " + openResultSets
                        + " result sets were left open at release and" + " closed; the connection was acquired at "
                        + place + " from pool " + lease.pool());
            }
        }
    }

    void clear() {
        statements.reset();
        resultSets.reset();
        releases.reset();
        places.clear();
    }

    long statements() {
        return statements.sum();
    }

    long resultSets() {
        return resultSets.sum();
    }

    /** Statements by place, about, for those places where the most were left open. */
    Map<String, Long> byPlace() {
        Map<String, Long> counts = new TreeMap<>();
        places.forEach((place, count) -> counts.put(place.toString(), count.sum()));
        return counts;
    }

    /** A line for the summary; empty where nothing was left open. */
    String summary() {
        if (statements() + resultSets() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append(statements())
                .append(" statements and ")
                .append(resultSets())
                .append(" result sets were left open:");
        byPlace().entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(20)
                .forEach(each -> text.append("\n      ")
                        .append(each.getValue())
                        .append(" statements from ")
                        .append(each.getKey()));
        return text.toString();
    }
}
