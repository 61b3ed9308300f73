package io.poolagent.core.database;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one database product and its driver that pooling needs. Immutable but for a cache; any thread may
 * call any method. What a product does not override is the strictest behaviour there is, and holds for a URL that no
 * product claims.
 */
public class Database {
    /** A text longer than this is looked at each time: it was probably put together for one call. */
    private static final int LONGEST_CACHED = 4_096;

    private static final int CACHED_TEXTS = 2_000;

    /** How the product's driver ends an open transaction in {@code Connection.close()}. */
    public enum End {
        /** It rolls back. */
        ROLLBACK,
        /** It commits. */
        COMMIT,
        /** Only the driver can tell (it throws and stays open, or nobody looked): let it close the connection. */
        DRIVER
    }

    private final String name;
    private final String[] prefixes;
    private final ConcurrentHashMap<String, SqlTraits> knownTexts = new ConcurrentHashMap<>();

    /**
     * @param name the product's name, as in log lines
     * @param prefixes how its URLs begin
     */
    protected Database(String name, String... prefixes) {
        this.name = name;
        this.prefixes = prefixes;
    }

    /** The product's name. */
    public final String name() {
        return name;
    }

    /** Whether a URL belongs to this product. */
    public final boolean accepts(String url) {
        for (String prefix : prefixes) {
            if (url.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why connections of this URL must not be pooled unless the user says so.
     *
     * @param info the connect's properties
     * @return the reason, as the end of a sentence, or null where they can be pooled
     */
    public @Nullable String neverPooled(String url, Properties info) {
        return null;
    }

    /** How {@code close()} ends an open transaction. */
    public End end() {
        return End.DRIVER;
    }

    /** Whether the server refused a connect because it, the database or the user has too many connections. */
    public boolean tooManyConnections(SQLException refused) {
        return false;
    }

    /** Whether a failure says that the physical connection can not be trusted any more. */
    public boolean isFatal(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("HYT01");
    }

    /** Whether a vendor's method of the connection leaves nothing behind and hands out no part of the connection. */
    public boolean harmlessVendorCall(String method) {
        return false;
    }

    /**
     * Whether the sessions of connections that were collected end soon, without anybody's doing: the driver has a cleaner, or
     * its sockets are {@code java.net.Socket}, which the JVM closes when they are collected.
     */
    public boolean endsWhatIsCollected() {
        return false;
    }

    /** What statements leave behind in a session of this product. */
    protected SessionRules rules() {
        return SessionRules.STRICT;
    }

    /**
     * How sessions of one pool are made as fresh ones; null where the product has no means, and what is dirty is closed.
     */
    public @Nullable SessionReset newReset() {
        return null;
    }

    /**
     * Asks the server whether the connection is alive.
     *
     * @param seconds how long to wait for an answer
     */
    public boolean isAlive(Connection raw, int seconds) throws SQLException, ReflectiveOperationException {
        return raw.isValid(seconds);
    }

    /** Whether a connect with this URL is an order that ends a database, and with it every connection to it. */
    public boolean isOrder(String url, @Nullable Properties info) {
        return false;
    }

    /** Ends a transaction that a statement began, so that the driver does not know of it; where that is possible. */
    public void endTextTransaction(Connection raw) throws SQLException {
        // the product has no such transactions, or nobody looked
    }

    /** Whether a session that inserted rows is reset, so that it forgets the keys that were generated. */
    public boolean resetsInserts() {
        return false;
    }

    /** Whether {@code setSchema} does more than a call of it with the earlier value can undo. */
    public boolean resetsSchema() {
        return false;
    }

    /** Whether the driver's own close fails where this is still open, so that it has to be called. */
    public boolean failsClose(AutoCloseable child) {
        return false;
    }

    /** Whether a statement's query timeout is set for the session, and so for the statements after it. */
    public boolean keepsQueryTimeout() {
        return false;
    }

    /**
     * Whether the driver leaves a statement, or a result set that has none, as it is when it closes the connection, so
     * that rows which were read can still be looked at; else it closes it.
     */
    public boolean leavesOpen(AutoCloseable child) {
        return false;
    }

    /**
     * Frees what a statement holds at the server, without closing it in the driver's eyes.
     *
     * @param child what its connection's close leaves open
     * @param raw its physical connection
     */
    public void free(AutoCloseable child, Connection raw) throws ReflectiveOperationException {
        // nothing is held, or nobody knows how
    }

    /**
     * Makes the driver forget how often statements were executed on this connection, where it goes by that.
     *
     * @param reset whether the session was reset, and the server has forgotten what it had prepared
     */
    public void forgetCounts(Connection raw, boolean reset) throws ReflectiveOperationException {
        // nothing is counted, or nobody looked
    }

    /** Whether a field of a DataSource class holds no property: a cache, a counter, a tracer. */
    public boolean ignoredField(String declaringClass, String field) {
        return false;
    }

    /**
     * System properties that decide about a session besides URL and properties. Where no user is given, drivers take
     * that of the operating system.
     */
    public List<String> sessionProperties(String url, Properties info) {
        return Urls.names(url, info, "user") ? Collections.emptyList() : Collections.singletonList("user.name");
    }

    /** A file from which the driver reads a credential that is not given; null where there is no such file. */
    public @Nullable File credentialFile(String url, Properties info) {
        return null;
    }

    /** What the driver throws for the use of a closed connection, as near as it can be made without the driver. */
    public SQLException closedConnection() {
        return new java.sql.SQLNonTransientConnectionException("This connection has been closed.", "08003");
    }

    /**
     * A statement that makes the session forget how the last one went: counts of rows and warnings; null where there is
     * none, or it is not remembered.
     */
    public @Nullable String forgetDiagnostics() {
        return null;
    }

    /**
     * A statement that makes the session forget the keys which inserts generated in it; null where there is none. It
     * must work inside a transaction.
     */
    public @Nullable String forgetIdentity() {
        return null;
    }

    /** What a look at a statement's text tells. Cached by text. */
    public final SqlTraits traits(String sql) {
        SqlTraits known = knownTexts.get(sql);
        if (known != null) {
            return known;
        }
        SqlTraits traits = new SqlTraits(sql, SqlText.effect(sql, rules()));
        if (sql.length() <= LONGEST_CACHED) {
            if (knownTexts.size() >= CACHED_TEXTS) {
                knownTexts.clear();
            }
            knownTexts.put(sql, traits);
        }
        return traits;
    }

    /** Whether a statement leaves nothing behind in its session. */
    public final boolean isPlain(String sql) {
        return traits(sql).effect() == Effect.NONE;
    }
}
