package io.poolagent.core.lease;

import io.poolagent.core.jvm.Platform;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of its stack each acquire captures ({@code leak.stack}). A whole stack costs time for each of its frames, a
 * single frame costs the same at any depth; up to about eighty frames the whole stack is the cheaper one. So {@code
 * adaptive} captures whole stacks while they are not deep, and where they are: a whole one of every 32 acquires, of
 * every place's first and of every class that was suspected of a leak, of the others the one frame that matters. Any thread may use it.
 */
public final class StackPolicy {
    private enum Mode {
        FULL,
        ADAPTIVE,
        PLACE,
        OFF
    }

    private static final int DEEP = 80;
    private static final int FRAMES_BETWEEN = 31;

    private final Mode mode;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();
    private final EarlierStacks earlier = new EarlierStacks();
    /** How many acquires are still content with a frame. Races lose a sample, no more. */
    private int framesLeft;

    /** Of the option's value. */
    public StackPolicy(String mode) {
        this.mode = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /** From here whole stacks are captured for acquires in this class. */
    public void suspect(Place place) {
        suspects.add(place.className());
    }

    /** Captures what is to be captured of the current thread's stack; null where that is nothing. */
    public @Nullable Origin capture() {
        return isForWhole() ? captured(new AcquisitionStack().fillInStackTrace()) : part();
    }

    /**
     * Whether the next acquire captures its whole stack. That, {@link #captured} and {@link #part} are {@link #capture}
     * in parts, for a caller that wants no frame of ours to be walked.
     */
    public boolean isForWhole() {
        return mode == Mode.FULL || mode == Mode.ADAPTIVE && framesLeft <= 0;
    }

    /** Takes note of a whole stack. */
    public Origin captured(AcquisitionStack stack) {
        if (mode == Mode.ADAPTIVE && Platform.depth(stack) > DEEP) {
            framesLeft = FRAMES_BETWEEN;
        }
        return stack;
    }

    /** Captures a frame, or nothing. */
    public @Nullable Origin part() {
        return mode == Mode.OFF ? null : frame();
    }

    private Origin frame() {
        framesLeft--;
        CallerFrame frame = CallerFrame.ofCurrentThread();
        if (frame == null || mode == Mode.ADAPTIVE && !suspects.isEmpty() && suspects.contains(frame.className())) {
            return new AcquisitionStack().fillInStackTrace();
        }
        return mode == Mode.ADAPTIVE ? earlier.known(frame) : frame;
    }
}
