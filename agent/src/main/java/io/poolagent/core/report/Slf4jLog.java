package io.poolagent.core.report;

import java.lang.ref.WeakReference;
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
        return !Slf4jStart.isAhead(factory());
    }

    @Override
    public void log(Level level, String message) throws Exception {
        Class<?> factory = factory();
        Thread thread = Thread.currentThread();
        ClassLoader application = context.get();
        thread.setContextClassLoader(application == null ? factory.getClassLoader() : application);
        try {
            Object logger = factory.getMethod("getLogger", String.class).invoke(null, LOGGER);
            if (Slf4jStart.hasNoBinding(factory)) {
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
                    Class<?> factory = Class.forName(Slf4jStart.FACTORY, false, loader);
                    found = new WeakReference<>(factory);
                    places.clear();
                    return factory;
                } catch (ClassNotFoundException | LinkageError e) {
                    // not there
                }
            }
        }
        throw new Unusable("the application has no " + Slf4jStart.FACTORY);
    }
}
