package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements and result sets that were left open at release, or collected without a close. Totals are exact. A place
 * costs a look at the whole stack, so of an application that never closes statements only the first releases and then
 * one of 64, drawn by lot, name where the connection was acquired; the rest is shared out as those say. After each of
 * these, where the next few statements are made is captured, until some of those that are left open are known.
 */
final class LeftOpen {
    private static final int EXACT = 2_000;
    private static final int SAMPLE = 64;
    private static final int MOST_PLACES = 500;
    private static final int MOST_LINES = 20;
    /** How many statements' places one release asks for, and how many of each acquiring place are kept. */
    private static final int NEXT = 16;

    private static final int KEPT = 3;

    private final LongAdder statements = new LongAdder();
    private final LongAdder resultSets = new LongAdder();
    private final ConcurrentHashMap<Place, Count> places = new ConcurrentHashMap<>();
    /** What {@link #MOST_PLACES} leaves no room for. */
    private final Count elsewhere = new Count("other places");
    /** Decides whose turn it is: not every so-manieth, since code that takes turns would be counted by one of its places. */
    private final IntUnaryOperator lot;
    /** How many releases still name their place. Races let some more, no harm. */
    private int exactLeft = EXACT;
    /** Races lose a place, no more. */
    private int wanted;

    LeftOpen() {
        this(bound -> ThreadLocalRandom.current().nextInt(bound));
    }

    /** @param lot draws a number from 0 to below the one given */
    LeftOpen(IntUnaryOperator lot) {
        this.lot = lot;
    }

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
        boolean exact = exactLeft > 0;
        if (exact) {
            exactLeft--;
        }
        boolean counts = exact || lot.applyAsInt(SAMPLE) == 0;
        if (counts || !madeAt.isEmpty()) {
            Place place = lease.place();
            Count at = places.containsKey(place) || places.size() < MOST_PLACES
                    ? places.computeIfAbsent(place, key -> new Count(key.toString()))
                    : elsewhere;
            if (counts) {
                at.statements.add(exact, openStatements);
                at.resultSets.add(exact, openResultSets);
            }
            wanted = at == elsewhere || at.made(madeAt) ? wanted : NEXT;
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
        places.clear();
        elsewhere.clear();
        exactLeft = EXACT;
    }

    long statements() {
        return statements.sum();
    }

    long resultSets() {
        return resultSets.sum();
    }

    /** Lines for the summary, which add up to the totals; empty where nothing was left open. */
    String summary() {
        if (statements() + resultSets() == 0) {
            return "";
        }
        List<Count> counts = new ArrayList<>(places.values());
        counts.add(elsewhere);
        Shares ofStatements = shares(statements(), counts, each -> each.statements);
        Shares ofResultSets = shares(resultSets(), counts, each -> each.resultSets);
        List<Integer> order = IntStream.range(0, counts.size())
                .filter(i -> ofStatements.of(i) + ofResultSets.of(i) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> counts.get(i) == elsewhere ? 1 : -ofStatements.of(i))
                        .thenComparing(i -> counts.get(i).name))
                .collect(Collectors.toList());
        StringBuilder text = new StringBuilder();
        text.append(statements())
                .append(" statements and ")
                .append(resultSets())
                .append(" result sets were left open, by where the connection was acquired:");
        long otherStatements = 0;
        long otherResultSets = 0;
        for (int line = 0; line < order.size(); line++) {
            int i = order.get(line);
            if (line < MOST_LINES && counts.get(i) != elsewhere) {
                append(text, ofStatements.areExact(), ofStatements.of(i), ofResultSets.of(i))
                        .append(counts.get(i).name)
                        .append(made(counts.get(i).madeAt));
            } else {
                otherStatements += ofStatements.of(i);
                otherResultSets += ofResultSets.of(i);
            }
        }
        if (otherStatements + otherResultSets > 0) {
            append(text, ofStatements.areExact(), otherStatements, otherResultSets)
                    .append(elsewhere.name);
        }
        return text.toString();
    }

    private static Shares shares(long total, List<Count> counts, Function<Count, Sampled> which) {
        return new Shares(
                total,
                counts.stream().mapToLong(each -> which.apply(each).exact.sum()).toArray(),
                counts.stream().mapToLong(each -> which.apply(each).drawn.sum()).toArray());
    }

    private static StringBuilder append(StringBuilder text, boolean isExact, long statements, long resultSets) {
        text.append("\n      ")
                .append(isExact ? "" : "about ")
                .append(statements)
                .append(" statements");
        if (resultSets > 0) {
            text.append(" and ").append(resultSets).append(" result sets");
        }
        return text.append(" from ");
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
        private final String name;
        private final Sampled statements = new Sampled();
        private final Sampled resultSets = new Sampled();
        private final Set<Place> madeAt = ConcurrentHashMap.newKeySet();

        Count(String name) {
            this.name = name;
        }

        /** Returns whether places of its statements are known now. */
        boolean made(Set<Place> more) {
            for (Place place : more) {
                if (madeAt.size() < KEPT) {
                    madeAt.add(place);
                }
            }
            return !madeAt.isEmpty();
        }

        void clear() {
            statements.clear();
            resultSets.clear();
        }
    }

    /** What was counted one by one, and what was counted where the lot said so. */
    private static final class Sampled {
        private final LongAdder exact = new LongAdder();
        private final LongAdder drawn = new LongAdder();

        void add(boolean isExact, int count) {
            (isExact ? exact : drawn).add(count);
        }

        void clear() {
            exact.reset();
            drawn.reset();
        }
    }
}
