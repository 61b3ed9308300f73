package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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

    /** Its close leaves statements alone; those that hold something at the server, a plan or a cursor, can not stay. */
    @Override
    public boolean leavesOpen(AutoCloseable child) {
        try {
            return child instanceof Statement
                    && !(child instanceof PreparedStatement)
                    && ((Statement) child).getResultSetType() == ResultSet.TYPE_FORWARD_ONLY
                    && ((Statement) child).getResultSetConcurrency() == ResultSet.CONCUR_READ_ONLY;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What has not been read of an answer is read, and thrown away; that closes the rows in the driver's eyes. */
    @Override
    public void free(AutoCloseable child, Connection raw) throws ReflectiveOperationException {
        Object rows = DriverFields.get(child, "resultSet");
        Object closed = rows == null ? null : DriverFields.get(rows, "isClosed");
        DriverFields.call(child, "discardLastExecutionResults");
        if (rows != null && closed != null) {
            DriverFields.set(rows, "isClosed", closed);
        }
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }
}
