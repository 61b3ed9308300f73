package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.pool.ManagedPool;
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

    /** The names of the alarms. */
    static final String UTILISATION = "utilisation";

    static final String WAITING = "waiting";
    static final String ERRORS = "errors per hour";

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
        boolean failing = now.connectFailure != null;
        connected = failed != null ? Boolean.FALSE : !failing && hasAnswered(now) ? Boolean.TRUE : null;
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
        Failure connect = now.connectFailure;
        if (connect != null && connect.isWithin(STALE_MILLIS)) {
            return connect.what();
        }
        ProbeResult test = probed;
        return test != null
                        && test.isFailed()
                        && answers() == answersAtTest
                        && System.nanoTime() - probedNanos < TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS)
                ? test.error()
                : null;
    }

    /** A managed pool is made from its first connection. */
    private static boolean hasAnswered(PoolNow now) {
        return now.managed != null || now.acquires > 0;
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
