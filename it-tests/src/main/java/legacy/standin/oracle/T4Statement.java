package legacy.standin.oracle;

import java.sql.SQLException;
import legacy.standin.StandInStatement;

/** A statement of a class that is not public, as {@code oracle.jdbc.driver.T4CStatement} is not. */
class T4Statement extends StandInStatement implements OraStatement {
    private int prefetch;

    T4Statement(T4Connection connection, int prefetch) {
        super(connection);
        this.prefetch = prefetch;
    }

    @Override
    public void setRowPrefetch(int rows) throws SQLException {
        check();
        prefetch = rows;
    }

    @Override
    public int getRowPrefetch() {
        return prefetch;
    }

    @Override
    public void defineColumnType(int column, int type) throws SQLException {
        check();
    }
}
