package io.poolagent.core.pool;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import io.poolagent.core.database.Database;
import io.poolagent.core.database.Urls;
import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.foreign.ForeignPools;
import io.poolagent.core.handle.HandleRuntime;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.jvm.ApplicationLoaders;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Reclaimer;
import io.poolagent.core.lease.StackPolicy;
import io.poolagent.core.report.Log;
import io.poolagent.core.report.Numbered;
import io.poolagent.core.report.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Every managed pool of the process. Any thread may use it. */
public final class Pools {
    private static final long TICK_MILLIS = 1_000;
    /** How long the JVM's end may wait for idle connections to be closed. */
    private static final long SHUTDOWN_MILLIS = 1_000;

    private final Config config;
    private final boolean observesOnly;
    private final Leaks leaks;
    private final PoolWatcher watcher;
    private final ForeignPools foreign;
    private final ConcurrentHashMap<String, Server> servers = new ConcurrentHashMap<>();
    private final Set<ManagedPool> live = ConcurrentHashMap.newKeySet();
    private final Resting resting = new Resting();
    private final FailedConnects failedConnects = new FailedConnects();
    private final Reclaimer reclaimer = new Reclaimer();
    private boolean started;
    private volatile boolean shutDown;

    /**
     * Pools made as the configuration says.
     *
     * @param leaks learns what leaks from them
     * @param watcher is shown them once a second
     */
    public Pools(Config config, Leaks leaks, PoolWatcher watcher) {
        this.config = config;
        this.leaks = leaks;
        this.watcher = watcher;
        this.foreign = new ForeignPools(leaks, this::start);
        this.observesOnly = config.text(Options.MODE).equals("observe");
    }

    /** Whether connects still go through pools: not any more once the JVM ends. */
    public boolean isOpen() {
        return !shutDown;
    }

    /** Whether the user excluded a URL, or wants it although the agent would not. */
    public boolean isExcluded(String url) {
        return config.patterns(Options.EXCLUDE).match(url);
    }

    /** Whether the user wants a URL pooled although the agent would not. */
    public boolean isIncluded(String url) {
        return config.patterns(Options.INCLUDE).match(url);
    }

    /**
     * A connect before there is a pool for it; with one more try where the server has too many connections and idle ones
     * of ours made room.
     *
     * @param url null where it is not known before the connection is there
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object connect(Connector connector, @Nullable String url, Database database) {
        Server server = url == null ? null : servers.get(Urls.server(url));
        if (server == null || url == null) {
            return PhysicalFailure.call(connector);
        }
        PoolCounters uncounted = new PoolCounters(new PoolLog(Urls.shortened(url)));
        return new PhysicalConnects(database, server, new ConnectTime(), uncounted).connectAside(connector);
    }

    /**
     * A connect failed for which there is no pool.
     *
     * @param source the class of the Driver or DataSource
     * @param url null where it is not known
     */
    public void connectFailed(Class<?> source, @Nullable String url, Throwable thrown) {
        if (start(source)) {
            Server server = url == null ? null : servers.get(Urls.server(url));
            failedConnects.failed(source, url, server, thrown, System.nanoTime());
        }
    }

    /** As {@link #connectFailed}, of one that succeeded. */
    public void connected(Class<?> source, @Nullable String url) {
        failedConnects.succeeded(source, url);
    }

    /** Those that failed. */
    public FailedConnects failedConnects() {
        return failedConnects;
    }

    /** A database may have ended: idle connections are asked before they are handed out. */
    public void distrust() {
        for (ManagedPool pool : live) {
            pool.distrust();
        }
    }

    /** The pools that the application brought. */
    public ForeignPools foreign() {
        return foreign;
    }

    /** What acquires capture of their stacks. */
    public StackPolicy stacks() {
        return leaks.stacks();
    }

    /** Whether connections are only tracked. */
    public boolean observesOnly() {
        return observesOnly;
    }

