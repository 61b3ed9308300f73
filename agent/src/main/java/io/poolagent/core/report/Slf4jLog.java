package io.poolagent.core.report;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The application's own slf4j, any version and binding, under the name {@code io.poolagent}. The agent's copy is another
 * one. Only weak references are kept, and the logger is asked for anew for each line: lines are few, and an application
 * that was undeployed can be collected.
 */
final class Slf4jLog implements ApplicationLog {
    private static final String LOGGER = "io.poolagent";
    private static final String FACTORY = "org.slf4j.LoggerFactory";
    /** Values of its INITIALIZATION_STATE: before its first use; while a thread is in it; it found no binding. */
    private static final int UNUSED = 0;

    private static final int STARTING = 1;
    private static final int NO_BINDING = 4;
    private static final int UNKNOWN = -1;

    private final @Nullable ClassLoader system;
    private final List<WeakReference<ClassLoader>> places = new ArrayList<>();
    private WeakReference<@Nullable ClassLoader> context = new WeakReference<>(null);
    private @Nullable WeakReference<Class<?>> found;

    /** Looks into this loader too, where the opening thread's context class loader has no slf4j. */
    Slf4jLog(@Nullable ClassLoader system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "slf4j";
    }

    @Override
    public void open(@Nullable ClassLoader driver) {
        ClassLoader current = Thread.currentThread().getContextClassLoader();
        context = new WeakReference<>(current);
        for (ClassLoader place : new ClassLoader[] {current, system, driver}) {
            if (place != null) {
                places.add(new WeakReference<>(place));
            }
        }
    }

    /** Starting slf4j while a thread of the application's is about to do so would give that thread substitutes. */
    @Override
    public boolean isReady() throws Unusable {
        int state = state(factory());
        return state != UNUSED && state != STARTING;
    }

    @Override
    public void log(Level level, String message) throws Exception {
        Class<?> factory = factory();
        Thread thread = Thread.currentThread();
        ClassLoader application = context.get();
        thread.setContextClassLoader(application == null ? factory.getClassLoader() : application);
        try {
            Object logger = factory.getMethod("getLogger", String.class).invoke(null, LOGGER);
            if (state(factory) == NO_BINDING) {
                throw new Unusable("the application's slf4j has no binding");
            }
            Class.forName("org.slf4j.Logger", false, factory.getClassLoader())
                    .getMethod(level.name().toLowerCase(Locale.ROOT), String.class)
                    .invoke(logger, message);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw cause instanceof Exception ? (Exception) cause : e;
        } finally {
            thread.setContextClassLoader(null);
        }
    }

    private Class<?> factory() throws Unusable {
        WeakReference<Class<?>> known = found;
        if (known != null) {
            Class<?> factory = known.get();
            if (factory == null) {
                throw new Unusable("the application that it belonged to is gone");
            }
            return factory;
        }
        for (WeakReference<ClassLoader> place : places) {
            ClassLoader loader = place.get();
            if (loader != null) {
                try {
                    Class<?> factory = Class.forName(FACTORY, false, loader);
                    found = new WeakReference<>(factory);
                    places.clear();
                    return factory;
                } catch (ClassNotFoundException | LinkageError e) {
                    // not there
                }
            }
        }
        throw new Unusable("the application has no " + FACTORY);
    }

    /** How far slf4j has started; where it does not tell (before 1.6, or in a module) that is not known. */
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
