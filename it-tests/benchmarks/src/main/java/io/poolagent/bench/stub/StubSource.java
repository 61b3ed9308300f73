package io.poolagent.bench.stub;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A DataSource that makes its connections itself, without a Driver. */
public final class StubSource implements DataSource {
    private final String url = StubDriver.URL;
    private final String user;

    /**
     * A source for one user.
     *
     * @param user a property, as every DataSource has some
     */
    public StubSource(String user) {
        this.user = user;
    }

    /** The user. */
    public String getUser() {
        return user;
    }

    @Override
    public Connection getConnection() {
        return new StubConnection(url);
    }

    @Override
    public Connection getConnection(String otherUser, String password) {
        return new StubConnection(url);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("stub: no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("stub: wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
