package io.poolagent.core.pool;

import io.poolagent.core.lease.Lease;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.Locale;

/**
 * The events of one pool in the log: connections opened and closed and failures at debug, acquires and releases at trace.
 * While the level is off each costs one look at a field. Any thread may use it.
 */
final class PoolLog {
    private static final double NANOS_PER_MILLI = 1e6;

    private final String name;

    PoolLog(String name) {
        this.name = name;
    }

    void connected(long nanos) {
        if (Log.isOn(Level.DEBUG)) {
            Log.report(
                    Level.DEBUG,
                    "poolagent.connection.opened",
                    () -> "connect: pool " + name + ", " + millis(nanos) + " ms",
                    json -> json.put("pool", name).put("millis", nanos / NANOS_PER_MILLI));
        }
    }

    void removed(String why) {
        if (Log.isOn(Level.DEBUG)) {
            Log.report(
                    Level.DEBUG,
                    "poolagent.connection.closed",
                    () -> "remove: pool " + name + ", " + why,
                    json -> json.put("pool", name).put("why", why));
        }
    }

    /** @param what a class and an SQLState: a driver's message may hold data */
    void failed(String what) {
        if (Log.isOn(Level.DEBUG)) {
            Log.report(
                    Level.DEBUG,
                    "poolagent.error",
                    () -> "error: pool " + name + ", " + what,
                    json -> json.put("pool", name).put("error", what));
        }
    }

    void acquired(Slot slot) {
        Lease lease = Log.isOn(Level.TRACE) ? slot.lease() : null;
        if (lease != null) {
            acquired(lease);
        }
    }

    void acquired(Lease lease) {
        if (Log.isOn(Level.TRACE)) {
            Log.report(
                    Level.TRACE,
                    "poolagent.lease.acquired",
                    () -> "acquire: pool " + name + ", lease " + lease.id() + ", thread '"
                            + lease.holder().name() + "'",
                    json -> json.put("pool", name)
                            .put("lease", lease.id())
                            .put("thread", lease.holder().name()));
        }
    }

    void released(Lease lease, long now) {
        if (Log.isOn(Level.TRACE)) {
            Log.report(
                    Level.TRACE,
                    "poolagent.lease.released",
                    () -> "release: pool " + name + ", lease " + lease.id() + ", held " + millis(lease.held(now))
                            + " ms",
                    json -> json.put("pool", name)
                            .put("lease", lease.id())
                            .put("heldMillis", lease.held(now) / NANOS_PER_MILLI));
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_MILLI);
    }
}
