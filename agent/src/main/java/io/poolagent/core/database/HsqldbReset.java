package io.poolagent.core.database;

import java.sql.Connection;

/**
 * {@code JDBCConnection.reset()}: forgets the last generated key and the rows of temporary tables, and goes back to the
 * first schema; but keeps temporary tables and settings, so those sessions are closed.
 */
final class HsqldbReset extends SessionReset {
    @Override
    boolean learnFrom(Connection fresh) {
        return true;
    }

    @Override
    void resetSession(Connection raw) throws ReflectiveOperationException {
        DriverFields.call(raw, "reset");
    }
}
