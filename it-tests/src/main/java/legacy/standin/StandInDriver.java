package legacy.standin;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the drivers of all stand-ins have in common. A URL that ends in {@code limitN} is that of a server with so many
 * sessions at most.
 */
public abstract class StandInDriver implements Driver {
    private static final Pattern LIMIT = Pattern.compile("limit(\\d+)$");

    private final Product product;
    private final String prefix;

    protected StandInDriver(Product product, String prefix) {
        this.product = product;
        this.prefix = prefix;
    }

    /** Makes a driver known, as drivers do when their class is loaded. */
    protected static void register(StandInDriver driver) {
        try {
            DriverManager.registerDriver(driver);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the driver's class. */
    protected abstract StandInConnection newConnection(ServerSession session, String url, Properties info);

    /** Whether a user may log in: one of two, with or without a role behind the name. */
    protected boolean mayLogIn(String user, String password) {
        return (user.equals(Product.USER) || user.equals(Product.OTHER_USER)) && Product.PASSWORD.equals(password);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String user = info.getProperty("user", "");
        try {
            if (!mayLogIn(user, info.getProperty("password"))) {
                throw product.badLogin(user);
            }
            Matcher limit = LIMIT.matcher(url);
            int sessions = limit.find() ? Integer.parseInt(limit.group(1)) : Integer.MAX_VALUE;
            ServerSession session = product.server().open(product, user.toUpperCase(Locale.ROOT), sessions);
            product.loggedIn(session, info);
            return newConnection(session, url, info);
        } catch (ServerError e) {
            throw product.exception(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url != null && url.startsWith(prefix);
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
