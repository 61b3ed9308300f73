package legacy.standin.shells;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver whose URL names the class of the connection to hand out, or of what its own connection hands out. */
public final class ShellDriver implements Driver {
    static final String CONNECTION = "jdbc:shell:connection:";
    static final String PART = "jdbc:shell:part:";

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        try {
            return url.startsWith(PART)
                    ? new ShellConnection(Shell.of(url.substring(PART.length())))
                    : (Connection) Shell.of(url.substring(CONNECTION.length()));
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(CONNECTION) || url.startsWith(PART);
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
