package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Physical connects of one pool, each in the thread that asked. Any thread may use it. */
final class PhysicalConnects {
    /** A server needs a moment to notice that connections were closed; these are the pauses before trying again. */
    private static final long[] PAUSES_MILLIS = {5, 25, 100};

    private final Database database;
    private final Server server;
    private final ConnectTime time;
    private final PoolCounters counters;

    /** @param counters count how long each took */
    PhysicalConnects(Database database, Server server, ConnectTime time, PoolCounters counters) {
        this.counters = counters;
        this.database = database;
        this.server = server;
        this.time = time;
    }

    /**
     * One connect; one more only where the server has too many connections and idle ones of ours made room.
     *
     * @throws PhysicalFailure with what the driver threw at the last try
     */
    @Nullable
    Object connect(Connector connector) {
        return connect(connector, true);
    }

    /** The same for a connection that nobody gets, and that does not count. */
    @Nullable
    Object connectAside(Connector connector) {
        return connect(connector, false);
    }

    private @Nullable Object connect(Connector connector, boolean counts) {
        for (int tries = 0; ; tries++) {
            int purges = server.purges();
            long start = System.nanoTime();
            try {
                Object raw = connector.connect();
                long took = System.nanoTime() - start;
                time.took(took);
                if (counts) {
                    counters.creates.add(took);
                    counters.log.connected(took);
                }
                return raw;
            } catch (Throwable thrown) {
                if (tries >= PAUSES_MILLIS.length || !hasTooMany(thrown)) {
                    throw new PhysicalFailure(thrown);
                }
                boolean room = server.purge() > 0 || server.purges() != purges || tries > 0;
                if (!room) {
                    throw new PhysicalFailure(thrown);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSES_MILLIS[tries]));
            }
        }
    }

    private boolean hasTooMany(Throwable thrown) {
        return thrown instanceof SQLException && database.tooManyConnections((SQLException) thrown);
    }
}
