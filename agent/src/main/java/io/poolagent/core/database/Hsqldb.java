package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** HSQLDB. Its close rolls back. */
final class Hsqldb extends Database {
    private static final SessionRules RULES = new SessionRules()
            .resets(
                    "`JDBCConnection.reset()`, after INSERT, MERGE and REPLACE",
                    "one round trip, none inside the process");

    Hsqldb() {
        super("HSQLDB", "jdbc:hsqldb:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        return url.toLowerCase(Locale.ROOT).contains("shutdown=true") || "true".equals(info.getProperty("shutdown"))
                ? "with shutdown=true the database closes with its last connection"
                : null;
    }

    @Override
    public SQLException closedConnection() {
        return new SQLNonTransientConnectionException(
                "connection exception: connection does not exist", "08003", -1303);
    }

    @Override
    public SessionReset newReset() {
        return new HsqldbReset();
    }

    /** Keys, and rows of temporary tables, which look like any others. */
    @Override
    public boolean resetsInserts() {
        return true;
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }

    @Override
    public boolean leavesOpen(AutoCloseable child) {
        return true;
    }

    /** A prepared statement is known to the session by a number until it is freed. */
    @Override
    public void free(AutoCloseable child, Connection raw) throws ReflectiveOperationException {
        Object number = child instanceof PreparedStatement ? DriverFields.get(child, "statementID") : null;
        Object session = number == null ? null : DriverFields.get(child, "session");
        if (session != null) {
            Class<?> result = Class.forName(
                    "org.hsqldb.result.Result", true, raw.getClass().getClassLoader());
            Object request = result.getMethod("newFreeStmtRequest", long.class).invoke(null, number);
            DriverFields.call(session, "execute", request);
        }
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }
}
