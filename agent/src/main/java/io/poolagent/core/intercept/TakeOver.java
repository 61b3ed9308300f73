package io.poolagent.core.intercept;

import io.poolagent.core.config.UrlPatterns;
import io.poolagent.core.report.Log;
import java.lang.ref.WeakReference;
import java.sql.Driver;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Home-made pools whose place a managed pool takes ({@code foreign.takeover}). How each of them connects is learned from
 * its own first connect, in its constructor or in a method that gives connections; from then on whoever asks this pool
 * gets a managed pool's connection. One that connects in several ways is left alone. Any thread may use it.
 */
public final class TakeOver {
    private static volatile UrlPatterns patterns = UrlPatterns.NONE;
    private static final List<Pool> POOLS = new CopyOnWriteArrayList<>();

    /** One pool, and how it connects. Keeps neither the pool nor the driver. */
    private static final class Pool {
        private final WeakReference<Object> pool;
        private final WeakReference<Driver> driver;
        private final String url;
        private final @Nullable Properties info;
        volatile boolean several;

        Pool(Object pool, DriverConnect connect) {
            DriverConnect copy = connect.copied();
            this.pool = new WeakReference<>(pool);
            this.driver = new WeakReference<>(copy.driver());
            this.url = copy.url();
            this.info = copy.info();
        }

        @Nullable
        DriverConnect connect() {
            Driver alive = driver.get();
            return alive == null || several ? null : new DriverConnect(alive, url, info);
        }
    }

    private TakeOver() {}

    /** Called once, at the start. */
    public static void configure(UrlPatterns classes) {
        patterns = classes;
    }

    /** Whether there are any. */
    static boolean isConfigured() {
        return patterns != UrlPatterns.NONE;
    }

    /** Whether a class, by its internal name, is such a pool. */
    static boolean isWanted(String internalName) {
        return isConfigured() && patterns.match(internalName.replace('/', '.'));
    }

    /** Whether a connect comes from such a pool, which then goes on without the agent; it is learned from. */
    static boolean comesFromOne(DriverConnect connect) {
        ThreadState thread = ThreadState.current();
        if (!isConfigured() || thread.isTakingOver()) {
            return false;
        }
        Object pool = thread.inside();
        if (pool != null) {
            learn(pool, connect);
            return true;
        }
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (patterns.match(frame.getClassName())) {
                return true; // in some other method of the pool's: of which pool is not known
            }
        }
        return false;
    }

    private static synchronized void learn(Object pool, DriverConnect connect) {
        String name = pool instanceof String ? (String) pool : pool.getClass().getName();
        Pool known = find(pool);
        DriverConnect before = known == null ? null : known.connect();
        if (known == null) {
            POOLS.removeIf(each -> each.pool.get() == null);
            POOLS.add(new Pool(pool, connect));
            Log.info("foreign.takeover: " + name + " connects to " + connect.shortUrl()
                    + "; from here a managed pool answers for it");
        } else if (before != null && !before.isLike(connect)) {
            known.several = true;
            Log.warn("foreign.takeover: " + name + " connects to " + connect.shortUrl() + " too, or as somebody else:"
                    + " it is left alone from here, since nothing tells which connection a caller means");
        }
    }

    private static @Nullable Pool find(Object pool) {
        for (Pool each : POOLS) {
            if (each.pool.get() == pool) {
                return each;
            }
        }
        return null;
    }

    /** How a pool connects; null where that is not known yet, or not clear. */
    static @Nullable DriverConnect learned(Object pool) {
        Pool known = find(pool);
        return known == null ? null : known.connect();
    }
}
