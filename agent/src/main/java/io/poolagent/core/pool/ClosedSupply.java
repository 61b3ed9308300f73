package io.poolagent.core.pool;

import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.lease.Physical;
import io.poolagent.core.report.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a pool gets the closed connection from that answers for closed handles: none until one is needed, then an idle
 * one, or else one more that is made for it. Any thread may use it.
 */
final class ClosedSupply {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SlotInventory inventory;
    private final PhysicalConnects connects;
    private final @Nullable Connector filler;
    private volatile @Nullable ClosedConnection known;
    private boolean failed;
    private long failedNanos;

    /**
     * @param filler connects without the application; null where that is not possible
     */
    ClosedSupply(SlotInventory inventory, PhysicalConnects connects, @Nullable Connector filler) {
        this.inventory = inventory;
        this.connects = connects;
        this.filler = filler;
    }

    /** The closed connection; null where there is none yet and none is to be made, or it can not be made now. */
    @Nullable
    ClosedConnection get(boolean make) {
        ClosedConnection closed = known;
        return closed != null || !make ? closed : make();
    }

    void keep(@Nullable ClosedConnection closed) {
        known = closed;
    }

    private synchronized @Nullable ClosedConnection make() {
        if (known == null && !(failed && System.nanoTime() - failedNanos < PAUSE_NANOS)) {
            try {
                Connection raw = open();
                known = raw == null ? null : ClosedConnection.of(raw);
            } catch (SQLException | RuntimeException e) {
                failed = true;
                failedNanos = System.nanoTime();
                Log.debug("no connection to answer for closed ones: " + e);
            }
        }
        return known;
    }

    private @Nullable Connection open() {
        Physical idle = inventory.takeAny();
        if (idle != null) {
            return idle.raw();
        }
        Object raw = filler == null ? null : connects.connectAside(filler);
        return raw instanceof Connection ? (Connection) raw : null;
    }
}
