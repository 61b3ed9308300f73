package io.poolagent.core.report;

import java.lang.ref.WeakReference;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.util.logging}, under the name {@code io.poolagent}. Before the application has used its database nothing
 * of JUL is touched, because the application may bring a LogManager of its own. Containers' LogManagers look for the
 * application in the context class loader: it is that of the thread that opened the first pool.
 */
final class JulLog implements ApplicationLog {
    private WeakReference<@Nullable ClassLoader> context = new WeakReference<>(null);

    @Override
    public String name() {
        return "jul";
    }

    @Override
    public void open(@Nullable ClassLoader driver) {
        context = new WeakReference<>(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void log(Level level, String message) {
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(context.get());
        try {
            Logger.getLogger("io.poolagent").logp(jul(level), "io.poolagent", "", message); // not where we are
        } finally {
            thread.setContextClassLoader(null);
        }
    }

    private static java.util.logging.Level jul(Level level) {
        switch (level) {
            case ERROR:
                return java.util.logging.Level.SEVERE;
            case WARN:
                return java.util.logging.Level.WARNING;
            case INFO:
                return java.util.logging.Level.INFO;
            case DEBUG:
                return java.util.logging.Level.FINE;
            default:
                return java.util.logging.Level.FINER;
        }
    }
}
