package legacy.standin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import legacy.odd.ModestConnection;

/** What a connection keeps of JDBC's attributes, all but autocommit. */
public abstract class StandInAttributes extends ModestConnection {
    private final Product product;
    private final ServerSession session;
    private final String url;
    private final Properties clientInfo = new Properties();
    private Map<String, Class<?>> typeMap = new HashMap<>();
    private SQLWarning warnings;
    private boolean readOnly;
    private boolean closed;
    private int isolation = Connection.TRANSACTION_READ_COMMITTED;
    private int networkTimeout;

    StandInAttributes(Product product, ServerSession session, String url) {
        this.product = product;
        this.session = session;
        this.url = url;
    }

    final void markClosed() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    final Product product() {
        return product;
    }

    /** The server's side of it. */
    protected final ServerSession session() {
        return session;
    }

    final String url() {
        return url;
    }

    /** Throws where it is closed. */
    protected final void check() throws SQLException {
        if (closed) {
            throw product.closedConnection();
        }
    }

    /** Tells the server of a client info; the name is one that the product knows. */
    protected abstract boolean knowsClientInfo(String name);

    protected final void warn(String message) {
        warnings = new SQLWarning(message);
    }

    @Override
    public void setReadOnly(boolean on) throws SQLException {
        check();
        readOnly = on;
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        check();
        return readOnly;
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        check();
        session.set("isolation", level == Connection.TRANSACTION_READ_COMMITTED ? null : String.valueOf(level));
        isolation = level;
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        check();
        return isolation;
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        check();
        if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            throw product.unsupported();
        }
    }

    @Override
    public int getHoldability() throws SQLException {
        check();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public void setNetworkTimeout(Executor executor, int millis) throws SQLException {
        check();
        networkTimeout = millis;
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        check();
        return networkTimeout;
    }

    @Override
    public void setClientInfo(String name, String value) throws SQLClientInfoException {
        if (closed) {
            SQLException why = product.closedConnection();
            throw new SQLClientInfoException(
                    why.getMessage(), why.getSQLState(), why.getErrorCode(), Collections.emptyMap());
        }
        if (!knowsClientInfo(name)) {
            throw new SQLClientInfoException("no client info " + name, "99999", 17251, Collections.emptyMap());
        }
        clientInfo.setProperty(name, value);
        session.set("client info " + name, value);
    }

    @Override
    public void setClientInfo(Properties all) throws SQLClientInfoException {
        for (String name : all.stringPropertyNames()) {
            setClientInfo(name, all.getProperty(name));
        }
    }

    @Override
    public String getClientInfo(String name) throws SQLException {
        check();
        return clientInfo.getProperty(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        check();
        Properties copy = new Properties();
        copy.putAll(clientInfo);
        return copy;
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        check();
        typeMap = map;
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        check();
        return typeMap;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        check();
        return warnings;
    }

    @Override
    public void clearWarnings() throws SQLException {
        check();
        warnings = null;
    }
}
