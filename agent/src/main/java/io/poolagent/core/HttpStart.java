package io.poolagent.core;

import io.poolagent.core.config.Config;
import io.poolagent.core.http.HttpService;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.jvm.Agents;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.Watch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits in a thread of its own until HTTP may be served. The JVM's beans, which answers are made of, touch the JVM's
 * logging, which belongs to the application, and its LogManager may be in a loader that is made late: so it waits until that is there, or for five
 * seconds where the application names none. An application without a database is served as well.
 */
final class HttpStart implements Runnable {
    /** Knows the pools; null before the bridge is connected. */
    private static volatile @Nullable Watch watch;

    /** Makes what stands at /metrics; not before somebody asks. */
    private static volatile Supplier<String> metrics = () -> "";

    private static final String LOG_MANAGER = "java.util.logging.manager";
    private static final long LATEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_MILLIS = 250;
    /** All classes of a JVM are a long list. */
    private static final long CLASSES_MILLIS = 1_000;

    private final Config config;
    private final long startNanos = System.nanoTime();

    private HttpStart(Config config) {
        this.config = config;
    }

    /** The bridge is connected: the pools and their meters are known. */
    static void connected(Watch of, Supplier<String> text) {
        metrics = text;
        watch = of;
    }

    /** Called before main: loads next to nothing. */
    static void later(Config config) {
        AgentThreads.start("pool-agent-http-start", new HttpStart(config));
    }

    @Override
    public void run() {
        try {
            while (!mayStart()) {
                Thread.sleep(isLate() ? CLASSES_MILLIS : LOOK_MILLIS);
            }
            CoreBridge.install(config);
            Watch known = watch;
            if (known != null) {
                HttpService.start(known, metrics);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            Log.warn("http.port: nothing is served over HTTP: " + e);
        }
    }

    private boolean mayStart() {
        Watch known = watch;
        boolean late = isLate();
        if (late && System.getProperty(LOG_MANAGER) == null) {
            return true;
        }
        return (late || known != null && known.source() != null) && isLoggingThere();
    }

    private boolean isLate() {
        return System.nanoTime() - startNanos >= LATEST_NANOS;
    }

    private static boolean isLoggingThere() {
        return !Agents.loadedClasses("java.util.logging.LogManager").isEmpty();
    }
}
