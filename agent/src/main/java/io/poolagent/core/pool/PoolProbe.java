package io.poolagent.core.pool;

import io.poolagent.core.database.Database;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.report.Failures;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a pool's database whether it is there: on a connection that nobody uses, or else on one more that is made for it
 * and closed. Any thread may use it.
 */
public final class PoolProbe {
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final LeaseReturns returns;
    private final Fitness fitness;
    private final Database database;
    private final PoolCounters counters;
    private final @Nullable Connector filler;
    private volatile @Nullable String version;
    /** How many connects there had been when one of ours was refused; -1 where none was. */
    private volatile long refusedAt = -1;

    PoolProbe(
            HikariSlots slots,
            SlotInventory inventory,
            LeaseReturns returns,
            Fitness fitness,
            Database database,
            PoolCounters counters,
            @Nullable Connector filler) {
        this.slots = slots;
        this.inventory = inventory;
        this.returns = returns;
        this.fitness = fitness;
        this.database = database;
        this.counters = counters;
        this.filler = filler;
    }

    /** The database could not be asked. */
    public static final class NotAsked extends Exception {
        private static final long serialVersionUID = 1;

        NotAsked(String why) {
            super(why);
        }
    }

    /**
     * Asks it.
     *
     * @param seconds how long the driver may take, once it has a connection
     * @param byHand whether somebody wants to know it now; else nothing is tried that was refused, until a connect of the
     *     application's has succeeded
     * @throws NotAsked where no connection is idle and none may be made, or the server has none left
     * @throws Throwable what the driver threw
     */
    public void ask(int seconds, boolean byHand) throws Throwable {
        if (!askIdle(seconds)) {
            if (filler == null || fitness.isClosed()) {
                throw new NotAsked("no idle connection");
            }
            if (!byHand && isRefused()) {
                throw new NotAsked("no idle connection, and the server refuses another one");
            }
            connect(filler);
        }
    }

    /** Returns false where no connection is idle. */
    private boolean askIdle(int seconds) throws Exception {
        Slot slot = slots.takeFilled();
        if (slot == null) {
            return false;
        }
        try {
            Physical idle = slot.take();
            if (idle != null) {
                ask(slot, idle, seconds);
            }
            return idle != null;
        } finally {
            returns.release(slot);
        }
    }

    private boolean isRefused() {
        return counters.isRefused() || refusedAt == counters.connects();
    }

    private void ask(Slot slot, Physical idle, int seconds) throws Exception {
        boolean alive = false;
        try {
            alive = database.isAlive(idle.raw(), seconds);
            if (alive) {
                learn(idle.raw());
            }
        } finally {
            if (!alive || !slot.put(idle)) {
                inventory.discard(idle);
            }
        }
        if (!alive) {
            returns.distrust();
            throw new SQLException("the connection is not valid", "08003");
        }
        counters.connected();
    }

    private void connect(Connector by) throws Throwable {
        long before = counters.connects();
        Object made;
        try {
            made = by.connect();
        } catch (Throwable thrown) {
            if (!Failures.isOutage(thrown)) {
                refusedAt = before;
            }
            if (thrown instanceof SQLException && database.tooManyConnections((SQLException) thrown)) {
                throw new NotAsked("no idle connection, and the server has none left");
            }
            throw thrown;
        }
        if (!(made instanceof Connection)) {
            throw new NotAsked("the driver makes no connection");
        }
        refusedAt = -1;
        try (Connection connection = (Connection) made) {
            learn(connection);
        }
        counters.connected();
    }

    private void learn(Connection connection) throws SQLException {
        if (version == null) {
            DatabaseMetaData data = connection.getMetaData();
            version = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
        }
    }

    /** The server's product and version; null before it was asked. */
    public @Nullable String version() {
        return version;
    }
}
