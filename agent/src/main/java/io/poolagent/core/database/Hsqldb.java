package io.poolagent.core.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** HSQLDB. Its close rolls back. */
final class Hsqldb extends Database {
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
    public SQLException closedStatement() {
        return new SQLNonTransientConnectionException("connection exception: closed", "08503", -1353);
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }
}
