package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The JVM's instrumentation, for whoever defines or retransforms classes later. */
public final class Agents {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agents() {}

    /** Called once, at start-up. */
    public static void install(Instrumentation given) {
        instrumentation = given;
    }

    /** Whether the agent has started and is not switched off. */
    public static boolean isInstalled() {
        return instrumentation != null;
    }

    /** Every class that is loaded now, of all loaders; none before the start-up. */
    public static Class<?>[] loadedClasses() {
        Instrumentation known = instrumentation;
        return known == null ? new Class<?>[0] : known.getAllLoadedClasses();
    }

    /**
     * The JVM's instrumentation.
     *
     * @throws IllegalStateException before the start-up
     */
    public static Instrumentation instrumentation() {
        Instrumentation known = instrumentation;
        if (known == null) {
            throw new IllegalStateException("the agent has not started");
        }
        return known;
    }
}
