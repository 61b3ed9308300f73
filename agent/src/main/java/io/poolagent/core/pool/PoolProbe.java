package io.poolagent.core.pool;

import io.poolagent.core.lease.Physical;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks a pool's database whether it is there, on a connection that nobody uses. Any thread may use it. */
public final class PoolProbe {
    private final HikariSlots slots;
    private final SlotInventory inventory;
    private final LeaseReturns returns;
    private final PoolCounters counters;
    private final @Nullable Connector filler;
    private volatile @Nullable String version;

    PoolProbe(
            HikariSlots slots,
            SlotInventory inventory,
            LeaseReturns returns,
            PoolCounters counters,
            @Nullable Connector filler) {
        this.slots = slots;
        this.inventory = inventory;
        this.returns = returns;
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
     * @param connects whether to connect where no connection is idle
     * @throws NotAsked where no connection is free, or there is none and none may be made
     * @throws Throwable what the driver threw
     */
    public void ask(int seconds, boolean connects) throws Throwable {
        Slot filled = slots.takeFilled();
        Slot slot = filled == null ? slots.take() : filled;
        if (slot == null) {
            throw new NotAsked("all connections are in use");
        }
        try {
            Physical idle = slot.take();
            if (idle != null) {
                ask(slot, idle, seconds);
            } else if (!connects || filler == null) {
                throw new NotAsked("no idle connection");
            } else {
                connect(filler);
            }
        } finally {
            returns.release(slot);
        }
    }

    private void ask(Slot slot, Physical idle, int seconds) throws SQLException {
        boolean alive = false;
        try {
            alive = idle.raw().isValid(seconds);
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
        Object made;
        try {
            made = by.connect();
        } catch (PhysicalFailure e) {
            throw e.thrown();
        }
        if (!(made instanceof Connection)) {
            throw new NotAsked("the driver makes no connection");
        }
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
