package legacy.odd;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** A connection that can be closed. */
final class BareConnection extends ModestConnection {
    private static SQLException nothing() {
        return new SQLException("can do nothing", "0A000");
    }

    @Override
    public void close() {}

    @Override
    public boolean isClosed() throws SQLException {
        throw nothing();
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        throw nothing();
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        throw nothing();
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        throw nothing();
    }

    @Override
    public void commit() throws SQLException {
        throw nothing();
    }

    @Override
    public void rollback() throws SQLException {
        throw nothing();
    }

    @Override
    public Statement createStatement() throws SQLException {
        throw nothing();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        throw nothing();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        throw nothing();
    }

    @Override
    public void clearWarnings() throws SQLException {
        throw nothing();
    }
}
