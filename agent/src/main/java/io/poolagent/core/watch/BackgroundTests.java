package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.jvm.AgentThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks databases by itself whether they are there: all that are in use at the interval of {@code health.interval}, those that
 * are down more often, or else nobody might see that they are back. Where there is no interval, only those, and only once somebody asks.
 */
final class BackgroundTests {
    private static final long PATIENCE_MILLIS = 5_000;
    /** How often a database that is down is asked, at least. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Watch watch;
    private final long intervalNanos;
    private final AtomicBoolean testing = new AtomicBoolean();
    /** Whether somebody asked whether what is down is back. */
    private volatile boolean isAsked;

    private long testedNanos = System.nanoTime();
    private long testedAgainNanos = System.nanoTime();

    BackgroundTests(Watch watch, Config config) {
        this.watch = watch;
        this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(config.millis(WatchOptions.HEALTH_INTERVAL));
    }

    /** Somebody wants to know whether databases that are down are back. */
    void askAgain() {
        isAsked = true;
    }

    /** Begins what is due, unless the last one is still at work. Called by the housekeeper. */
    void look(long now) {
        boolean due = intervalNanos != 0 && now - testedNanos >= intervalNanos;
        boolean again = (intervalNanos != 0 || isAsked)
                && now - testedAgainNanos >= AGAIN_NANOS
                && !watch.failing().isEmpty();
        if ((due || again) && testing.compareAndSet(false, true)) {
            testedNanos = due ? now : testedNanos;
            testedAgainNanos = now;
            isAsked = false;
            AgentThreads.start("pool-agent-health", () -> test(due));
        }
    }

    private void test(boolean all) {
        try {
            List<PoolHealth> failing = watch.failing();
            watch.test(failing, false, PATIENCE_MILLIS);
            List<PoolHealth> used = all ? Probes.inUse(watch.pools()) : new ArrayList<>();
            used.removeAll(failing);
            watch.test(used, false, PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            testing.set(false);
        }
    }
}
