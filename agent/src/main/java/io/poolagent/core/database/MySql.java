package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL with Connector/J. The driver rolls back at close where autocommit is off. */
class MySql extends Database {
    private static final SessionRules RULES = new SessionRules()
            .functions("sleep connection_id found_rows row_count unix_timestamp from_unixtime"
                    + " field find_in_set substring_index inet_aton inet_ntoa utc_timestamp utc_date curdate curtime"
                    + " json_unquote json_contains json_arrayagg json_objectagg any_value benchmark lastval")
            .harmless("truncate savepoint release analyze optimize check repair")
            .undone("set use prepare execute deallocate begin start commit rollback handler lock unlock do")
            .undoneFunctions("get_lock release_lock release_all_locks is_free_lock is_used_lock nextval setval")
            .undoesCalls()
            .dashesNeedBlank()
            .resets(
                    "Connector/J: `resetServerState()` (COM_RESET_CONNECTION), then `USE`; MariaDB's driver: `reset()`, with"
                            + " `useResetConnection=true` only",
                    "three to five round trips, and SHOW VARIABLES twice per pool")
            .closes(
                    "SET GLOBAL, SET ROLE, XA, FLUSH, LOAD, other CREATE, ALTER and DROP; everything with MariaDB's driver"
                            + " without that option, with `useServerPrepStmts`, `paranoid`, `init_connect` or without a database");

    private static final Set<String> VENDOR_CALLS =
            PlainWords.words("getId getHost getHostPortPair getURL getUser getServerVersion getServerCharset"
                    + " isServerLocal getCharacterEncoding versionMeetsMinimum");

    MySql() {
        this("MySQL", "jdbc:mysql:", "jdbc:google:");
    }

    MySql(String name, String... prefixes) {
        super(name, prefixes);
    }

    /** Connector/J has a thread for it, and java.net.Socket is what all drivers here connect by. */
    @Override
    public boolean endsWhatIsCollected() {
        return true;
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }

    /** 1040: the server's limit. 1203 and 1226: the user's. */
    @Override
    public boolean tooManyConnections(SQLException refused) {
        int code = refused.getErrorCode();
        return code == 1040 || code == 1203 || code == 1226 || mentions(refused);
    }

    /** The drivers lose the code when the refusal comes in place of the greeting. */
    private static boolean mentions(SQLException refused) {
        String message = refused.getMessage();
        return message != null && message.contains("Too many connections");
    }

    @Override
    public void endTextTransaction(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    /** Connector/J closes its statements, but not the result sets of metadata, which are read whole. */
    @Override
    public boolean leavesOpen(AutoCloseable child) {
        return child instanceof ResultSet;
    }

    @Override
    public SessionReset newReset() {
        return new MySqlReset();
    }

    /**
     * Rows that are streamed and not read to the end: the driver throws, and closes nevertheless. Statements that the
     * driver keeps in a cache for later (cachePrepStmts with useServerPrepStmts): its own close closes them otherwise
     * than a close of theirs does.
     */
    @Override
    public boolean failsClose(AutoCloseable child) {
        try {
            return child instanceof Statement
                    && (((Statement) child).getFetchSize() == Integer.MIN_VALUE
                            || Boolean.TRUE.equals(DriverFields.get(child, "isCacheable")));
        } catch (SQLException | ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public String forgetDiagnostics() {
        return "SELECT 1 FROM information_schema.ENGINES WHERE 1 = 0"; // warnings stay where no table is named
    }

    @Override
    public @Nullable String forgetIdentity() {
        return "DO LAST_INSERT_ID(0)";
    }

    @Override
    public boolean harmlessVendorCall(String method) {
        return VENDOR_CALLS.contains(method);
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }
}
