package io.poolagent.bench.stub;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A driver without a server: what remains of a connect is the cost of who asks for it. */
public final class StubDriver implements Driver {
    /** A connect makes a connection. */
    public static final String URL = "jdbc:stub:new";

    /** A connect gives the same connection each time, closed or not. */
    public static final String CONSTANT_URL = "jdbc:stub:constant";

    /** A connect gives a connection of {@link #pooled}. */
    public static final String POOLED_URL = "jdbc:stub:pooled";

    private static final Connection CONSTANT = new StubConnection(CONSTANT_URL);

    private static volatile @Nullable DataSource pool;

    static {
        try {
            DriverManager.registerDriver(new StubDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** For DriverManager. */
    public StubDriver() {}

    /** Connects to {@link #POOLED_URL} take from the pool from here on. */
    public static void pooled(DataSource pool) {
        StubDriver.pool = pool;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (url.equals(URL)) {
            return new StubConnection(url);
        }
        DataSource source = pool;
        if (source != null && url.equals(POOLED_URL)) {
            return source.getConnection();
        }
        return url.equals(CONSTANT_URL) ? CONSTANT : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.equals(URL) || url.equals(CONSTANT_URL) || url.equals(POOLED_URL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("stub: no logger");
    }
}
