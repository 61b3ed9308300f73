package io.poolagent.core.database;

import java.sql.Connection;

/**
 * MariaDB's driver sends COM_RESET_CONNECTION in {@code reset()} where {@code useResetConnection=true} says so, and else
 * rolls back only. Its server-prepared statements do not survive a reset.
 */
final class MariaDbReset extends MySqlReset {
    @Override
    boolean isPossible(Connection raw) throws ReflectiveOperationException {
        Object configuration = DriverFields.call(DriverFields.call(raw, "getContext"), "getConf");
        return Boolean.TRUE.equals(DriverFields.call(configuration, "useResetConnection"))
                && Boolean.FALSE.equals(DriverFields.call(configuration, "useServerPrepStmts"));
    }

    @Override
    void resetServer(Connection raw) throws ReflectiveOperationException {
        DriverFields.call(raw, "reset");
    }
}
