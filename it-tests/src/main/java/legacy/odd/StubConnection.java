package legacy.odd;

import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** A connection to nowhere that keeps its JDBC state. */
class StubConnection extends ModestConnection {
    private final String url;
    private boolean autoCommit = true;
    private boolean closed;

    StubConnection(String url) {
        this.url = url;
    }

    private void check() throws SQLException {
        if (closed) {
            throw new SQLException("stub: closed", "08003", 77);
        }
    }

    @Override
    public Statement createStatement() throws SQLException {
        check();
        return (Statement) Proxy.newProxyInstance(
                StubConnection.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "executeUpdate":
                            return 1;
                        case "getConnection":
                            return this;
                        case "isClosed":
                            return closed;
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "equals":
                            return proxy == arguments[0];
                        case "toString":
                            return "a stub's statement";
                        case "close":
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        check();
        return autoCommit;
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        check();
        autoCommit = on;
    }

    @Override
    public void commit() throws SQLException {
        check();
    }

    @Override
    public void rollback() throws SQLException {
        check();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed;
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        return !closed;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        check();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        check();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        check();
        return (DatabaseMetaData) Proxy.newProxyInstance(
                StubConnection.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getURL")) {
                        return url;
                    }
                    if (method.getName().equals("getConnection")) {
                        return this;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public String toString() {
        return "stub " + url;
    }
}
