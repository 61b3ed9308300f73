package io.poolagent.core.lease;

/**
 * A whole stack: of an acquire, or of a statement that was opened. The JVM walks it in {@link #walked}, which costs some
 * 45 ns for each frame; names and lines are worked out only for a report. Immutable from then on; any thread may use it.
 */
@SuppressWarnings("serial") // never thrown, never written
public final class AcquisitionStack extends Throwable implements Origin {
    /** Of no frames yet. */
    public AcquisitionStack() {
        super(null, null, false, true);
    }

    /** Does nothing: a constructor that captures adds two frames to be walked. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Captures the current thread's stack. To be called where the stack is least deep: each frame costs. */
    public AcquisitionStack walked() {
        super.fillInStackTrace();
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
