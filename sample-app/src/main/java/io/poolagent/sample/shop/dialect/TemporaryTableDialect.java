package io.poolagent.sample.shop.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** For databases without session variables: a temporary table of the session's own does the same. */
abstract class TemporaryTableDialect extends Dialect {

    private final String declaration;
    private final String table;

    TemporaryTableDialect(String declaration, String table) {
        this.declaration = declaration;
        this.table = table;
    }

    @Override
    public void setClerk(Connection connection, String clerk) throws SQLException {
        execute(connection, declaration, "INSERT INTO " + table + " VALUES ('" + clerk + "')");
    }

    /** In a fresh session there is no such table, and that is an error which here is the good answer. */
    @Override
    public @Nullable String clerk(Connection connection) throws SQLException {
        try {
            return text(connection, "SELECT name FROM " + table);
        } catch (SQLException noSuchTable) {
            if (connection.isClosed()) {
                throw noSuchTable;
            }
            return null;
        }
    }
}
