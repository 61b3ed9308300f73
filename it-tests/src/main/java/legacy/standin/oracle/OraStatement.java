package legacy.standin.oracle;

import java.sql.SQLException;
import java.sql.Statement;

/** Some methods of {@code oracle.jdbc.OracleStatement}. */
public interface OraStatement extends Statement {
    void setRowPrefetch(int rows) throws SQLException;

    int getRowPrefetch() throws SQLException;

    void defineColumnType(int column, int type) throws SQLException;
}
