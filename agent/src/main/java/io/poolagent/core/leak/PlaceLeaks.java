package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
    private long abandoned;
    /** Suspected ones that are still held, by their numbers: when they began, as of {@code System.nanoTime()}. */
    private final Map<Long, Long> open = new HashMap<>();

    private long firstMillis;
    private long lastMillis;
    private long longestNanos;
    private long reported;
    private boolean proofTold;
    private StackTraceElement[] stack = new StackTraceElement[0];
    private long stackNanos;

    PlaceLeaks(Place place) {
        this.place = place;
    }

    synchronized void suspected(LeaseRecord lease, long now) {
        suspected++;
        open.put(lease.id(), now - lease.held(now));
        if (!lease.isOpen()) {
            open.remove(lease.id()); // closed meanwhile, and perhaps told already
        }
        counted(lease, now);
    }

    /** The handle was collected. Returns whether the lease was suspected before. */
    synchronized void proven(LeaseRecord lease, boolean suspectedBefore, boolean takenBack, long now) {
        proven++;
        if (takenBack) {
            reclaimed++;
        }
        if (suspectedBefore) {
            ended(lease, now);
        } else {
            counted(lease, now);
        }
    }

    /** A suspected lease was closed after all. */
    synchronized void returned(LeaseRecord lease, long now) {
        returned++;
        ended(lease, now);
    }

    private void ended(LeaseRecord lease, long now) {
        open.remove(lease.id());
        longestNanos = Math.max(longestNanos, lease.held(now));
    }

    private void counted(LeaseRecord lease, long now) {
        count++;
        found(lease, now);
    }

    private void found(LeaseRecord lease, long now) {
        lastMillis = System.currentTimeMillis();
        if (firstMillis == 0) {
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

    /**
     * Whether there is something new to report, and it is time. The first proof always is: until then there was a suspicion.
     *
     * @param isProof whether it is about a proven leak
     */
    synchronized boolean isDue(boolean isProof, long now) {
        boolean firstProof = isProof && !proofTold;
        boolean due = count + proven != reported && interval.isDue(now);
        if (!due && !firstProof) {
            return false;
        }
        proofTold |= isProof;
        reported = count + proven;
        return true;
    }

    /** A lease was taken away: held for longer than is allowed, which need not be a leak. */
    synchronized void abandoned(LeaseRecord lease, boolean suspectedBefore, long now) {
        abandoned++;
        if (suspectedBefore) {
            ended(lease, now);
        } else {
            found(lease, now);
        }
    }

    /** Whether there was a leak, and not just work that took too long. */
    synchronized boolean hasLeaks() {
        return count > 0;
    }

    /** Forgets all but what is still held. Returns whether nothing is. */
    synchronized boolean clear() {
        count = open.size();
        suspected = count;
        proven = 0;
        reclaimed = 0;
        returned = 0;
        abandoned = 0;
        firstMillis = count == 0 ? 0 : firstMillis;
        longestNanos = 0;
        reported = count;
        proofTold = false;
        return count == 0;
    }

    /** As they are at a moment: what is still held counts with its age then. */
    synchronized LeakFigures figures(long now) {
        long longest = longestNanos;
        for (long since : open.values()) {
            longest = Math.max(longest, now - since);
        }
        return new LeakFigures(
                place,
                count,
                suspected,
                proven,
                reclaimed,
                returned,
                abandoned,
                open.size(),
                firstMillis,
                lastMillis,
                longest,
                stack);
    }
}
