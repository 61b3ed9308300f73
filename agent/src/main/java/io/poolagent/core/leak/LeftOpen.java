package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Statements and result sets that were left open at release, or collected without a close. Totals are exact. A place
 * costs a look at the whole stack, so of an application that never closes statements only the first releases and then
 * one of 64 name where the connection was acquired, which stands for the others; and after each of these, where the
 * next few statements are made is captured, until some of those that are left open are known.
 */
final class LeftOpen {
    private static final int EXACT = 2_000;
    private static final int SAMPLE = 64;
    private static final int MOST_PLACES = 500;
    /** How many statements' places one release asks for, and how many of each acquiring place are kept. */
    private static final int NEXT = 16;

    private static final int KEPT = 3;

    private final LongAdder statements = new LongAdder();
    private final LongAdder resultSets = new LongAdder();
    private final LongAdder releases = new LongAdder();
    private final ConcurrentHashMap<Place, Count> places = new ConcurrentHashMap<>();
    /** Races lose a place, no more. */
    private int wanted;

    /** Whether to capture where the next statement is made. */
    boolean wantsPlace() {
        if (wanted <= 0) {
            return false;
        }
        wanted--;
        return true;
    }

    void add(LeaseRecord lease, int openStatements, int openResultSets, Set<Place> madeAt) {
        statements.add(openStatements);
        resultSets.add(openResultSets);
        releases.increment();
        long count = releases.sum();
        boolean exact = count <= EXACT;
        if (exact || count % SAMPLE == 0 || !madeAt.isEmpty()) {
            Place place = lease.place();
            if (places.containsKey(place) || places.size() < MOST_PLACES) {
                Count at = places.computeIfAbsent(place, key -> new Count());
                at.statements.add(exact ? openStatements : count % SAMPLE == 0 ? openStatements * (long) SAMPLE : 0);
                wanted = at.made(madeAt) ? wanted : NEXT;
            }
            if (Log.isOn(Level.DEBUG)) {
                Log.debug(openStatements + " statements and " + openResultSets
                        + " result sets were left open at release and closed; the connection was acquired at "
                        + place + " from pool " + lease.pool() + made(madeAt));
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

    /** A line for the summary; empty where nothing was left open. */
    String summary() {
        if (statements() + resultSets() == 0) {
            return "";
        }
        Map<String, Count> byPlace = new TreeMap<>();
        places.forEach((place, count) -> byPlace.put(place.toString(), count));
        StringBuilder text = new StringBuilder();
        text.append(statements())
                .append(" statements and ")
                .append(resultSets())
                .append(" result sets were left open, by where the connection was acquired:");
        byPlace.entrySet().stream()
                .sorted((a, b) -> Long.compare(
                        b.getValue().statements.sum(), a.getValue().statements.sum()))
                .limit(20)
                .forEach(each -> text.append("\n      ")
                        .append(each.getValue().statements.sum())
                        .append(" statements from ")
                        .append(each.getKey())
                        .append(made(each.getValue().madeAt)));
        return text.toString();
    }

    private static String made(Set<Place> places) {
        return places.isEmpty()
                ? ""
                : ", made at "
                        + places.stream()
                                .map(Place::position)
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /** Of one place where connections are acquired. */
    private static final class Count {
        private final LongAdder statements = new LongAdder();
        private final Set<Place> madeAt = ConcurrentHashMap.newKeySet();

        /** Returns whether places of its statements are known now. */
        boolean made(Set<Place> more) {
            for (Place place : more) {
                if (madeAt.size() < KEPT) {
                    madeAt.add(place);
                }
            }
            return !madeAt.isEmpty();
        }
    }
}
