package legacy.standin.shells;

import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLWarning;
import java.sql.Statement;
import legacy.odd.ModestConnection;

/** A connection that hands out one object, wherever its type fits. */
public final class ShellConnection extends ModestConnection {
    private final Object part;

    ShellConnection(Object part) {
        this.part = part;
    }

    @Override
    public Statement createStatement() {
        return part instanceof ResultSet ? new ShellStatement((ResultSet) part) : (Statement) part;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) {
        return (PreparedStatement) part;
    }

    @Override
    public CallableStatement prepareCall(String sql) {
        return (CallableStatement) part;
    }

    @Override
    public DatabaseMetaData getMetaData() {
        return (DatabaseMetaData) part;
    }

    @Override
    public boolean getAutoCommit() {
        return true;
    }

    @Override
    public void setAutoCommit(boolean on) {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void close() {}

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public boolean isValid(int seconds) {
        return true;
    }

    @Override
    public SQLWarning getWarnings() {
        return null;
    }

    @Override
    public void clearWarnings() {}
}
