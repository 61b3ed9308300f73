package io.poolagent.core.database;

import java.io.File;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one database product and its driver that pooling needs. Immutable but for a cache; any thread may
 * call any method. What a product does not override is the strictest behaviour there is, and holds for a URL that no
 * product claims.
 */
public class Database {
    /** A text longer than this is looked at each time: it was probably put together for one call. */
    private static final int LONGEST_CACHED = 4_096;

    /**
     * The statement only reads and writes rows: after it the session is as before, but for a transaction that JDBC
     * knows of. Not set in doubt.
     */
    public static final int PLAIN = 1;

    /** The statement may generate keys, which the session then remembers. */
    public static final int INSERTS = 2;

    /** The statement asks for what the session remembers of earlier statements. */
    public static final int ASKS_IDENTITY = 4;

    private static final Pattern INSERT = Pattern.compile("\\b(?:insert|merge|replace)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTITY =
            Pattern.compile("\\b(?:lastval|currval|last_insert_id|found_rows|row_count)\\b", Pattern.CASE_INSENSITIVE);

    private static final int CACHED_TEXTS = 2_000;

    private static final Pattern ENDS_DATABASE = Pattern.compile(
            "\\s*(?:SHUTDOWN|DROP\\s+DATABASE|DROP\\s+SCHEMA|ALTER\\s+DATABASE)\\b", Pattern.CASE_INSENSITIVE);

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
    private final ConcurrentHashMap<String, Integer> knownTexts = new ConcurrentHashMap<>();

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

    /** SQL functions of this product, in lower case, that leave nothing behind in the session. */
    protected Set<String> harmlessFunctions() {
        return Collections.emptySet();
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

    /** Whether a statement that is not plain ends a database, which idle connections must not outlive or prevent. */
    public final boolean endsDatabase(String sql) {
        return ENDS_DATABASE.matcher(sql).lookingAt();
    }

    /** As {@link #closedConnection}, for a statement whose connection was closed. */
    public SQLException closedStatement() {
        return closedConnection();
    }

    /**
     * A statement that makes the session forget the keys which inserts generated in it; null where there is none. It
     * must work inside a transaction.
     */
    public @Nullable String forgetIdentity() {
        return null;
    }

    /**
     * What a statement does to its session, as a sum of {@link #PLAIN}, {@link #INSERTS} and {@link #ASKS_IDENTITY}.
     * Cached by text.
     */
    public final int traits(String sql) {
        Integer known = knownTexts.get(sql);
        if (known != null) {
            return known;
        }
        int traits = new SqlText(sql, harmlessFunctions()).isPlain() ? PLAIN : 0;
        traits |= INSERT.matcher(sql).find() ? INSERTS : 0;
        traits |= IDENTITY.matcher(sql).find() ? ASKS_IDENTITY : 0;
        if (sql.length() <= LONGEST_CACHED) {
            if (knownTexts.size() >= CACHED_TEXTS) {
                knownTexts.clear();
            }
            knownTexts.put(sql, traits);
        }
        return traits;
    }

    /** Whether a statement is {@link #PLAIN}. */
    public final boolean isPlain(String sql) {
        return (traits(sql) & PLAIN) != 0;
    }
}
