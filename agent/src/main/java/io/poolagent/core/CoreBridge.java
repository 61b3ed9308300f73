package io.poolagent.core;

import io.poolagent.core.config.Config;
import io.poolagent.core.handle.ConnectionState;
import io.poolagent.core.handle.HandleRuntime;
import io.poolagent.core.handle.SlowRuns;
import io.poolagent.core.intercept.ForeignHooks;
import io.poolagent.core.jmx.Beans;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.metrics.Metrics;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.HookErrors;
import io.poolagent.core.watch.Watch;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The core's end of the bridge: for connects and pools that is {@link ForeignHooks}, for handles it is here. Whatever fails
 * in the agent is counted and goes no further; only what a driver threw does, unchanged.
 */
final class CoreBridge extends ForeignHooks {
    private CoreBridge(Pools pools) {
        super(pools);
    }

    /** Connects the bridge. Here, and not where it is called from: that class must load before the bridge exists. */
    static synchronized void install(Config config) {
        if (instance == null) {
            Leaks leaks = new Leaks(config);
            Watch watch = new Watch(config, leaks, new Beans());
            Metrics metrics = new Metrics(watch);
            instance = new CoreBridge(new Pools(config, leaks, metrics.watcher()));
            HttpStart.connected(watch, metrics::text);
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

    /** The agent lost track of this connection: it is not reused. */
    private static void distrust(Object handle) {
        Object state = ((PoolAgentHandle) handle).poolAgentState();
        if (state instanceof ConnectionState) {
            ((ConnectionState) state).escaped(null);
        }
    }
}
