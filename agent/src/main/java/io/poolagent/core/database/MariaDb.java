package io.poolagent.core.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** MariaDB's driver, on servers of either kind. */
final class MariaDb extends MySql {
    MariaDb() {
        super("MariaDB", "jdbc:mariadb:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        if (info.getProperty("credentialType") != null || url.contains("credentialType=")) {
            return "its credential comes from a plugin at each connect";
        }
        return url.matches("(?i).*[?&]pool=?(true|1)?(&.*)?") || info.getProperty("pool") != null
                ? "the driver's own pool is switched on"
                : null;
    }

    @Override
    public SQLException closedConnection() {
        return new SQLNonTransientConnectionException("Connection is closed", "08000", 1220);
    }

    /** What still reads from the connection, or is prepared at the server, can not stay. */
    @Override
    public boolean leavesOpen(AutoCloseable child) {
        try {
            Object rows = child instanceof ResultSet ? child : DriverFields.get(child, "currResult");
            boolean read = rows == null || !Boolean.FALSE.equals(DriverFields.get(rows, "loaded"));
            return read && !child.getClass().getSimpleName().startsWith("Server");
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public SessionReset newReset() {
        return new MariaDbReset();
    }

    /** What the driver makes from a DataSource's other fields, and what it notes of a host as it connects. */
    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.startsWith("org.mariadb.jdbc.")
                && (field.equals("conf") || field.equals("primary") || field.startsWith("thread"));
    }
}
