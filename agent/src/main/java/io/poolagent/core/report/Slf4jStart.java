package io.poolagent.core.report;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * How far the application's slf4j has started. Starting it while a thread of the application's is about to do so would give
 * that thread substitutes for its loggers. Any thread may ask.
 */
public final class Slf4jStart {
    static final String FACTORY = "org.slf4j.LoggerFactory";
    /** Values of its INITIALIZATION_STATE: before its first use; while a thread is in it; it found no binding. */
    private static final int UNUSED = 0;

    private static final int STARTING = 1;
    private static final int NO_BINDING = 4;
    private static final int UNKNOWN = -1;

    private Slf4jStart() {}

    /** Whether the slf4j that a loader finds, if any, is still to start. */
    public static boolean isAhead(@Nullable ClassLoader loader) {
        try {
            return isAhead(Class.forName(FACTORY, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    static boolean isAhead(Class<?> factory) {
        int state = state(factory);
        return state == UNUSED || state == STARTING;
    }

    static boolean hasNoBinding(Class<?> factory) {
        return state(factory) == NO_BINDING;
    }

    /** Where it does not tell (before 1.6, or in a module) that is not known. */
    private static int state(Class<?> factory) {
        try {
            Field state = factory.getDeclaredField("INITIALIZATION_STATE");
            state.setAccessible(true);
            return state.getInt(null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return UNKNOWN;
        }
    }
}
