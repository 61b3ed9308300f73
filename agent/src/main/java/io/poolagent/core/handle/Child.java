package io.poolagent.core.handle;

import org.jspecify.annotations.Nullable;

/**
 * The state behind the handle of a statement, result set or metadata. It refers to the handles it came from, so that
 * the connection's handle stays reachable as long as anything got from it is.
 */
final class Child {
    final PoolAgentHandle root;
    final PoolAgentHandle parent;
    final ConnectionState connection;
    final @Nullable Tracked tracked;

    /** The text of a prepared statement. */
    @Nullable
    String sql;

    /** The run that this result set came from, or the next one will, until that was told of. */
    @Nullable
    SlowRun slow;

    /** It can not reach the physical connection any more, which lives on without it. */
    volatile boolean settled;

    /** The handle of the result set that the driver's statement last returned, for its identity. */
    private @Nullable PoolAgentHandle lastResult;

    Child(PoolAgentHandle root, PoolAgentHandle parent, ConnectionState connection, @Nullable Tracked tracked) {
        this.root = root;
        this.parent = parent;
        this.connection = connection;
        this.tracked = tracked;
    }

    /** The handle of the metadata that the driver's object last returned: drivers return the same again and again. */
    private @Nullable PoolAgentHandle lastMetaData;

    /** The handle of the driver's object, where this returned it last. */
    @Nullable
    PoolAgentHandle last(Object raw) {
        PoolAgentHandle result = lastResult;
        if (result != null && result.poolAgentDelegate() == raw) {
            return result;
        }
        PoolAgentHandle metaData = lastMetaData;
        return metaData != null && metaData.poolAgentDelegate() == raw ? metaData : null;
    }

    void lastMetaData(PoolAgentHandle handle) {
        lastMetaData = handle;
    }

    @Nullable
    PoolAgentHandle lastResult() {
        return lastResult;
    }

    void lastResult(PoolAgentHandle handle) {
        lastResult = handle;
    }

    /** The connection's handle. */
    static PoolAgentHandle rootOf(PoolAgentHandle handle) {
        Object state = handle.poolAgentState();
        return state instanceof Child ? ((Child) state).root : handle;
    }

    /** The driver's connection, also where only the connection's handle keeps it. */
    static Object rawOf(PoolAgentHandle handle) {
        Object delegate = rootOf(handle).poolAgentDelegate();
        return delegate == null ? connectionOf(handle).raw() : delegate;
    }

    static ConnectionState connectionOf(PoolAgentHandle handle) {
        Object state = handle.poolAgentState();
        return state instanceof Child ? ((Child) state).connection : (ConnectionState) state;
    }
}
