package io.poolagent.core.database;

import java.sql.SQLException;

/** SQL Server with Microsoft's driver. The server rolls back. */
final class SqlServer extends Database {
    private static final SessionRules RULES = new SessionRules()
            .functions("scope_identity ident_current object_id object_name db_name db_id suser_sname sysdatetime"
                    + " getutcdate datename datepart eomonth stuff patindex isnumeric checksum string_split openjson");

    SqlServer() {
        super("SQL Server", "jdbc:sqlserver:", "jdbc:jtds:");
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }

    /** 17809: the limit of user connections; 10928, 10929: the limits of a hosted database. */
    @Override
    public boolean tooManyConnections(SQLException refused) {
        int code = refused.getErrorCode();
        return code == 17809 || code == 10928 || code == 10929;
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }
}
