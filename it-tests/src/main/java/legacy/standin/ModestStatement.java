package legacy.standin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** The methods of a statement that a stand-in does not have. */
public abstract class ModestStatement implements Statement {
    static SQLException unsupported() {
        return new SQLFeatureNotSupportedException("not by this driver");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("no wrapper for " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public ResultSet executeQuery(String p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public int executeUpdate(String p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public void close() throws SQLException {
        throw unsupported();
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setMaxFieldSize(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public int getMaxRows() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setMaxRows(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public void setEscapeProcessing(boolean p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setQueryTimeout(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public void cancel() throws SQLException {
        throw unsupported();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        throw unsupported();
    }

    @Override
    public void clearWarnings() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setCursorName(String p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean execute(String p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        throw unsupported();
    }

    @Override
    public int getUpdateCount() throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setFetchDirection(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public int getFetchDirection() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setFetchSize(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public int getFetchSize() throws SQLException {
        throw unsupported();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        throw unsupported();
    }

    @Override
    public int getResultSetType() throws SQLException {
        throw unsupported();
    }

    @Override
    public void addBatch(String p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public void clearBatch() throws SQLException {
        throw unsupported();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        throw unsupported();
    }

    @Override
    public Connection getConnection() throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean getMoreResults(int p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        throw unsupported();
    }

    @Override
    public int executeUpdate(String p0, int p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public int executeUpdate(String p0, int[] p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public int executeUpdate(String p0, String[] p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean execute(String p0, int p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean execute(String p0, int[] p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean execute(String p0, String[] p1) throws SQLException {
        throw unsupported();
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean isClosed() throws SQLException {
        throw unsupported();
    }

    @Override
    public void setPoolable(boolean p0) throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean isPoolable() throws SQLException {
        throw unsupported();
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        throw unsupported();
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        throw unsupported();
    }
}