    /**
     * Makes a pool.
     *
     * @param source the class of the Driver or DataSource
     * @param url the URL its connections have; not masked
     * @param user the user, as far as known
     * @param filler connects without the application, for {@code pool.min}; null where that is not possible
     * @param undeployed whether the application that the driver belongs to is gone; asked by the housekeeper
     * @param forgotten called once the pool was thrown away because nobody used it
     * @return null where the JVM is about to end
     */
    public @Nullable ManagedPool create(
            Class<?> source,
            String url,
            @Nullable String user,
            Database database,
            @Nullable Connector filler,
            BooleanSupplier undeployed,
            Runnable forgotten) {
        if (!start(source)) {
            return null;
        }
        PoolSettings settings = new PoolSettings(config.forUrl(url));
        ManagedPool pool;
        synchronized (servers) {
            Server server = servers.computeIfAbsent(Urls.server(url), key -> new Server());
            pool = new ManagedPool(
                    name(url, user),
                    ApplicationLoaders.of(source),
                    database,
                    settings,
                    server,
                    leaks,
                    filler,
                    undeployed,
                    forgotten);
            server.add(pool);
            live.add(pool);
        }
        Log.info("new pool: " + pool.name() + ", " + database.name() + ", max " + settings.max()
                + (observesOnly() ? " (mode=observe: connections are tracked, not pooled)" : ""));
        return pool;
    }

    /** Short, for people: product, server, database, user; a number where another live pool has the same. */
    private String name(String url, @Nullable String user) {
        String name = OneLine.of(Urls.shortened(url) + (user == null ? "" : " user=" + user));
        Set<String> taken = new HashSet<>();
        for (ManagedPool pool : live) {
            taken.add(pool.name());
        }
        return Numbered.unique(name, taken);
    }

    /** Starts what runs beside the application, with the first pool, managed or foreign, or the first connect that fails. Returns false where the JVM is about to end. */
    private synchronized boolean start(Class<?> source) {
        if (started) {
            return !shutDown;
        }
        try {
            Runtime.getRuntime()
                    .addShutdownHook(AgentThreads.factory("pool-agent-shutdown").newThread(this::shutDown));
        } catch (IllegalStateException e) {
            shutDown = true;
            return false;
        }
        started = true;
        Log.open(source.getClassLoader());
        AgentThreads.start("pool-agent-reclaimer", reclaimer);
        Future<?> unused = AgentThreads.scheduler()
                .scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return true;
    }

    private void tick() {
        try {
            HandleRuntime.letGo();
            long now = System.nanoTime();
            leaks.look(leases(), now);
            for (ManagedPool pool : live) {
                pool.keepHouse(now);
            }
            resting.look(live, now).forEach(this::forget);
            foreign.keepHouse();
            if (!shutDown) {
                watcher.look(this);
            }
        } catch (Throwable e) {
            Log.error("housekeeping failed: " + e);
        }
    }

    /** The pools there are: a view that goes with them. */
    public Collection<ManagedPool> all() {
        return Collections.unmodifiableSet(live);
    }

    /** The leases of all pools, foreign ones included. */
    public List<LeaseRecord> leases() {
        List<LeaseRecord> all = new ArrayList<>();
        for (ManagedPool pool : live) {
            all.addAll(pool.leases());
        }
        all.addAll(foreign.leases());
        return all;
    }

    private void forget(ManagedPool pool) {
        pool.dispose();
        live.remove(pool);
        synchronized (servers) {
            pool.server().remove(pool);
            servers.values().removeIf(Server::isUnused);
        }
    }

    private void summarise() {
        for (ManagedPool pool : live) {
            Log.info(pool.summary());
        }
        for (ForeignPool pool : foreign.all()) {
            Log.info("foreign pool " + pool.name() + ": " + pool.state());
        }
        leaks.summary(leases());
    }

    /** Runs beside the application's own hooks: leases stay usable to the end, idle connections are closed. */
    private void shutDown() {
        shutDown = true;
        try {
            AgentThreads.settle(SHUTDOWN_MILLIS / 4); // a report of the last moment
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Log.flush(SHUTDOWN_MILLIS / 2);
        Log.ending();
        try {
            reclaimer.settled(SHUTDOWN_MILLIS / 4, this::summarise);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watcher.end(this);
        Thread closing = AgentThreads.factory("pool-agent-closing").newThread(() -> {
            for (ManagedPool pool : live) {
                pool.close();
            }
        });
        closing.start();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHUTDOWN_MILLIS);
        try {
            closing.join(SHUTDOWN_MILLIS);
            Log.flush(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
