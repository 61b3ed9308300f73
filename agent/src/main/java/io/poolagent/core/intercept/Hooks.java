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
import io.poolagent.core.report.HookErrors;
import io.poolagent.core.report.Log;
import java.sql.Driver;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's end for methods that connect: what happens in {@code Driver.connect} and {@code DataSource.getConnection} before
 * the original body. A known key goes to its pool. For an unknown one the body runs first, unguarded, to see who makes the
 * connection: the innermost one does, and only after its connect succeeded there is a pool. Whatever fails in the agent is
 * counted here and goes no further; only what a driver threw does, unchanged. Any thread may call any method.
 */
public abstract class Hooks extends PoolAgentBridge {
    final Pools pools;
    private final FirstConnect firstConnect;

    /** Hooks that use the given pools. */
    Hooks(Pools pools) {
        this.pools = pools;
        this.firstConnect = new FirstConnect(pools);
    }

    /** The whole short way in one method: each frame on the stack makes that dearer to capture. */
    @Override
    public final @Nullable Object connect(Object target, @Nullable String url, @Nullable Properties info)
            throws Throwable {
        if (!(target instanceof Driver) || url == null || HookErrors.isDamaged()) {
            return null;
        }
        try {
            Driver driver = (Driver) target;
            ThreadState thread = ThreadState.current();
            if (thread.isGuarded() || thread.isPassing(driver) || !pools.isOpen()) {
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
                Origin origin = stacks.isForWhole()
                        ? stacks.captured(new AcquisitionStack().fillInStackTrace())
                        : stacks.part();
                return acquire(thread, recent, new DriverConnect(driver, url, info), origin);
            }
            return connect(thread, driver, url, info);
        } catch (Throwable e) {
            return withoutUs("Driver.connect", e);
        }
    }

    /** Where the thread's last route is not the one: apart, so that the JVM's compiler takes the short way in one piece. */
    private @Nullable Object connect(ThreadState thread, Driver driver, String url, @Nullable Properties info) {
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

    @Override
    public final @Nullable Object getConnection(
            Object target, @Nullable String user, @Nullable String password, boolean login) throws Throwable {
        if (!(target instanceof DataSource) || HookErrors.isDamaged()) {
            return null;
        }
        try {
            DataSource source = (DataSource) target;
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
                Origin origin = stacks.isForWhole()
                        ? stacks.captured(new AcquisitionStack().fillInStackTrace())
                        : stacks.part();
                return acquire(thread, recent, new SourceConnect(source, login, user, password), origin);
            }
            return getConnection(thread, source, login, user, password);
        } catch (Throwable e) {
            return withoutUs("DataSource.getConnection", e);
        }
    }

    private @Nullable Object getConnection(
            ThreadState thread, DataSource source, boolean login, @Nullable String user, @Nullable String password) {
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

    /** A hook failed: the driver's own failure is the application's, of one of ours it sees nothing. */
    static @Nullable Object withoutUs(String hook, Throwable failure) throws Throwable {
        if (failure instanceof PhysicalFailure) {
            ThreadState.current().failed();
            throw ((PhysicalFailure) failure).thrown();
        }
        HookErrors.count(hook, failure);
        return null;
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
