package io.poolagent.core.lease;

import io.poolagent.core.database.Database;
import io.poolagent.core.handle.HandleFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A physical connection: what the driver returned. Used by one thread at a time: whoever took it out of its slot. */
public final class Physical {
    /** How long the driver may take to tell whether a connection is alive; the unit of {@code isValid}. */
    private static final int ALIVE_SECONDS = 5;

    private final Connection raw;
    private final Database database;
    private final Baseline baseline;
    private final HandleFactory handles;
    private final long createdNanos;
    private final boolean autoCommit;
    private volatile long idleSinceNanos;
    private boolean inserted;

    /**
     * @param raw what the driver returned
     * @param nanos the time of the connect, as of {@code System.nanoTime()}
     * @throws SQLException where the driver can not tell whether it commits automatically
     */
    public Physical(Connection raw, Database database, Baseline baseline, long nanos) throws SQLException {
        this.raw = raw;
        this.database = database;
        this.baseline = baseline;
        this.handles = HandleFactory.of(raw.getClass());
        this.createdNanos = nanos;
        this.autoCommit = raw.getAutoCommit();
        if (autoCommit) {
            baseline.connected(raw);
        }
    }

    /** What the driver returned. */
    public Connection raw() {
        return raw;
    }

    /** The facts about its product. */
    public Database database() {
        return database;
    }

    /** The time since the connect, in nanoseconds. */
    public long age(long nowNanos) {
        return nowNanos - createdNanos;
    }

    /** The time since it was put into its slot, in nanoseconds. */
    public long idle(long nowNanos) {
        return nowNanos - idleSinceNanos;
    }

    /** Notes that it goes into its slot. */
    public void idleFrom(long nowNanos) {
        idleSinceNanos = nowNanos;
    }

    /** Asks the driver, and through it the server. */
    public boolean isAlive() {
        try {
            return raw.isValid(ALIVE_SECONDS);
        } catch (Throwable e) {
            return false; // a driver from before JDBC 4 has no such method: then it is replaced rather than trusted
        }
    }

    /** Closes it; what the driver throws is of no use to anybody any more. */
    public void closeQuietly() {
        try {
            raw.close();
        } catch (Throwable ignored) {
            // it is gone for us in any case
        }
    }

    /** Whether keys were generated in this session by a lease that has ended, and are still remembered there. */
    void inserted(boolean remembered) {
        inserted = remembered;
    }

    /** What an earlier lease's inserts left in the session is forgotten, before somebody asks for it. */
    void forgetIdentity() {
        String sql = inserted ? database.forgetIdentity() : null;
        if (sql != null) {
            try (Statement statement = raw.createStatement()) {
                statement.execute(sql);
                inserted = false;
            } catch (SQLException ignored) {
                // in a failed transaction: the question fails as well
            }
        }
    }

    /** Whether it was made before a time, as of {@code System.nanoTime()}. */
    public boolean isOlderThan(long nanos) {
        return createdNanos - nanos < 0;
    }

    Baseline baseline() {
        return baseline;
    }

    AttributeDefaults defaults() {
        return baseline.attributes();
    }

    boolean autoCommit() {
        return autoCommit;
    }

    HandleFactory handles() {
        return handles;
    }
}
