package io.poolagent.bench.stub;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** A connection to nowhere, whose calls cost nothing. Used by one thread at a time. */
public class StubConnection implements Connection {
    private final String url;
    private boolean autoCommit = true;
    private boolean closed;

    StubConnection(String url) {
        this.url = url;
    }

    @Override
    public void abort(Executor value) {
        closed = true;
    }

    @Override
    public void clearWarnings() {}

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void commit() {}

    @Override
    public @Nullable Array createArrayOf(String text, Object[] value) {
        return null;
    }

    @Override
    public @Nullable Blob createBlob() {
        return null;
    }

    @Override
    public @Nullable Clob createClob() {
        return null;
    }

    @Override
    public @Nullable NClob createNClob() {
        return null;
    }

    @Override
    public @Nullable SQLXML createSQLXML() {
        return null;
    }

    @Override
    public Statement createStatement() {
        return new StubStatement(this);
    }

    @Override
    public Statement createStatement(int number, int more1) {
        return new StubStatement(this);
    }

    @Override
    public Statement createStatement(int number, int more1, int more2) {
        return new StubStatement(this);
    }

    @Override
    public @Nullable Struct createStruct(String text, Object[] value) {
        return null;
    }

    @Override
    public boolean getAutoCommit() {
        return autoCommit;
    }

    @Override
    public @Nullable String getCatalog() {
        return null;
    }

    @Override
    public @Nullable String getClientInfo(String text) {
        return null;
    }

    @Override
    public Properties getClientInfo() {
        return new Properties();
    }

    @Override
    public int getHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public DatabaseMetaData getMetaData() {
        return StubMetaData.of(this, url);
    }

    @Override
    public int getNetworkTimeout() {
        return 0;
    }

    @Override
    public @Nullable String getSchema() {
        return null;
    }

    @Override
    public int getTransactionIsolation() {
        return TRANSACTION_READ_COMMITTED;
    }

    @Override
    public Map<String, Class<?>> getTypeMap() {
        return Collections.emptyMap();
    }

    @Override
    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public boolean isValid(int number) {
        return !closed;
    }

    @Override
    public boolean isWrapperFor(Class<?> value) {
        return false;
    }

    @Override
    public String nativeSQL(String text) {
        return text;
    }

    @Override
    public @Nullable CallableStatement prepareCall(String text) {
        return null;
    }

    @Override
    public @Nullable CallableStatement prepareCall(String text, int more1, int more2) {
        return null;
    }

    @Override
    public @Nullable CallableStatement prepareCall(String text, int more1, int more2, int more3) {
        return null;
    }

    @Override
    public PreparedStatement prepareStatement(String text) {
        return new StubStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int more1) {
        return new StubStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int more1, int more2) {
        return new StubStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int more1, int more2, int more3) {
        return new StubStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int[] columns) {
        return new StubStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String text, String[] names) {
        return new StubStatement(this);
    }

    @Override
    public void releaseSavepoint(Savepoint value) {}

    @Override
    public void rollback() {}

    @Override
    public void rollback(Savepoint value) {}

    @Override
    public void setAutoCommit(boolean on) {
        autoCommit = on;
    }

    @Override
    public void setCatalog(String text) {}

    @Override
    public void setClientInfo(String text, String more1) {}

    @Override
    public void setClientInfo(Properties value) {}

    @Override
    public void setHoldability(int number) {}

    @Override
    public void setNetworkTimeout(Executor value, int more1) {}

    @Override
    public void setReadOnly(boolean on) {}

    @Override
    public @Nullable Savepoint setSavepoint() {
        return null;
    }

    @Override
    public @Nullable Savepoint setSavepoint(String text) {
        return null;
    }

    @Override
    public void setSchema(String text) {}

    @Override
    public void setTransactionIsolation(int number) {}

    @Override
    public void setTypeMap(Map<String, Class<?>> value) {}

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("stub: wraps nothing");
    }
}
