package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolWatcher;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at all pools once a second, and knows how they are. Any thread may ask; the housekeeper looks. */
public final class Watch implements PoolWatcher {
    /** So many pools are shown with a history: what is kept of each may be 200 KB after a day. Of others there are alarms. */
    private static final int MOST_SHOWN = 100;

    private final Config config;
    private final Leaks leaks;
    private final @Nullable WatchListener next;
    private final Probes probes = new Probes();
    private final BackgroundTests tests;
    private final HistoryFile historyFile;
    private final JvmHealth jvm;
    private final Outages outages = new Outages();
    private volatile Map<PoolView, PoolHealth> pools = new LinkedHashMap<>();
    private volatile @Nullable Pools source;

    private long stepNanos = System.nanoTime();
    /** Leases that began in pools that are gone. */
    private volatile long ended;

    private volatile int mostUsed;

    /**
     * Has seen nothing yet.
     *
     * @param next looks after this; null for nobody
     */
    public Watch(Config config, Leaks leaks, @Nullable WatchListener next) {
        this.config = config;
        this.leaks = leaks;
        this.next = next;
        this.tests = new BackgroundTests(this, config);
        this.historyFile = new HistoryFile(config);
        this.jvm = new JvmHealth(config, leaks);
    }

    @Override
    public void look(Pools all) {
        source = all;
        long now = System.nanoTime();
        boolean endOfStep = now - stepNanos >= TimeUnit.SECONDS.toNanos(PoolHistory.FINE_SECONDS);
        if (endOfStep) {
            stepNanos = now;
        }
        Map<PoolView, PoolHealth> known = pools;
        Map<PoolView, PoolHealth> wanted = new LinkedHashMap<>();
        for (PoolView view : views(all)) {
            PoolHealth health = known.get(view);
            wanted.put(view, health == null ? new PoolHealth(view, config) : health);
        }
        pools = wanted;
        long gone = ended;
        int most = mostUsed;
        for (Map.Entry<PoolView, PoolHealth> each : known.entrySet()) {
            if (!wanted.containsKey(each.getKey())) {
                gone += each.getKey().totalAcquires();
                most = Math.max(most, each.getKey().now().maxUsed);
                historyFile.ended(each.getValue());
            }
        }
        ended = gone;
        int active = 0;
        int number = 0;
        for (PoolHealth each : wanted.values()) {
            boolean shown = number++ < MOST_SHOWN;
            active += Math.max(0, each.look(endOfStep ? System.currentTimeMillis() : 0, shown).active);
        }
        mostUsed = Math.max(most, active);
        jvm.look();
        outages.look(all.failedConnects().outages(now));
        tests.look(now);
        if (next != null) {
            next.look(this);
        }
    }

    @Override
    public void end(Pools all) {
        historyFile.write(pools.values());
    }

    private static List<PoolView> views(Pools all) {
        List<PoolView> views = new ArrayList<>();
        for (ManagedPool pool : all.all()) {
            if (!pool.isGone()) {
                views.add(PoolView.of(pool));
            }
        }
        for (ForeignPool pool : all.foreign().all()) {
            views.add(PoolView.of(pool));
        }
        return views;
    }

    /** Those whose database was down: else nobody might see that it is back. */
    List<PoolHealth> failing() {
        List<PoolHealth> failing = new ArrayList<>(pools.values());
        failing.removeIf(each -> !each.isDown() || each.view().managed() == null);
        return failing;
    }

    /** The pools that are shown with what is known of them, managed ones first: all, or the first hundred. */
    public List<PoolHealth> pools() {
        List<PoolHealth> all = new ArrayList<>(pools.values());
        return all.size() <= MOST_SHOWN ? all : new ArrayList<>(all.subList(0, MOST_SHOWN));
    }

    /** How many pools there are. */
    public int count() {
        return pools.size();
    }

