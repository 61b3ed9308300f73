package io.poolagent.core.lease;

import io.poolagent.core.database.Database;
import io.poolagent.core.handle.HandleFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A physical connection: what the driver returned. Used by one thread at a time: whoever took it out of its slot. */
public final class Physical {
    /** How long the driver may take to tell whether a connection is alive; the unit of {@code isValid}. */
    private static final int ALIVE_SECONDS = 2;

    /** Null where only its handle keeps it, or what came from it. */
    private @Nullable Connection raw;

    private final Database database;
    private final Baseline baseline;
    private final HandleFactory handles;
    private final long createdNanos;
    private final boolean autoCommit;
    /** Written before it is put into its slot, which publishes it. */
    private long idleSinceNanos;

    private final @Nullable SQLWarning loginWarning;
    private boolean inserted;
    private boolean used;

    /**
     * A connection that is kept until it is closed.
     *
     * @param raw what the driver returned
     * @param nanos the time of the connect, as of {@code System.nanoTime()}
     * @throws SQLException where the driver can not tell whether it commits automatically
     */
    public Physical(Connection raw, Database database, Baseline baseline, long nanos) throws SQLException {
        this(raw, true, database, baseline, nanos);
    }

    /**
     * A connection that goes back to no slot, and whose driver ends what is collected: only the handle keeps it, so that a
     * leak is the garbage that it would be without the agent, at the first collection. Were it kept, even weakly, the buffers
     * of hundreds of leaked ones would fill the survivor space, what else is alive would be promoted, and a reference that is
     * promoted keeps what it refers to from any but a full collection (seen with G1 and the parallel collector of Java 17).
     *
     * @param raw what the driver returned
     * @param nanos the time of the connect, as of {@code System.nanoTime()}
     * @throws SQLException where the driver can not tell whether it commits automatically
     */
    public static Physical keptByHandle(Connection raw, Database database, Baseline baseline, long nanos)
            throws SQLException {
        return new Physical(raw, false, database, baseline, nanos);
    }

    private Physical(Connection raw, boolean kept, Database database, Baseline baseline, long nanos)
            throws SQLException {
        this.raw = kept ? raw : null;
        this.database = database;
        this.baseline = baseline;
        this.handles = HandleFactory.of(raw.getClass());
        this.createdNanos = nanos;
        this.autoCommit = raw.getAutoCommit();
        this.loginWarning = warnings(raw);
        if (autoCommit) {
            baseline.connected(raw);
        }
    }

    private static @Nullable SQLWarning warnings(Connection raw) {
        try {
            return raw.getWarnings();
        } catch (SQLException | RuntimeException e) {
            return null; // the driver has none
        }
    }

    /**
     * What the driver returned.
     *
     * @throws IllegalStateException where only the handle keeps it
     */
    public Connection raw() {
        Connection known = raw;
        if (known == null) {
            throw new IllegalStateException("only its handle knows this connection");
        }
        return known;
    }

    /** Whether it is kept here, and not by its handle alone. */
    public boolean isKept() {
        return raw != null;
    }

    /** As {@link #raw}; null where only its handle keeps it. */
    @Nullable
    Connection kept() {
        return raw;
    }

    /** From here it is not kept any more. */
    void letGo() {
        raw = null;
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
        boolean interrupted = Thread.interrupted(); // HSQLDB's driver would wait for a thread, and lose it
        try {
            return database.isAlive(raw(), ALIVE_SECONDS);
        } catch (Throwable e) {
            return false; // a driver from before JDBC 4 has no such method: then it is replaced rather than trusted
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Closes it; what the driver throws is of no use to anybody any more. */
    public void closeQuietly() {
        closeQuietly(raw());
    }

    static void closeQuietly(Connection raw) {
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

    /**
     * Drops the warnings of a lease. Those of the login belong to a fresh connection (Derby has one where {@code
     * create=true} created nothing).
     *
     * @throws SQLException where what belongs there is not there any more
     */
    void forgetWarnings() throws SQLException {
        used = true;
        if (loginWarning == null) {
            raw().clearWarnings();
        } else if (raw().getWarnings() != loginWarning || loginWarning.getNextWarning() != null) {
            throw new SQLException("the warnings of the login are gone, or not alone");
        }
    }

    /** What the last statement of an earlier lease left is forgotten, before somebody asks for it. */
    void forgetDiagnostics() {
        String sql = used ? database.forgetDiagnostics() : null;
        if (sql != null) {
            try (Statement statement = raw().createStatement()) {
                statement.execute(sql);
            } catch (SQLException ignored) {
                // the question fails as well
            }
        }
    }

    /** What an earlier lease's inserts left in the session is forgotten, before somebody asks for it. */
    void forgetIdentity() {
        String sql = inserted ? database.forgetIdentity() : null;
        if (sql != null) {
            try (Statement statement = raw().createStatement()) {
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
