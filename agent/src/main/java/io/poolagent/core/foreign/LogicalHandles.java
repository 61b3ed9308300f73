package io.poolagent.core.foreign;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Logical handles of those who use a driver's PooledConnection or XAConnection without a known pool: the driver itself
 * tells its listeners when one is closed, as JDBC wants it, so no class of a driver's has to be changed for that. Any
 * thread may use it.
 */
final class LogicalHandles {
    private final Map<PooledConnection, Closing> listening = Collections.synchronizedMap(new WeakHashMap<>());

    /** The next close of a handle of this connection's ends the lease; an earlier handle is closed by the driver. */
    void begin(PooledConnection physical, ForeignLease lease) {
        Closing closing = listening.get(physical);
        if (closing == null) {
            closing = new Closing();
            listening.put(physical, closing);
            physical.addConnectionEventListener(closing);
        }
        closing.begin(lease);
    }

    /** The physical connection is closed, and with it the handle, of which drivers tell nobody. */
    void end(PooledConnection physical) {
        Closing closing = listening.get(physical);
        if (closing != null) {
            closing.end();
        }
    }

    /** Listens to one connection, to which it must not refer. */
    private static final class Closing implements ConnectionEventListener {
        private @Nullable ForeignLease open;

        synchronized void begin(ForeignLease lease) {
            end();
            open = lease;
        }

        private synchronized void end() {
            if (open != null) {
                ForeignPools.end(open);
                open = null;
            }
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            end();
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            // the handle is still the application's
        }
    }
}
