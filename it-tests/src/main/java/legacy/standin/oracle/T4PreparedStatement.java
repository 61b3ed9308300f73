package legacy.standin.oracle;

import java.sql.SQLException;
import legacy.standin.StandInPrepared;

/** A prepared statement of a class that is not public, as {@code oracle.jdbc.driver.T4CPreparedStatement} is not. */
class T4PreparedStatement extends StandInPrepared implements OraPreparedStatement {
    private int prefetch;

    T4PreparedStatement(T4Connection connection, String sql, int prefetch) {
        super(connection, sql);
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

    @Override
    public void registerReturnParameter(int index, int type) throws SQLException {
        check();
    }

    @Override
    public void setIntAtName(String name, int value) throws SQLException {
        setInt(1, value);
    }

    @Override
    public void setExecuteBatch(int size) throws SQLException {
        check();
    }
}
