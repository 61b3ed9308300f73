package legacy.standin.oracle;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Some methods of {@code oracle.jdbc.OraclePreparedStatement}. */
public interface OraPreparedStatement extends OraStatement, PreparedStatement {
    void registerReturnParameter(int index, int type) throws SQLException;

    void setIntAtName(String name, int value) throws SQLException;

    void setExecuteBatch(int size) throws SQLException;
}
