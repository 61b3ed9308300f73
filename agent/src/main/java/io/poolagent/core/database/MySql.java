package io.poolagent.core.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL with Connector/J. The driver rolls back at close where autocommit is off. */
class MySql extends Database {
    private static final Set<String> FUNCTIONS =
            PlainWords.words("sleep connection_id found_rows row_count unix_timestamp from_unixtime"
                    + " field find_in_set substring_index inet_aton inet_ntoa utc_timestamp utc_date curdate curtime"
                    + " json_unquote json_contains json_arrayagg json_objectagg any_value benchmark lastval");

    private static final Set<String> VENDOR_CALLS =
            PlainWords.words("getId getHost getHostPortPair getURL getUser getServerVersion getServerCharset"
                    + " isServerLocal getCharacterEncoding versionMeetsMinimum");

    MySql() {
        this("MySQL", "jdbc:mysql:", "jdbc:google:");
    }

    MySql(String name, String... prefixes) {
        super(name, prefixes);
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
    public SQLException closedStatement() {
        return new SQLException("No operations allowed after statement closed.", "S1009");
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
    protected Set<String> harmlessFunctions() {
        return FUNCTIONS;
    }
}
