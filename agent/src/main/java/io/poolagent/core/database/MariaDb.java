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
        return url.matches("(?i).*[?&]pool=?(true|1)?(&.*)?") || info.getProperty("pool") != null
                ? "the driver's own pool is switched on"
                : null;
    }

    /** The driver parses the DataSource's URL, user and password, which are fields too, into this one. */
    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.startsWith("org.mariadb.jdbc.") && field.equals("conf");
    }
}
