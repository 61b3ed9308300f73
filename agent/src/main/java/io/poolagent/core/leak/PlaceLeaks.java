package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The leaks of one place. Each leak is counted once, whether it was suspected, proven, or both. */
final class PlaceLeaks {
    /** Names and lines of a stack cost a hundred microseconds: many leaks in a second are told by one of them. */
    private static final long STACK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_FRAMES = 100;

    private final Place place;
    private final Interval interval = new Interval();
    private long count;
    private long suspected;
    private long proven;
    private long reclaimed;
    private long returned;
    private long open;
    private long firstMillis;
    private long lastMillis;
    private long longestNanos;
    private long reported;
    private StackTraceElement[] stack = new StackTraceElement[0];
    private long stackNanos;

    PlaceLeaks(Place place) {
        this.place = place;
    }

    synchronized void suspected(LeaseRecord lease, long now) {
        suspected++;
        open++;
        counted(lease, now);
    }

    /** The handle was collected. Returns whether the lease was suspected before. */
    synchronized void proven(LeaseRecord lease, boolean suspectedBefore, boolean takenBack, long now) {
        proven++;
        if (takenBack) {
            reclaimed++;
        }
        if (suspectedBefore) {
            open = Math.max(0, open - 1);
            longestNanos = Math.max(longestNanos, lease.held(now));
        } else {
            counted(lease, now);
        }
    }

    /** A suspected lease was closed after all. */
    synchronized void returned(LeaseRecord lease, long now) {
        returned++;
        open = Math.max(0, open - 1);
        longestNanos = Math.max(longestNanos, lease.held(now));
    }

    private void counted(LeaseRecord lease, long now) {
        count++;
        lastMillis = System.currentTimeMillis();
        if (count == 1) {
            firstMillis = lastMillis;
        }
        longestNanos = Math.max(longestNanos, lease.held(now));
        if (stack.length == 0 || now - stackNanos >= STACK_NANOS) {
            stackNanos = now;
            keep(LeaseText.acquired(lease));
        }
    }

    /** A whole stack says more than a newer frame. What was captured itself is not kept: it leads to the application's classes. */
    private void keep(StackTraceElement[] frames) {
        if (frames.length > 1 || stack.length <= 1) {
            stack = frames.length <= MOST_FRAMES ? frames : Arrays.copyOf(frames, MOST_FRAMES);
        }
    }

    /** Whether there is something new to report, and it is time. */
    synchronized boolean isDue(long now) {
        if (count + proven == reported || !interval.isDue(now)) {
            return false;
        }
        reported = count + proven;
        return true;
    }

    /** Forgets all but what is still held. Returns whether nothing is. */
    synchronized boolean clear() {
        count = open;
        suspected = open;
        proven = 0;
        reclaimed = 0;
        returned = 0;
        longestNanos = 0;
        reported = count;
        return open == 0;
    }

    synchronized LeakFigures figures() {
        return new LeakFigures(
                place,
                count,
                suspected,
                proven,
                reclaimed,
                returned,
                open,
                firstMillis,
                lastMillis,
                longestNanos,
                stack);
    }
}
