package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolTotals;
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

    /** The names of the alarms. */
    static final String UTILISATION = "utilisation";

    static final String WAITING = "waiting";
    static final String ERRORS = "errors per hour";

    private final PoolView view;
    private final PoolHistory history = new PoolHistory();
    private final Thresholds thresholds;
    private volatile List<String> reasons = Collections.emptyList();
    private volatile Status status = Status.HEALTHY;
    private volatile @Nullable ProbeResult probed;
    private volatile @Nullable String failure;
    private volatile long answersAtTest;
    private volatile long probedNanos;
    private boolean down;

    PoolHealth(PoolView view, Config config) {
        this.view = view;
        thresholds = new Thresholds(view.name())
                .add(UTILISATION, "%", config.levels(WatchOptions.ALERT_UTILISATION))
                .add(WAITING, " threads", config.levels(WatchOptions.ALERT_WAITING))
                .add(ERRORS, "", config.levels(WatchOptions.ALERT_ERRORS));
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
        return status == Status.ERROR && mayBeAskedAgain();
    }

    /** Why it is not healthy; empty where it is. */
    public List<String> reasons() {
        return reasons;
    }

    /** Why connections can not be made: a class and an SQLState; null where they can, as far as is known. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Whether one of its alarms is, by its name. */
    boolean isRaised(String alarm) {
        return thresholds.isRaised(alarm);
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

    /** Whether it may be asked again in the background: a login that was refused may not, accounts are locked for that. */
    boolean mayBeAskedAgain() {
        PoolNow now = view.now();
        String failure = now.managed == null ? null : now.managed.connectFailure();
        return now.managed != null && (failure == null || !failure.contains(" 28"));
    }

    /** What grows only while the database answers: a test that failed says nothing any more once it has. */
    private long answers() {
        ManagedPool managed = view.managed();
        PoolTotals totals = managed == null ? null : managed.totals();
        return totals == null ? 0 : totals.created + totals.statements.count();
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
        thresholds.look(ERRORS, (double) history.failuresOfHour(now));
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
        history.look(now, view.takePeak(), managed == null ? null : managed.totals(), endOfStep);
        return now;
    }

    private void judge(PoolNow now) {
        List<String> why = new ArrayList<>();
        Status worst = Status.HEALTHY;
        String failed = failed(now);
        failure = failed;
        if (failed != null) {
            why.add("connections can not be made: " + failed);
            worst = Status.ERROR;
        }
        thresholds.reasons(why);
        worst = worst.or(thresholds.status());
        if (now.isExhausted()) {
            why.add("all " + now.max + " connections are in use");
            worst = worst.or(Status.WARNING);
        }
        reasons = Collections.unmodifiableList(why);
        status = worst;
        turned(failed);
    }

    /** Why connections can not be made, by the application's last connect or the last test. */
    private @Nullable String failed(PoolNow now) {
        String connect = now.managed == null ? null : now.managed.connectFailure(STALE_MILLIS);
        ProbeResult test = probed;
        return connect == null
                        && test != null
                        && test.isFailed()
                        && answers() == answersAtTest
                        && System.nanoTime() - probedNanos < TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS)
                ? test.error()
                : connect;
    }

    /** Tells once that the database is down, and that this is over. */
    private void turned(@Nullable String failed) {
        if (failed != null && !down) {
            down = true;
            Log.report(
                    Level.WARN,
                    "poolagent.database.down",
                    () -> "pool " + view.name() + ": connections can not be made: " + failed,
                    json -> json.put("pool", view.name()).put("error", failed));
        } else if (failed == null && down) {
            down = false;
            String how = "connections can be made again";
            Log.report(
                    Level.INFO,
                    "poolagent.pool.recovered",
                    () -> "pool " + view.name() + ": " + how,
                    json -> json.put("pool", view.name()).put("how", how));
        }
    }
}
