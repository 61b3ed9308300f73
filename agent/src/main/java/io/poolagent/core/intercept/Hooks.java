package io.poolagent.core.intercept;

import io.poolagent.core.database.Database;
import io.poolagent.core.database.Databases;
import io.poolagent.core.database.Urls;
import io.poolagent.core.jvm.Privileged;
import io.poolagent.core.lease.AcquisitionStack;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.StackPolicy;
import io.poolagent.core.pool.Connector;
import io.poolagent.core.pool.PhysicalFailure;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Log;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What happens in {@code Driver.connect} and {@code DataSource.getConnection} before the original body. A known key
 * goes to its pool. For an unknown one the body runs first, unguarded, to see who makes the connection: the innermost
 * one does, and only after its connect succeeded there is a pool. Any thread may call any method.
 */
public final class Hooks {
    private final Pools pools;
    private final FirstConnect firstConnect;

    /** Hooks that use the given pools. */
    public Hooks(Pools pools) {
        this.pools = pools;
        this.firstConnect = new FirstConnect(pools);
    }

    /**
     * For {@code Driver.connect}.
     *
     * @return as {@link PoolAgentBridge#connect}
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object connect(java.sql.Driver driver, @Nullable String url, @Nullable Properties info) {
        ThreadState thread = ThreadState.current();
        if (thread.isGuarded() || url == null || thread.isPassing(driver) || !pools.isOpen()) {
            return null;
        }
        Class<?> type = driver.getClass();
        if (thread.refuses(type, url)) {
            return null;
        }
        Route recent = thread.recent();
        if (recent != null
                && recent.target() == type
                && !TakeOver.isConfigured()
                && recent.key().isFor(url, info)
                && !recent.pool().isClosed()) {
            if (Subjects.isBound()) {
                return null;
            }
            StackPolicy stacks = pools.stacks();
            Origin origin = stacks.isForWhole() ? stacks.captured(new AcquisitionStack().walked()) : stacks.part();
            return acquire(thread, recent, new DriverConnect(driver, url, info), origin);
        }
        return connect(thread, driver, url, info);
    }

    /** Where the thread's last route is not the one: apart, so that the JVM's compiler takes the short way in one piece. */
    private @Nullable Object connect(
            ThreadState thread, java.sql.Driver driver, String url, @Nullable Properties info) {
        Class<?> type = driver.getClass();
        Routes routes = Routes.of(type);
        if (routes.refuses(url)) {
            thread.refused(type, url);
            return null;
        }
        if (Subjects.isBound()) {
            return null;
        }
        Database database = Databases.of(url);
        if (database.isOrder(url, info)) {
            pools.distrust();
        }
        if (routes.isDirect(url)) {
            return null;
        }
        if (info != null && !PropertyDefaults.isPlain(info.getClass())) {
            if (routes.goDirect(info.getClass().getName())) {
                Log.info("not pooled: " + type.getName() + ", " + Urls.shortened(url)
                        + ": its properties are of the class " + info.getClass().getName()
                        + ", which decides by itself what they are");
            }
            return null;
        }
        DriverConnect connect = new DriverConnect(driver, url, info);
        if (TakeOver.comesFromOne(connect)) {
            return null;
        }
        ConnectKey key = ConnectKey.of(url, info, environment(database, url, info));
        Route route = routes.find(key);
        if (route != null) {
            thread.recent(route);
            return acquire(thread, route, connect, pools.stacks().capture());
        }
        if (routes.isDirect(key)) {
            thread.supplied();
            return null;
        }
        return firstConnect.run(
                thread,
                routes,
                connect,
                new Candidate(type, url, key, info, info == null ? null : info.getProperty("user"), connect));
    }

