package io.poolagent.core.lease;

/**
 * The whole stack of an acquire. The JVM walks it when this is made, which costs some 20 ns for each frame; names and
 * lines are worked out only for a report.
 */
@SuppressWarnings("serial") // never thrown, never written
final class AcquisitionStack extends Throwable implements Origin {
    AcquisitionStack() {
        super(null, null, false, true);
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
