package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolTotals;
import io.poolagent.core.report.Failure;
import io.poolagent.core.report.Failures;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How one pool is: its alarms, what it is judged by. Written by the housekeeper; any thread may read. */
public final class PoolHealth {
    /** A failure of long ago says nothing of now: somebody may wait for readiness before anybody tries again. */
    private static final long STALE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final String UTILISATION = "utilisation";
    private static final String WAITING = "waiting";
    private static final String ERRORS = "errors per hour";

    private final PoolView view;
    private final PoolHistory history = new PoolHistory();
    private final Thresholds thresholds;
    private volatile List<String> reasons = Collections.emptyList();
    private volatile Status status = Status.HEALTHY;
    private volatile @Nullable String failure;
    private volatile @Nullable Boolean connected;
    private volatile @Nullable ProbeResult probed;
    private volatile long answersAtTest;
    private volatile long probedNanos;
    private boolean down;
    private boolean exhausted;
    private long lastPressure;

    PoolHealth(PoolView view, Config config) {
        this.view = view;
        thresholds = new Thresholds(view.name())
                .add(UTILISATION, "%", config.levels(WatchOptions.ALERT_UTILISATION))
                .add(WAITING, " threads", config.levels(WatchOptions.ALERT_WAITING))
                .addSteady(ERRORS, "", 1, config.levels(WatchOptions.ALERT_ERRORS));
    }

    /** The pool. */
    public PoolView view() {
        return view;
    }

    /** What was in it before. */
    public PoolHistory history() {
        return history;
    }

    /** How it is. */
    public Status status() {
        return status;
    }

    /** Whether its database is down, as far as is known; one that refuses a login is not. */
    public boolean isDown() {
        String known = failure;
        return known != null && !Failures.isRefusedLogin(known);
    }

    /** Whether connections can be made; null where that is not known: none was made yet, or what failed was long ago. */
    @Nullable
    Boolean connected() {
        return connected;
    }

    /** Why it is not healthy; empty where it is. */
    public List<String> reasons() {
        return reasons;
    }

    /** What the last test of its database found; null where there was none. */
    public @Nullable ProbeResult probed() {
        return probed;
    }

    void probed(ProbeResult result) {
        ProbeResult before = probed;
        if (result.connected() != null || before == null || !before.isFailed()) {
            answersAtTest = answers();
            probed = result;
            probedNanos = System.nanoTime();
        }
    }

    /** A test that failed says nothing any more once this has grown. */
    private long answers() {
        ManagedPool managed = view.managed();
        return managed == null ? 0 : managed.answers();
    }

    /** How many leases began per second, over the last minute. */
    public double acquiresPerSecond() {
        return history.perSecond(view.totalAcquires());
    }

    /**
     * One look, about once a second.
     *
     * @param endOfStep the time where a step of the history ends; else 0
     * @param remembers whether the history is the whole one
     */
    PoolNow look(long endOfStep, boolean remembers) {
        history.remembers(remembers);
        PoolNow now = remember(endOfStep);
        thresholds.look(UTILISATION, now.utilisation());
        thresholds.look(WAITING, now.waiting);
        if (endOfStep != 0) {
            Point hour = history.last(3_600);
            thresholds.look(ERRORS, hour == null ? 0 : (double) Math.max(0, hour.connectErrors + hour.timeouts));
        }
        judge(now);
        return now;
    }

    /** The JVM ends: what was not yet a whole step of the history becomes one. */
    void end(long millis) {
        remember(millis);
    }

    private PoolNow remember(long endOfStep) {
        PoolNow now = view.now();
        ManagedPool managed = view.managed();
        history.look(now, managed == null ? null : managed.totals(), endOfStep);
        return now;
    }

    private void judge(PoolNow now) {
        List<String> why = new ArrayList<>();
        Status worst = Status.HEALTHY;
        Failure connect = now.connectFailure;
        String found = connect != null && connect.isWithin(STALE_MILLIS) ? connect.what() : null;
        ProbeResult test = probed;
        if (found == null
                && test != null
                && test.isFailed()
                && answers() == answersAtTest
                && System.nanoTime() - probedNanos < TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS)) {
            found = test.error();
        }
        if (found != null) {
            why.add("connections can not be made: " + found);
            worst = Status.ERROR;
        }
        failure = found;
        connected = found != null ? Boolean.FALSE : connect == null && hasAnswered(now) ? Boolean.TRUE : null;
        thresholds.reasons(why);
        worst = worst.or(thresholds.status());
        if (now.isExhausted()) {
            why.add("all " + now.max + " connections are in use");
            worst = worst.or(Status.WARNING);
        }
        reasons = Collections.unmodifiableList(why);
        status = worst;
        turned(found, now);
    }

    /** A managed pool is made from its first connection. */
    private static boolean hasAnswered(PoolNow now) {
        return now.managed != null || now.acquires > 0;
    }

    /** Tells once that the database is down, that a pool ran dry, and that either is over. */
    private void turned(@Nullable String found, PoolNow now) {
        if (found != null && !down) {
            down = true;
            Log.report(
                    Level.WARN,
                    "poolagent.database.down",
                    () -> "pool " + view.name() + ": connections can not be made: " + found,
                    json -> json.put("pool", view.name()).put("error", found));
        } else if (found == null && down) {
            down = false;
            recovered("connections can be made again");
        }
        long pressure = pressure(now);
        boolean pressed = now.waiting > 0 || pressure > lastPressure;
        lastPressure = pressure;
        if (now.isExhausted() && pressed && !exhausted) {
            exhausted = true;
        } else if (exhausted && !now.isExhausted() && now.waiting <= 0) {
            exhausted = false;
            recovered("connections are free again");
        }
    }

    /** How often somebody wanted a connection and there was none. */
    private static long pressure(PoolNow now) {
        PoolTotals totals = now.managed == null ? null : now.managed.totals;
        return totals == null ? 0 : totals.overflow + totals.timeouts + totals.waitTimes.count();
    }

    private void recovered(String how) {
        Log.report(
                how.startsWith("connections can") ? Level.INFO : Level.DEBUG,
                "poolagent.pool.recovered",
                () -> "pool " + view.name() + ": " + how,
                json -> json.put("pool", view.name()).put("how", how));
    }
}