    /**
     * For {@code DataSource.getConnection}.
     *
     * @param login whether user and password were given
     * @return as {@link PoolAgentBridge#connect}
     * @throws PhysicalFailure with what the data source threw
     */
    public @Nullable Object getConnection(
            javax.sql.DataSource source, boolean login, @Nullable String user, @Nullable String password) {
        ThreadState thread = ThreadState.current();
        if (thread.isGuarded() || thread.isPassing(source) || !pools.isOpen()) {
            return null;
        }
        Route recent = thread.recent();
        if (recent != null
                && recent.target() == source.getClass()
                && !recent.routes().isDirect("")
                && recent.key().isFor(recent.reader(), source, login, user, password)
                && !recent.pool().isClosed()) {
            if (Subjects.isBound()) {
                return null;
            }
            StackPolicy stacks = pools.stacks();
            Origin origin = stacks.isForWhole() ? stacks.captured(new AcquisitionStack().walked()) : stacks.part();
            return acquire(thread, recent, new SourceConnect(source, login, user, password), origin);
        }
        return getConnection(thread, source, login, user, password);
    }

    private @Nullable Object getConnection(
            ThreadState thread,
            javax.sql.DataSource source,
            boolean login,
            @Nullable String user,
            @Nullable String password) {
        Class<?> type = source.getClass();
        Routes routes = Routes.of(type);
        if (routes.isDirect("") || Subjects.isBound()) {
            return null;
        }
        SourceConnect connect = new SourceConnect(source, login, user, password);
        ConnectKey key = SourceProperties.key(source, login, user, password);
        if (key != null) {
            Route route = routes.find(key);
            if (route != null) {
                thread.recent(route);
                return acquire(thread, route, connect, pools.stacks().capture());
            }
            if (routes.isDirect(key)) {
                thread.supplied();
                return null;
            }
        }
        return firstConnect.run(thread, routes, connect, new Candidate(type, null, key, null, user, connect));
    }

    /**
     * In a method by which a foreign pool that is taken over gives connections.
     *
     * @param pool the pool; the name of its class where the method is static
     * @return as {@link PoolAgentBridge#connect}
     * @throws PhysicalFailure with what the driver threw
     */
    public @Nullable Object takeOver(Object pool) {
        DriverConnect learned = TakeOver.learned(pool);
        ThreadState thread = ThreadState.current();
        if (learned == null || thread.isTakingOver()) {
            return null;
        }
        thread.takingOver(true);
        try {
            return connect(learned.driver(), learned.url(), learned.info());
        } finally {
            thread.takingOver(false);
        }
    }

    /** The thread enters such a pool, or leaves it with null. */
    public void inside(@Nullable Object pool) {
        ThreadState.current().inside(pool);
    }

    /** A method of a foreign pool has handed out a connection, or null: its guard has ended. */
    public void handedOut(Object source, @Nullable Object handle) {
        ThreadState thread = ThreadState.current();
        thread.unguard();
        if (handle != null) {
            thread.supplied(); // a data source around the pool makes none itself
        }
        if (handle != null && !thread.isGuarded() && pools.isOpen()) {
            pools.foreign().acquired(thread.foreign(), thread.pace(), source, handle);
        }
    }

    /** A method of a foreign pool threw instead: its guard has ended. */
    public void refused(Object source, Throwable thrown) {
        ThreadState thread = ThreadState.current();
        thread.unguard();
        if (thrown instanceof Exception && !thread.isGuarded() && pools.isOpen()) {
            pools.foreign().refused(thread.foreign(), source, (Exception) thrown);
        }
    }

    /** What a foreign pool may have handed out is about to be closed. */
    public void released(Object handle) {
        if (!pools.foreign().isEmpty()) {
            pools.foreign().released(ThreadState.current().foreign(), handle);
        }
    }

    private static Environment environment(Database database, String url, @Nullable Properties info) {
        Properties given = info == null ? new Properties() : info;
        return Privileged.call(
                () -> Environment.now(database.sessionProperties(url, given), database.credentialFile(url, given)));
    }

    private @Nullable Object acquire(ThreadState thread, Route route, Connector connector, @Nullable Origin origin) {
        thread.guard();
        try {
            Object handle = pools.observesOnly()
                    ? route.pool().observe(connector, thread.holder(), origin)
                    : route.pool().acquire(connector, thread.holder(), origin);
            if (handle != null) {
                thread.supplied();
            }
            return handle == null ? PoolAgentBridge.NOTHING : handle;
        } finally {
            thread.unguard();
        }
    }
}
