package io.poolagent.core.handle;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What happens when a closed connection, or something that came from it, is used. Where the physical connection was
 * closed as well, its own objects answer. Where it lives on, nothing may reach it: a {@link ClosedConnection} answers.
 */
final class AfterClose {
    private AfterClose() {}

    /** Before a method of a handle whose connection was closed. */
    static void before(PoolAgentHandle handle, ConnectionState connection, int operation) throws SQLException {
        SQLException takenAway = connection.takenAway();
        boolean asks = operation == Op.LIVE || operation == Op.DOUBT || operation == Op.ABORT;
        if (takenAway != null && !asks) { // whether it is closed or valid the driver's own aborted objects tell
            throw takenAway;
        }
        if (!connection.hasPassedOn()) {
            return;
        }
        if (handle.poolAgentState() instanceof Child) {
            part(handle, connection);
        } else if (operation == Op.ATTRIBUTE + Attribute.CLIENT_INFO && handle.poolAgentDelegate() == null) {
            clientInfo(handle, connection);
        }
    }

    /** Some drivers let this be changed on a closed connection, and tell of it later: it is this handle's from here. */
    private static void clientInfo(PoolAgentHandle handle, ConnectionState connection) throws SQLException {
        ClosedConnection closed = connection.closed();
        if (closed != null && closed.raw().getClass() == connection.raw().getClass()) {
            connection.giveAwayClosed();
            handle.poolAgentInit(closed.raw(), connection);
        } else {
            // setClientInfo declares no other exception
            SQLException refused = connection.closedException();
            throw new SQLClientInfoException(
                    refused.getMessage(), refused.getSQLState(), refused.getErrorCode(), Collections.emptyMap());
        }
    }

    /**
     * Open statements and their result sets were seen to when the connection was closed. Here it is metadata's turn,
     * and that of statements which were closed before, but which the driver still lets cancel or even run.
     */
    private static void part(PoolAgentHandle handle, ConnectionState connection) throws SQLException {
        Child child = (Child) handle.poolAgentState();
        if (child.settled) {
            return;
        }
        ClosedConnection closed = connection.closed();
        if (closed == null) {
            throw connection.closedException();
        }
        Object delegate = handle.poolAgentDelegate();
        Object other = delegate instanceof DatabaseMetaData ? closed.metaData() : null;
        if (other != null && other.getClass() == delegate.getClass()) {
            handle.poolAgentInit(other, child);
        } else {
            boolean bound = Orphans.bind(delegate, connection.raw(), closed);
            if (!bound && delegate instanceof DatabaseMetaData) {
                throw connection.closedException();
            }
        }
        child.settled = true;
    }

    static @Nullable Object answering(PoolAgentHandle handle) {
        ConnectionState connection = Child.connectionOf(handle);
        if (!connection.hasPassedOn()) {
            return Child.rawOf(handle);
        }
        ClosedConnection closed = connection.closed();
        Connection raw = connection.raw();
        return closed != null && closed.raw().getClass() == raw.getClass() ? closed.raw() : null;
    }
}
