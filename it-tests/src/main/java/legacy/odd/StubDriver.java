package legacy.odd;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/** A driver for one prefix, whose answer to a connect is given. */
class StubDriver implements Driver {
    private final String prefix;
    private final Answer answer;

    final AtomicInteger connects = new AtomicInteger();

    /** What a connect does. */
    interface Answer {
        Connection connect(String url, Properties info) throws SQLException;
    }

    StubDriver(String name, Answer answer) {
        this.prefix = "jdbc:" + name + ":";
        this.answer = answer;
    }

    StubDriver register() throws SQLException {
        DriverManager.registerDriver(this);
        return this;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        connects.incrementAndGet();
        return answer.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        if (url == null) {
            throw new SQLException("stub: no URL", "08001");
        }
        return url.startsWith(prefix);
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
    public Logger getParentLogger() {
        return null;
    }
}
