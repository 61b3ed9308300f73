package io.poolagent.core.watch;

import io.poolagent.core.pool.PoolTotals;
import io.poolagent.core.report.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was in a pool during the last hour, in steps of ten seconds, and the last day, in steps of a minute: 1,800 points of
 * 100 bytes at most. Written by the housekeeper; any thread may read.
 */
public final class PoolHistory {
    /** A step of the last hour. */
    public static final int FINE_SECONDS = 10;
    /** A step of the last day. */
    public static final int COARSE_SECONDS = 60;

    private static final int FINE_POINTS = 3_600 / FINE_SECONDS;
    private static final int COARSE_POINTS = 86_400 / COARSE_SECONDS;

    /** Where they are among the counts. */
    static final int TIMEOUTS = 2;

    static final int CONNECT_ERRORS = 3;

    private final Deque<Point> fine = new ArrayDeque<>();
    private static final int WHOLE_STEPS_OF_A_MINUTE = 60 / FINE_SECONDS - 1;

    /** Ten minutes: for rates and alarms. */
    private static final int FEW_POINTS = 600 / FINE_SECONDS;

    private final Deque<Point> coarse = new ArrayDeque<>();
    private final List<Point> minute = new ArrayList<>();
    private long @Nullable [] before;
    private double activeSum;
    private int looks;
    private int activeMax;
    private int waitingMax;
    /** Sums of the counts over the whole steps of the last hour. */
    private long[] sums = new long[CONNECT_ERRORS + 1];

    private boolean whole = true;

    /** Whether it keeps an hour and a day, or ten minutes only. */
    synchronized void remembers(boolean everything) {
        whole = everything;
    }

    /**
     * One look, about once a second.
     *
     * @param peak the most connections leased at once since the last look, as far as that was seen
     * @param totals what happened in it so far; null for a foreign pool
     * @param endOfStep whether ten seconds are over, at this time in milliseconds since 1970; 0 while they are not
     */
    synchronized void look(PoolNow now, int peak, @Nullable PoolTotals totals, long endOfStep) {
        activeSum += Math.max(0, now.active);
        looks++;
        activeMax = Math.max(activeMax, Math.max(peak, now.active));
        waitingMax = Math.max(waitingMax, now.waiting);
        if (endOfStep == 0) {
            return;
        }
        long[] counts = counts(now, totals);
        long[] since = counts.clone();
        long[] last = before;
        for (int i = 0; last != null && i < since.length; i++) {
            since[i] = since[i] < 0 ? -1 : since[i] - last[i];
        }
        before = counts;
        Point point = new Point(endOfStep, activeSum / looks, activeMax, waitingMax, now, since);
        activeSum = 0;
        looks = 0;
        activeMax = 0;
        waitingMax = 0;
        add(fine, point, whole ? FINE_POINTS : FEW_POINTS);
        sums = new long[CONNECT_ERRORS + 1];
        for (Point each : fine) {
            sums[TIMEOUTS] += each.timeouts;
            sums[CONNECT_ERRORS] += each.connectErrors;
        }
        minute.add(point);
        if (minute.size() == COARSE_SECONDS / FINE_SECONDS) {
            add(coarse, Point.together(minute), whole ? COARSE_POINTS : 0);
            minute.clear();
        }
    }

    private static long[] counts(PoolNow now, @Nullable PoolTotals totals) {
        return totals == null
                ? new long[] {now.acquires, -1, now.timeouts, now.connectErrors, -1, -1}
                : new long[] {
                    totals.acquires,
                    totals.overflow,
                    totals.timeouts,
                    totals.connectErrors,
                    totals.waitTimes.count(),
                    totals.waitTimes.sumNanos() / 1_000_000
                };
    }

    private static void add(Deque<Point> to, Point point, int most) {
        to.addLast(point);
        while (to.size() > most) {
            to.removeFirst();
        }
    }

    /** The last hour, oldest first. */
    public synchronized List<Point> hour() {
        return new ArrayList<>(fine);
    }

    /** The last day, oldest first. */
    public synchronized List<Point> day() {
        return new ArrayList<>(coarse);
    }

    /** Connects that failed and acquires that were refused in the last hour, up to this moment. */
    long failuresOfHour(PoolNow now) {
        return ofHour(now, CONNECT_ERRORS) + ofHour(now, TIMEOUTS);
    }

    /** The same of one of them, {@link #CONNECT_ERRORS} or {@link #TIMEOUTS}. */
    synchronized long ofHour(PoolNow now, int which) {
        long[] last = before;
        long sinceStep = (which == TIMEOUTS ? now.timeouts : now.connectErrors) - (last == null ? 0 : last[which]);
        return Math.max(0, sums[which] + sinceStep);
    }

    /** The last so many seconds as one; null where there is no point yet. */
    public synchronized @Nullable Point last(int seconds) {
        return together(new ArrayList<>(fine), seconds / FINE_SECONDS, 0);
    }

    /** The same hour of the day before, or the hour before this one where the JVM is younger: what to compare with; null for none. */
    public synchronized @Nullable Point baseline() {
        List<Point> all = new ArrayList<>(coarse);
        int hour = 3_600 / COARSE_SECONDS;
        boolean wholeDay = all.size() >= COARSE_POINTS;
        return together(all, hour, wholeDay ? COARSE_POINTS - hour : hour);
    }

    private static @Nullable Point together(List<Point> all, int count, int skipped) {
        int to = all.size() - skipped;
        int from = Math.max(0, to - count);
        return to <= from ? null : Point.together(all.subList(from, to));
    }

    /**
     * How many leases began per second, over the last minute or as long as the pool is known.
     *
     * @param acquires how many began so far
     */
    synchronized double perSecond(long acquires) {
        List<Point> all = new ArrayList<>(fine);
        List<Point> whole = all.subList(Math.max(0, all.size() - WHOLE_STEPS_OF_A_MINUTE), all.size());
        long[] last = before;
        long began = last == null ? acquires : acquires - last[0];
        for (Point each : whole) {
            began += each.acquires;
        }
        int seconds = looks + whole.size() * FINE_SECONDS;
        return seconds == 0 ? 0 : (double) Math.max(0, began) / seconds;
    }

    /** Both as an object. */
    public Json json(String name) {
        return Json.object()
                .put("name", name)
                .put("hour", series(FINE_SECONDS, hour()))
                .put("day", series(COARSE_SECONDS, day()))
                .put("baseline", compared());
    }

    private @Nullable Json compared() {
        Point now = last(3_600);
        Point then = baseline();
        if (now == null || then == null) {
            return null;
        }
        return Json.object().put("thisHour", now.json()).put("before", then.json());
    }

    private static Json series(int seconds, List<Point> points) {
        Json all = Json.array();
        for (Point each : points) {
            all.add(each.json());
        }
        return Json.object()
                .put("stepSeconds", seconds)
                .put("columns", Point.columns())
                .put("points", all);
    }
}
