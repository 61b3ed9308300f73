package io.poolagent.core.pool;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A connection that does nothing and never fails: what HikariCP may do to the connections it pools, it does to one of
 * these. Nobody ever runs a statement on it.
 */
abstract class Placeholder implements Connection {
    @Override
    public Statement createStatement() throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        throw noStatements();
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        throw noStatements();
    }

    @Override
    public String nativeSQL(String sql) {
        return sql;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {}

    @Override
    public boolean getAutoCommit() {
        return true;
    }

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        throw noStatements();
    }

    @Override
    public void setReadOnly(boolean readOnly) {}

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void setCatalog(String catalog) {}

    @Override
    public @Nullable String getCatalog() {
        return null;
    }

    @Override
    public void setTransactionIsolation(int level) {}

    @Override
    public int getTransactionIsolation() {
        return TRANSACTION_READ_COMMITTED;
    }

    @Override
    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    @Override
    public void clearWarnings() {}

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        throw noStatements();
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        throw noStatements();
    }

    @Override
    public Map<String, Class<?>> getTypeMap() {
        return Collections.emptyMap();
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) {}

    @Override
    public void setHoldability(int holdability) {}

    @Override
    public int getHoldability() {
        return 0;
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        throw noStatements();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        throw noStatements();
    }

    @Override
    public void rollback(Savepoint savepoint) {}

    @Override
    public void releaseSavepoint(Savepoint savepoint) {}

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        throw noStatements();
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        throw noStatements();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        throw noStatements();
    }

    @Override
    public Clob createClob() throws SQLException {
        throw noStatements();
    }

    @Override
    public Blob createBlob() throws SQLException {
        throw noStatements();
    }

    @Override
    public NClob createNClob() throws SQLException {
        throw noStatements();
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        throw noStatements();
    }

    @Override
    public boolean isValid(int timeout) {
        return true;
    }

    @Override
    public void setClientInfo(String name, String value) {}

    @Override
    public void setClientInfo(Properties properties) {}

    @Override
    public @Nullable String getClientInfo(String name) {
        return null;
    }

    @Override
    public Properties getClientInfo() {
        return new Properties();
    }

    @Override
    public Array createArrayOf(String type, Object[] elements) throws SQLException {
        throw noStatements();
    }

    @Override
    public Struct createStruct(String type, Object[] attributes) throws SQLException {
        throw noStatements();
    }

    @Override
    public void setSchema(String schema) {}

    @Override
    public @Nullable String getSchema() {
        return null;
    }

    @Override
    public void abort(Executor executor) {}

    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) {}

    @Override
    public int getNetworkTimeout() {
        return 0;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw noStatements();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    private static SQLException noStatements() {
        return new SQLFeatureNotSupportedException("a place for a connection is no connection");
    }
}
