package io.poolagent.core.watch;

import io.poolagent.core.report.Json;
import java.util.List;

/** The figures of a pool over one step of time. Immutable. */
public final class Point {
    /** The names of the numbers, in their order. */
    static final String[] COLUMNS = {
        "active",
        "activeMax",
        "idle",
        "total",
        "max",
        "waitingMax",
        "acquires",
        "overflow",
        "timeouts",
        "connectErrors",
        "waits",
        "waitMillis"
    };

    /** The end of the step, in milliseconds since 1970. */
    public final long millis;
    /** Connections leased, on average. */
    public final double active;
    /** Connections leased, at most: as looks once a second met, and whenever the pool ran dry. */
    public final int activeMax;
    /** Idle connections, at the end. */
    public final int idle;
    /** All connections, at the end. */
    public final int total;
    /** The pool's maximum, at the end. */
    public final int max;
    /** Threads that waited, at most. */
    public final int waitingMax;
    /** Leases that began. */
    public final long acquires;
    /** Connects past the exhausted pool. */
    public final long overflow;
    /** Acquires that were refused. */
    public final long timeouts;
    /** Connects that failed. */
    public final long connectErrors;
    /** Acquires that waited for a slot. */
    public final long waits;
    /** For how long they waited together. */
    public final long waitMillis;

    Point(long millis, double active, int activeMax, int waitingMax, PoolNow end, long[] counts) {
        this.millis = millis;
        this.active = active;
        this.activeMax = activeMax;
        this.waitingMax = waitingMax;
        this.idle = end.idle;
        this.total = end.total;
        this.max = end.max;
        this.acquires = counts[0];
        this.overflow = counts[1];
        this.timeouts = counts[2];
        this.connectErrors = counts[3];
        this.waits = counts[4];
        this.waitMillis = counts[5];
    }

    private Point(Point first, Point last, double active, int activeMax, int waitingMax, long[] sums) {
        this.millis = last.millis;
        this.active = active;
        this.activeMax = activeMax;
        this.waitingMax = waitingMax;
        this.idle = last.idle;
        this.total = last.total;
        this.max = Math.max(first.max, last.max);
        this.acquires = sums[0];
        this.overflow = sums[1];
        this.timeouts = sums[2];
        this.connectErrors = sums[3];
        this.waits = sums[4];
        this.waitMillis = sums[5];
    }

    /** Several that follow each other, as one; there is at least one. */
    static Point together(List<Point> points) {
        double active = 0;
        int activeMax = 0;
        int waitingMax = 0;
        long[] sums = new long[6];
        for (Point each : points) {
            active += each.active / points.size();
            activeMax = Math.max(activeMax, each.activeMax);
            waitingMax = Math.max(waitingMax, each.waitingMax);
            sums[0] = sum(sums[0], each.acquires);
            sums[1] = sum(sums[1], each.overflow);
            sums[2] = sum(sums[2], each.timeouts);
            sums[3] = sum(sums[3], each.connectErrors);
            sums[4] = sum(sums[4], each.waits);
            sums[5] = sum(sums[5], each.waitMillis);
        }
        return new Point(points.get(0), points.get(points.size() - 1), active, activeMax, waitingMax, sums);
    }

    private static long sum(long one, long other) {
        return one < 0 || other < 0 ? -1 : one + other;
    }

    /** An array: the time in milliseconds since 1970, then the numbers in the order of {@link #columns}. */
    Json json() {
        return Json.array()
                .add(millis)
                .add(active)
                .add(activeMax)
                .add(idle)
                .add(total)
                .add(max)
                .add(waitingMax)
                .add(acquires)
                .add(overflow)
                .add(timeouts)
                .add(connectErrors)
                .add(waits)
                .add(waitMillis);
    }

    /** What the numbers of {@link #json} are called. */
    static Json columns() {
        Json names = Json.array().add("millis");
        for (String each : COLUMNS) {
            names.add(each);
        }
        return names;
    }
}
