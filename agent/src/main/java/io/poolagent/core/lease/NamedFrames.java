package io.poolagent.core.lease;

/** What was captured of a stack, by names and lines only: it keeps no class alive. Immutable. */
final class NamedFrames implements Origin {
    private final StackTraceElement[] frames;
    private final StackTraceElement[] likely;
    private final boolean whole;

    NamedFrames(Origin captured) {
        this.frames = captured.frames();
        this.likely = captured.isWhole() ? frames : captured.likely();
        this.whole = captured.isWhole();
    }

    @Override
    public StackTraceElement[] frames() {
        return frames.clone();
    }

    @Override
    public StackTraceElement[] likely() {
        return likely.clone();
    }

    @Override
    public boolean isWhole() {
        return whole;
    }
}