    /** Whether the database of one of them is down, as far as is known, or one for which there is no pool yet. */
    public boolean isAnyDown() {
        return outages.isAny() || pools.values().stream().anyMatch(PoolHealth::isDown);
    }

    /**
     * Somebody wants to know whether databases that are down are back: they are asked soon, in the background and not more
     * often than in a while, also where no interval has it done.
     */
    public void askAgain() {
        tests.askAgain();
    }

    /** What is known of one pool; null where it is new, or gone. */
    public @Nullable PoolHealth of(PoolView view) {
        return pools.get(view);
    }

    /** All pools themselves; null before the first. */
    public @Nullable Pools source() {
        return source;
    }

    /** The open leases of all pools. */
    public List<LeaseRecord> leases() {
        Pools all = source;
        return all == null ? new ArrayList<>() : all.leases();
    }

    /** What leaks from them. */
    public Leaks leaks() {
        return leaks;
    }

    /** The configuration. */
    public Config config() {
        return config;
    }

    /** The most connections of all pools together that were leased at once, as seen at looks and by each pool. */
    public int mostUsed() {
        int most = mostUsed;
        for (PoolHealth each : pools.values()) {
            most = Math.max(most, each.view().now().maxUsed);
        }
        return most;
    }

    /** How many leases began in all pools together, those included that are gone. */
    public long acquires() {
        long all = ended;
        for (PoolView each : pools.keySet()) {
            all += each.totalAcquires();
        }
        return all;
    }

    /** How many leases began per second in all pools, over the last minute. */
    public double acquiresPerSecond() {
        double all = 0;
        for (PoolHealth each : pools.values()) {
            all += each.acquiresPerSecond();
        }
        return all;
    }

    /** Why not all is well; empty where it is. */
    public List<String> reasons() {
        List<String> all = new ArrayList<>();
        jvm.reasons(all);
        all.addAll(outages.reasons());
        for (PoolHealth each : pools.values()) {
            for (String reason : each.reasons()) {
                all.add(each.view().name() + ": " + reason);
            }
        }
        return all;
    }

    /** Whether connections can be made: false where they can not be made somewhere; null where nothing is known. */
    public @Nullable Boolean connected() {
        if (outages.isAny()) {
            return false;
        }
        boolean known = false;
        for (PoolHealth each : pools.values()) {
            Boolean one = each.connected();
            if (Boolean.FALSE.equals(one)) {
                return false;
            }
            known |= one != null;
        }
        return known ? Boolean.TRUE : null;
    }

    /** How all of them are, databases without a pool, and the JVM's memory: as the worst. */
    public Status status() {
        Status worst = outages.isAny() ? Status.ERROR : jvm.status();
        for (PoolHealth each : pools.values()) {
            worst = worst.or(each.status());
        }
        return worst;
    }

    /**
     * Lets the heap be watched as well. The JVM is asked by its beans, whose classes are loaded for that, and with them
     * something of its logging: to be called once whoever else wants them has them.
     */
    public void watchHeap() {
        jvm.watchHeap();
    }

    /** What somebody could do about the JVM's memory. */
    public List<String> recommendations() {
        return jvm.recommendations();
    }

    /** What somebody could do about a pool. */
    public List<String> recommendations(PoolHealth health) {
        return Recommendations.of(health, leaks::isSuspected);
    }

    /**
     * Asks the databases of pools whether they are there.
     *
     * @param byHand whether somebody asked for it; else connects that were refused are not tried again
     * @param millis how long to wait for all of them
     */
    public Map<PoolHealth, ProbeResult> test(List<PoolHealth> some, boolean byHand, long millis)
            throws InterruptedException {
        return probes.test(some, byHand, millis);
    }

    /** The history of all pools. */
    public Json history() {
        Json all = Json.array();
        for (PoolHealth each : pools()) {
            all.add(each.history().json(each.view().name()));
        }
        return Json.object().put("pools", all);
    }
}
