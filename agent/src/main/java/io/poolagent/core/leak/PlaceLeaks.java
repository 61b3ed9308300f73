package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;

/** The leaks of one place. Each leak is counted once, whether it was suspected, proven, or both. */
final class PlaceLeaks {
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
                place, count, suspected, proven, reclaimed, returned, open, firstMillis, lastMillis, longestNanos);
    }
}
