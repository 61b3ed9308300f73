package io.poolagent.core.jvm;

import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the application that made a pool has its classes. Holds its loaders weakly. Immutable; any thread may use it. */
public final class ApplicationLoaders {
    private final WeakReference<@Nullable ClassLoader> driver;
    private final WeakReference<@Nullable ClassLoader> context;

    private final boolean known;

    private ApplicationLoaders(@Nullable ClassLoader driver, @Nullable ClassLoader context) {
        this.known = driver != null;
        this.driver = new WeakReference<>(driver);
        this.context = new WeakReference<>(context);
    }

    /**
     * To be asked for by the thread that makes a pool, in the application's own call.
     *
     * @param source the class of what makes connections
     */
    public static ApplicationLoaders of(Class<?> source) {
        return Privileged.call(() -> new ApplicationLoaders(
                source.getClassLoader(), Thread.currentThread().getContextClassLoader()));
    }

    /** Whether what makes connections was collected, with its loader. */
    public boolean areGone() {
        return known && driver.get() == null;
    }

    /**
     * Looks for a class by its name and does not initialise it: in the loader of what makes connections, which asks its
     * parents, in the context class loader of the thread that made the pool, and in the system loader.
     *
     * @return null where the application has none
     */
    public @Nullable Class<?> find(String name) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        for (ClassLoader each :
                new @Nullable ClassLoader[] {driver.get(), context.get(), ClassLoader.getSystemClassLoader()}) {
            if (each != null) {
                loaders.add(each);
            }
        }
        for (ClassLoader each : loaders) {
            try {
                return Class.forName(name, false, each);
            } catch (ClassNotFoundException | LinkageError e) {
                // not there
            }
        }
        return null;
    }
}
