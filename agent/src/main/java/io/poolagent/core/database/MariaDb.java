package io.poolagent.core.database;

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

    @Override
    public SQLException closedStatement() {
        return closedConnection();
    }

    /** What the driver makes from a DataSource's other fields, and what it notes of a host as it connects. */
    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.startsWith("org.mariadb.jdbc.")
                && (field.equals("conf") || field.equals("primary") || field.startsWith("thread"));
    }
}
