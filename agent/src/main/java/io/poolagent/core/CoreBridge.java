package io.poolagent.core;

import io.poolagent.core.config.Config;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.HandleRuntime;
import io.poolagent.core.handle.SlowRuns;
import io.poolagent.core.intercept.Guards;
import io.poolagent.core.intercept.Hooks;
import io.poolagent.core.jmx.Beans;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.metrics.Metrics;
import io.poolagent.core.pool.PhysicalFailure;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.HookErrors;
import io.poolagent.core.watch.Watch;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The core's end of the bridge. Whatever fails in the agent is counted here and goes no further; only what a driver
 * threw does, unchanged.
 */
final class CoreBridge extends PoolAgentBridge {
    private final Hooks hooks;

    private CoreBridge(Hooks hooks) {
        this.hooks = hooks;
    }

    /** Connects the bridge. Here, and not where it is called from: that class must load before the bridge exists. */
    static synchronized void install(Config config) {
        if (instance == null) {
            Leaks leaks = new Leaks(config);
            Watch watch = new Watch(config, leaks, new Beans());
            Metrics metrics = new Metrics(watch);
            instance = new CoreBridge(new Hooks(new Pools(config, leaks, metrics.watcher())));
            HttpStart.connected(watch, metrics::text);
        }
    }

    @Override
    public @Nullable Object connect(Object driver, String url, Properties info) throws Throwable {
        if (!(driver instanceof Driver) || HookErrors.isDamaged()) {
            return null;
        }
        try {
            return hooks.connect((Driver) driver, url, info);
        } catch (Throwable e) {
            return withoutUs("Driver.connect", e);
        }
    }

    @Override
    public @Nullable Object getConnection(Object source) throws Throwable {
        if (!(source instanceof DataSource) || HookErrors.isDamaged()) {
            return null;
        }
        try {
            return hooks.getConnection((DataSource) source, false, null, null);
        } catch (Throwable e) {
            return withoutUs("DataSource.getConnection", e);
        }
    }

    @Override
    public @Nullable Object getConnection(Object source, String user, String password) throws Throwable {
        if (!(source instanceof DataSource) || HookErrors.isDamaged()) {
            return null;
        }
        try {
            return hooks.getConnection((DataSource) source, true, user, password);
        } catch (Throwable e) {
            return withoutUs("DataSource.getConnection", e);
        }
    }

    @Override
    protected void onGuard(boolean enter) {
        try {
            Guards.set(enter);
        } catch (Throwable e) {
            HookErrors.count("guard", e);
        }
    }

    @Override
    protected @Nullable Object onTakeOver(Object pool) throws Throwable {
        try {
            return hooks.takeOver(pool);
        } catch (Throwable e) {
            return withoutUs("foreign.takeover", e);
        }
    }

    @Override
    protected void onInside(@Nullable Object pool) {
        try {
            hooks.inside(pool);
        } catch (Throwable e) {
            HookErrors.count("foreign.takeover", e);
        }
    }

    @Override
    protected void onHandedOut(Object source, @Nullable Object connection) {
        try {
            hooks.handedOut(source, connection);
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's acquire", e);
        }
    }

    @Override
    protected void onRefused(Object source, Throwable thrown) {
        try {
            hooks.refused(source, thrown);
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's failure", e);
        }
    }

    @Override
    protected void onReleased(Object connection) {
        try {
            hooks.released(connection);
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's release", e);
        }
    }

    @Override
    protected void beforeCall(Object handle, int operation, @Nullable Object argument) throws Throwable {
        try {
            HandleRuntime.before((PoolAgentHandle) handle, operation, argument);
        } catch (SQLException e) {
            throw e;
        } catch (Throwable e) {
            HookErrors.count("before a call", e);
            distrust(handle);
        }
    }

    @Override
    protected @Nullable Object insteadOfCall(Object handle, int operation, @Nullable Object argument) throws Throwable {
        return HandleRuntime.instead((PoolAgentHandle) handle, operation, argument);
    }

    @Override
    protected @Nullable Object afterCall(@Nullable Object result, Object handle, int operation) {
        try {
            return HandleRuntime.after(result, (PoolAgentHandle) handle, operation);
        } catch (Throwable e) {
            HookErrors.count("after a call", e);
            distrust(handle);
            return result;
        }
    }

    @Override
    protected @Nullable Object afterClose(Object handle) {
        try {
            return HandleRuntime.afterClose((PoolAgentHandle) handle);
        } catch (Throwable e) {
            HookErrors.count("a call after close", e);
            return null;
        }
    }

    @Override
    protected Object afterCloseOrThrow(Object handle) throws Throwable {
        Object answering = afterClose(handle);
        if (answering == null) {
            throw HandleRuntime.closedException((PoolAgentHandle) handle);
        }
        return answering;
    }

    @Override
    protected void onDone(Object handle, long rows) {
        try {
            SlowRuns.done((PoolAgentHandle) handle, rows);
        } catch (Throwable e) {
            HookErrors.count("after a statement", e);
        }
    }

    @Override
    protected void onDoneBatch(Object handle, Object counts) {
        try {
            SlowRuns.doneBatch((PoolAgentHandle) handle, counts);
        } catch (Throwable e) {
            HookErrors.count("after a batch", e);
        }
    }

    @Override
    protected Throwable onFailure(Object handle, Throwable failure) {
        try {
            return HandleRuntime.failed((PoolAgentHandle) handle, failure);
        } catch (Throwable e) {
            HookErrors.count("after a failure", e);
            return failure;
        }
    }

    /** A hook failed: the driver's own failure is the application's, of one of ours it sees nothing. */
    private static @Nullable Object withoutUs(String hook, Throwable failure) throws Throwable {
        if (failure instanceof PhysicalFailure) {
            throw ((PhysicalFailure) failure).thrown();
        }
        HookErrors.count(hook, failure);
        return null;
    }

    /** The agent lost track of this connection: it is not reused. */
    private static void distrust(Object handle) {
        Object state = ((PoolAgentHandle) handle).poolAgentState();
        if (state instanceof ConnectionState) {
            ((ConnectionState) state).escaped();
        }
    }
}
