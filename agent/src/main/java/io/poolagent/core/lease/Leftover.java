package io.poolagent.core.lease;

import java.lang.ref.WeakReference;
import java.sql.Connection;

/**
 * The driver's connection of a lease whose handle was collected, while an object of the driver's own that had left the
 * handle may go on with it. Once it is collected as well nobody can: only then the leak is proven. The lease keeps it
 * reachable.
 */
final class Leftover extends WeakReference<Connection> {
    final Lease lease;

    Leftover(Connection raw, Lease lease) {
        super(raw, LeaseRecord.COLLECTED);
        this.lease = lease;
    }
}
