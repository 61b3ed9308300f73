package io.poolagent.core.lease;

import io.poolagent.core.jvm.Platform;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The application's first frame that does not hand the connection on to its caller, and those of the application's that
 * do above it; no other: costs the same however deep the stack is.
 */
final class CallerFrame implements Origin {
    private final Object[] frames;
    private StackTraceElement @Nullable [] earlier;

    private CallerFrame(Object[] frames) {
        this.frames = frames;
    }

    /** That of the current thread; null where the JVM can not walk a part of a stack (Java 8), or there is none. */
    static @Nullable CallerFrame ofCurrentThread() {
        PlaceSearch search = new PlaceSearch();
        Object[] frames = Platform.callerFrames(
                Frames::isSearched,
                (type, method) -> search.passes(
                        search.shown(),
                        type.getName(),
                        method,
                        Providers.handing(type, method, search.isAfterFunction())));
        return frames == null ? null : new CallerFrame(Arrays.copyOf(frames, search.place() + 1));
    }

    String className() {
        return Platform.className(frames[frames.length - 1]);
    }

    /** A number that hardly another place has. */
    long position() {
        return className().hashCode() * 65_536L + Platform.codeIndex(frames[frames.length - 1]);
    }

    /** Returns itself, with what is known of an earlier acquire. */
    CallerFrame after(StackTraceElement @Nullable [] known) {
        earlier = known;
        return this;
    }

    @Override
    public StackTraceElement[] likely() {
        return EarlierStacks.joined(frames(), earlier);
    }

    @Override
    public StackTraceElement[] frames() {
        return Arrays.stream(frames).map(Platform::element).toArray(StackTraceElement[]::new);
    }

    @Override
    public boolean isWhole() {
        return false;
    }
}
