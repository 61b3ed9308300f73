package io.poolagent.core.lease;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The first whole stack of each place of which frames only are captured: so the first report of a leak, which may be its
 * only one for minutes, shows a way to its line. Names and lines only, nothing here keeps a class alive; they are
 * worked out at once, which costs some 100 us, once for each place. Any thread may use it.
 */
final class EarlierStacks {
    private static final int MOST_PLACES = 200;

    private final ConcurrentHashMap<Long, StackTraceElement[]> byPosition = new ConcurrentHashMap<>();

    /** The frame, with what is known of its place; the whole stack where this is the first. */
    Origin known(CallerFrame frame) {
        Long position = frame.position();
        StackTraceElement[] earlier = byPosition.get(position);
        if (earlier == null && byPosition.mappingCount() < MOST_PLACES) {
            AcquisitionStack whole = new AcquisitionStack().fillInStackTrace();
            byPosition.putIfAbsent(position, whole.frames());
            return whole;
        }
        return frame.after(earlier);
    }

    /**
     * Frames of a lease, with those below them of an earlier acquire.
     *
     * @param earlier of the same place, or of another one that looked like it; null for none
     */
    static StackTraceElement[] joined(StackTraceElement[] frames, StackTraceElement @Nullable [] earlier) {
        if (earlier == null || earlier.length == 0 || frames.length == 0) {
            return frames;
        }
        StackTraceElement last = frames[frames.length - 1];
        int first = Frames.first(earlier);
        if (!Place.of(earlier[first]).equals(Place.of(last))) {
            return frames;
        }
        int below = earlier.length - first - 1;
        StackTraceElement[] joined = new StackTraceElement[frames.length + below];
        System.arraycopy(frames, 0, joined, 0, frames.length);
        System.arraycopy(earlier, first + 1, joined, frames.length, below);
        return joined;
    }
}
