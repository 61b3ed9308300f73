package io.poolagent.bench.stub;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver without a server: what remains of a connect is the cost of who asks for it. */
public final class StubDriver implements Driver {
    /** A connect makes a connection. */
    public static final String URL = "jdbc:stub:new";

    /** A connect gives the same connection each time, closed or not. */
    public static final String CONSTANT_URL = "jdbc:stub:constant";

    /** As {@link #CONSTANT_URL}, and the stack is captured, as by whoever looks for leaks. */
    public static final String CAPTURING_URL = "jdbc:stub:capturing";

    private static final Connection CONSTANT = new StubConnection(CONSTANT_URL);

    /** What was captured last: it must not be for nothing, or the compiler leaves it out. */
    private static final Object[] LAST = new Object[1];

    static {
        try {
            DriverManager.registerDriver(new StubDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** For DriverManager. */
    public StubDriver() {}

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        if (url.equals(URL)) {
            return new StubConnection(url);
        }
        if (url.equals(CAPTURING_URL)) {
            LAST[0] = new Throwable();
            return CONSTANT;
        }
        return url.equals(CONSTANT_URL) ? CONSTANT : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.equals(URL) || url.equals(CONSTANT_URL) || url.equals(CAPTURING_URL);
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
