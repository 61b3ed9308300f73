package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Derby, embedded and network client. Its close throws 25001 inside a transaction and the connection stays open. */
final class Derby extends Database {
    Derby() {
        super("Derby", "jdbc:derby:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        String text = url.toLowerCase(Locale.ROOT);
        if (text.startsWith("jdbc:derby:memory:")) {
            return "a Derby database in memory ends when it is dropped";
        }
        return isOrder(url, info) ? "the URL is an order to the database, not a connection" : null;
    }

    @Override
    public boolean isOrder(String url, @Nullable Properties info) {
        String text = url.toLowerCase(Locale.ROOT);
        return text.contains("shutdown=true")
                || text.contains("drop=true")
                || info != null && (info.getProperty("shutdown") != null || info.getProperty("drop") != null);
    }

    /** The embedded driver's close undoes what an open updatable result set changed, even while committing automatically. */
    @Override
    public boolean failsClose(AutoCloseable child) {
        try {
            return child instanceof Statement
                    && isEmbedded(child)
                    && ((Statement) child).getResultSetConcurrency() == ResultSet.CONCUR_UPDATABLE;
        } catch (SQLException e) {
            return false; // it is closed
        }
    }

    /** The embedded driver leaves its statements alone; the network client closes them. */
    @Override
    public boolean leavesOpen(AutoCloseable child) {
        return child instanceof Statement && isEmbedded(child);
    }

    /** Open rows hold locks; a plan is freed when its statement is collected. */
    @Override
    public void free(AutoCloseable child, Connection raw) throws ReflectiveOperationException {
        DriverFields.callIfPresent(DriverFields.get(child, "results"), "close");
    }

    private static boolean isEmbedded(Object object) {
        return object.getClass().getName().startsWith("org.apache.derby.impl.");
    }

    @Override
    public SQLException closedConnection() {
        return new SQLNonTransientConnectionException("No current connection.", "08003", 40000);
    }

    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.startsWith("org.apache.derby.")
                && (field.equals("driver") || field.equals("rls") || field.equals("printWriter"));
    }
}
