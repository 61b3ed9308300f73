package io.poolagent.core.database;

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

    /** What the driver makes from a DataSource's other fields, and what it notes of a host as it connects. */
    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.startsWith("org.mariadb.jdbc.")
                && (field.equals("conf") || field.equals("primary") || field.startsWith("thread"));
    }
}
