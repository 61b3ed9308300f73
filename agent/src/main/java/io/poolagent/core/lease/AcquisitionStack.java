package io.poolagent.core.lease;

/**
 * A whole stack: of an acquire, or of a statement that was opened. The JVM walks it in {@link #fillInStackTrace}, which costs some
 * 45 ns for each frame; names and lines are worked out only for a report. Immutable from then on; any thread may use it.
 */
@SuppressWarnings("serial") // never thrown, never written
public final class AcquisitionStack extends Throwable implements Origin {
    /** False while the constructor runs, which would add two frames to be walked. */
    private final boolean made;

    /** Of no frames yet. */
    public AcquisitionStack() {
        super(null, null, false, true);
        made = true;
    }

    /**
     * Captures the current thread's stack. To be called where the stack is least deep: each frame costs. It has this name
     * since the JVM leaves out methods of this name where a stack begins.
     */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nobody else has it yet
    public AcquisitionStack fillInStackTrace() {
        if (made) {
            super.fillInStackTrace();
        }
        return this;
    }

    @Override
    public StackTraceElement[] frames() {
        return getStackTrace();
    }

    @Override
    public boolean isWhole() {
        return true;
    }
}
