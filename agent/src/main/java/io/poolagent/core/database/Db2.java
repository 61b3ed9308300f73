package io.poolagent.core.database;

import java.sql.SQLException;

/** DB2. Its close throws inside a unit of work, so the driver itself must close. */
final class Db2 extends Database {
    Db2() {
        super("DB2", "jdbc:db2:", "jdbc:as400:");
    }

    /** -1040 (SQL1040N): the database's limit of applications; -1226: the server's. */
    @Override
    public boolean tooManyConnections(SQLException refused) {
        int code = refused.getErrorCode();
        return code == -1040 || code == -1226;
    }
}
