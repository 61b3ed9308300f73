package io.poolagent.bench.stub;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** A statement that takes everything and does nothing. Used by one thread at a time. */
public class StubStatement implements PreparedStatement {
    private final StubConnection connection;
    private boolean closed;
    private int updates;

    StubStatement(StubConnection connection) {
        this.connection = connection;
    }

    @Override
    public void addBatch() {}

    @Override
    public void addBatch(String text) {}

    @Override
    public void cancel() {}

    @Override
    public void clearBatch() {}

    @Override
    public void clearParameters() {}

    @Override
    public void clearWarnings() {}

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void closeOnCompletion() {}

    @Override
    public boolean execute() {
        return false;
    }

    @Override
    public boolean execute(String text) {
        return false;
    }

    @Override
    public boolean execute(String text, int more1) {
        return false;
    }

    @Override
    public boolean execute(String text, int[] columns) {
        return false;
    }

    @Override
    public boolean execute(String text, String[] names) {
        return false;
    }

    @Override
    public int[] executeBatch() {
        return new int[0];
    }

    @Override
    public @Nullable ResultSet executeQuery() {
        return null;
    }

    @Override
    public @Nullable ResultSet executeQuery(String text) {
        return null;
    }

    @Override
    public int executeUpdate() {
        return ++updates;
    }

    @Override
    public int executeUpdate(String text) {
        return ++updates;
    }

    @Override
    public int executeUpdate(String text, int more1) {
        return ++updates;
    }

    @Override
    public int executeUpdate(String text, int[] columns) {
        return ++updates;
    }

    @Override
    public int executeUpdate(String text, String[] names) {
        return ++updates;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public int getFetchDirection() {
        return 0;
    }

    @Override
    public int getFetchSize() {
        return 0;
    }

    @Override
    public @Nullable ResultSet getGeneratedKeys() {
        return null;
    }

    @Override
    public int getMaxFieldSize() {
        return 0;
    }

    @Override
    public int getMaxRows() {
        return 0;
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() {
        return null;
    }

    @Override
    public boolean getMoreResults() {
        return false;
    }

    @Override
    public boolean getMoreResults(int number) {
        return false;
    }

    @Override
    public @Nullable ParameterMetaData getParameterMetaData() {
        return null;
    }

    @Override
    public int getQueryTimeout() {
        return 0;
    }

    @Override
    public @Nullable ResultSet getResultSet() {
        return null;
    }

    @Override
    public int getResultSetConcurrency() {
        return 0;
    }

    @Override
    public int getResultSetHoldability() {
        return 0;
    }

    @Override
    public int getResultSetType() {
        return 0;
    }

    @Override
    public int getUpdateCount() {
        return 0;
    }

    @Override
    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    @Override
    public boolean isCloseOnCompletion() {
        return false;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isPoolable() {
        return false;
    }

    @Override
    public boolean isWrapperFor(Class<?> value) {
        return false;
    }

    @Override
    public void setArray(int index, Array value) {}

    @Override
    public void setAsciiStream(int index, InputStream value) {}

    @Override
    public void setAsciiStream(int index, InputStream value, int more2) {}

    @Override
    public void setAsciiStream(int index, InputStream value, long length) {}

    @Override
    public void setBigDecimal(int index, BigDecimal value) {}

    @Override
    public void setBinaryStream(int index, InputStream value) {}

    @Override
    public void setBinaryStream(int index, InputStream value, int more2) {}

    @Override
    public void setBinaryStream(int index, InputStream value, long length) {}

    @Override
    public void setBlob(int index, InputStream value) {}

    @Override
    public void setBlob(int index, InputStream value, long length) {}

    @Override
    public void setBlob(int index, Blob value) {}

    @Override
    public void setBoolean(int index, boolean on) {}

    @Override
    public void setByte(int index, byte value) {}

    @Override
    public void setBytes(int index, byte[] value) {}

    @Override
    public void setCharacterStream(int index, Reader value) {}

    @Override
    public void setCharacterStream(int index, Reader value, int more2) {}

    @Override
    public void setCharacterStream(int index, Reader value, long length) {}

    @Override
    public void setClob(int index, Reader value) {}

    @Override
    public void setClob(int index, Reader value, long length) {}

    @Override
    public void setClob(int index, Clob value) {}

    @Override
    public void setCursorName(String text) {}

    @Override
    public void setDate(int index, Date value) {}

    @Override
    public void setDate(int index, Date value, Calendar calendar) {}

    @Override
    public void setDouble(int index, double value) {}

    @Override
    public void setEscapeProcessing(boolean on) {}

    @Override
    public void setFetchDirection(int number) {}

    @Override
    public void setFetchSize(int number) {}

    @Override
    public void setFloat(int index, float value) {}

    @Override
    public void setInt(int index, int more1) {}

    @Override
    public void setLong(int index, long length) {}

    @Override
    public void setMaxFieldSize(int number) {}

    @Override
    public void setMaxRows(int number) {}

    @Override
    public void setNCharacterStream(int index, Reader value) {}

    @Override
    public void setNCharacterStream(int index, Reader value, long length) {}

    @Override
    public void setNClob(int index, Reader value) {}

    @Override
    public void setNClob(int index, Reader value, long length) {}

    @Override
    public void setNClob(int index, NClob value) {}

    @Override
    public void setNString(int index, String more1) {}

    @Override
    public void setNull(int index, int more1) {}

    @Override
    public void setNull(int index, int more1, String more2) {}

    @Override
    public void setObject(int index, Object value) {}

    @Override
    public void setObject(int index, Object value, int more2) {}

    @Override
    public void setObject(int index, Object value, int more2, int more3) {}

    @Override
    public void setPoolable(boolean on) {}

    @Override
    public void setQueryTimeout(int number) {}

    @Override
    public void setRef(int index, Ref value) {}

    @Override
    public void setRowId(int index, RowId value) {}

    @Override
    public void setSQLXML(int index, SQLXML value) {}

    @Override
    public void setShort(int index, short value) {}

    @Override
    public void setString(int index, String more1) {}

    @Override
    public void setTime(int index, Time value) {}

    @Override
    public void setTime(int index, Time value, Calendar calendar) {}

    @Override
    public void setTimestamp(int index, Timestamp value) {}

    @Override
    public void setTimestamp(int index, Timestamp value, Calendar calendar) {}

    @Override
    public void setURL(int index, URL value) {}

    @Override
    @Deprecated
    public void setUnicodeStream(int index, InputStream value, int more2) {}

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("stub: wraps nothing");
    }
}
