package io.poolagent.core.lease;

import io.poolagent.core.jvm.Platform;
import org.jspecify.annotations.Nullable;

/** The application's first frame, and no other: costs the same however deep the stack is. */
final class CallerFrame implements Origin {
    private final Object frame;

    private CallerFrame(Object frame) {
        this.frame = frame;
    }

    /** That of the current thread; null where the JVM can not walk a part of a stack (Java 8), or there is none. */
    static @Nullable CallerFrame ofCurrentThread() {
        Object frame = Platform.callerFrame(Frames::isOfApplication, Providers::areIn, Providers::isOne);
        return frame == null ? null : new CallerFrame(frame);
    }

    String className() {
        return Platform.className(frame);
    }

    @Override
    public StackTraceElement[] frames() {
        return new StackTraceElement[] {Platform.element(frame)};
    }

    @Override
    public boolean isWhole() {
        return false;
    }
}
