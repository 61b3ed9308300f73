package io.poolagent.core.database;

import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with pgjdbc. Its close ends the socket, and the server rolls back. */
final class PostgreSql extends Database {
    private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";

    private static final SessionRules RULES = new SessionRules()
            .functions("pg_sleep pg_backend_pid current_setting lastval currval"
                    + " current_database current_schema current_schemas pg_is_in_recovery txid_current to_tsvector to_tsquery"
                    + " plainto_tsquery ts_rank similarity age make_date make_timestamp date_bin statement_timestamp"
                    + " transaction_timestamp timeofday regexp_replace regexp_match regexp_matches split_part quote_ident"
                    + " quote_literal quote_nullable obj_description col_description format_type pg_get_expr pg_table_size"
                    + " pg_total_relation_size pg_relation_size pg_size_pretty to_regclass has_table_privilege inet_server_addr"
                    + " pg_notify pg_terminate_backend pg_cancel_backend pg_blocking_pids pg_stat_activity lo_creat lo_create"
                    + " lo_open lo_unlink loread lowrite lo_get lo_put lo_from_bytea lo_close lo_lseek")
            .harmless("truncate notify savepoint release lock analyze vacuum comment reindex")
            .undone("set reset discard listen unlisten prepare execute deallocate declare fetch move close"
                    + " begin start commit rollback end abort")
            .undoneFunctions("set_config nextval setval pg_advisory_lock pg_advisory_lock_shared pg_try_advisory_lock"
                    + " pg_try_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_shared pg_advisory_unlock_all"
                    + " pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_xact_lock"
                    + " pg_try_advisory_xact_lock_shared")
            .keepsCustomSettings()
            .resets(
                    "`DISCARD ALL` (after a `ROLLBACK` where a statement began a transaction), then what the driver set after"
                            + " the login",
                    "one round trip; server-prepared statements are prepared again")
            .closes(
                    "settings with a dot in their names (`app.user`), CALL, DO, functions not known to be harmless, LOAD,"
                            + " other CREATE, ALTER and DROP; everything where event triggers fire at login or a role is set there");

    private static final Set<String> VENDOR_CALLS =
            PlainWords.words("getBackendPID escapeIdentifier escapeLiteral getPreferQueryMode getDefaultFetchSize"
                    + " getPrepareThreshold getAutosave getParameterStatus getParameterStatuses getTimestampUtils"
                    + " getLogger getURL getUserName getDBVersionNumber haveMinimumServerVersion getServerMajorVersion"
                    + " getServerMinorVersion getStandardConformingStrings getTransactionState cancelQuery");

    PostgreSql() {
        super("PostgreSQL", "jdbc:postgresql:", "jdbc:pgsql:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        if (url.contains("replication=") || info.getProperty("replication") != null) {
            return "it is a replication connection";
        }
        if (url.contains("authenticationPluginClassName=")
                || info.getProperty("authenticationPluginClassName") != null) {
            return "its password comes from a plugin, which is asked at each connect";
        }
        boolean service =
                url.contains("service=") || info.getProperty("service") != null || System.getenv("PGSERVICE") != null;
        return service ? "its properties come from a service file, which is read at each connect" : null;
    }

    @Override
    public List<String> sessionProperties(String url, Properties info) {
        List<String> names = new ArrayList<>(super.sessionProperties(url, info));
        if (!Urls.names(url, info, "password")) {
            names.add(PASSWORD_FILE);
            names.add("user.home");
        }
        return names;
    }

    /** The file of libpq, which pgjdbc reads as well where no password is given. */
    @Override
    public @Nullable File credentialFile(String url, Properties info) {
        if (Urls.names(url, info, "password")) {
            return null;
        }
        String path = System.getProperty(PASSWORD_FILE);
        if (path == null) {
            path = System.getenv("PGPASSFILE");
        }
        if (path != null) {
            return new File(path);
        }
        String windows = System.getenv("APPDATA");
        return windows == null
                ? new File(System.getProperty("user.home", ""), ".pgpass")
                : new File(windows, "postgresql/pgpass.conf");
    }

    /** pgjdbc has a cleaner for each connection (LazyCleaner), and a finaliser before 42.5. */
    @Override
    public boolean endsWhatIsCollected() {
        return true;
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }

    @Override
    public @Nullable String forgetIdentity() {
        return "DISCARD SEQUENCES";
    }

    @Override
    public boolean tooManyConnections(SQLException refused) {
        return "53300".equals(refused.getSQLState());
    }

    @Override
    public boolean harmlessVendorCall(String method) {
        return VENDOR_CALLS.contains(method);
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }

    /** It sets the whole search path, and {@code getSchema} tells only the first schema of it that exists. */
    @Override
    public boolean resetsSchema() {
        return true;
    }

    @Override
    public void endTextTransaction(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    @Override
    public SessionReset newReset() {
        return new PostgreSqlReset();
    }

    @Override
    public void forgetCounts(Connection raw, boolean reset) throws ReflectiveOperationException {
        PostgreSqlCounts.reset(raw, reset);
    }

    @Override
    public boolean leavesOpen(AutoCloseable child) {
        return true;
    }

    /** A prepared statement's plan goes back to the driver's cache; other statements hold nothing outside of a transaction. */
    @Override
    public void free(AutoCloseable statement, Connection raw) throws ReflectiveOperationException {
        Object query = statement instanceof PreparedStatement ? DriverFields.get(statement, "preparedQuery") : null;
        if (query != null) {
            DriverFields.call(raw, "releaseQuery", query);
        }
    }
}
