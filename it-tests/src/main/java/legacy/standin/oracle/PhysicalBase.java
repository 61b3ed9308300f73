package legacy.standin.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;

/** Some methods of a superclass that is not public and has final methods, as ojdbc's PhysicalConnection. */
abstract class PhysicalBase extends StandInConnection implements OraConnection {
    private int prefetch = 10;
    private int cacheSize;
    private boolean proxy;

    PhysicalBase(ServerSession session, String url) {
        super(OracleProduct.INSTANCE, session, url);
    }

    @Override
    public final boolean isClosed() {
        return super.isClosed();
    }

    @Override
    public final void setDefaultRowPrefetch(int rows) throws SQLException {
        check();
        prefetch = rows;
    }

    @Override
    public final int getDefaultRowPrefetch() throws SQLException {
        check();
        return prefetch;
    }

    @Override
    public void setStatementCacheSize(int size) throws SQLException {
        check();
        cacheSize = size;
    }

    @Override
    public int getStatementCacheSize() throws SQLException {
        check();
        return cacheSize;
    }

    @Override
    public void setEndToEndMetrics(String[] metrics, short sequence) throws SQLException {
        check();
        session().set("ACTION", metrics[0]);
        session().set("MODULE", metrics[1]);
    }

    @Override
    public String[] getEndToEndMetrics() throws SQLException {
        check();
        return new String[] {session().get("ACTION"), session().get("MODULE")};
    }

    @Override
    public void setSessionTimeZone(String zone) throws SQLException {
        send("ALTER SESSION SET TIME_ZONE = '" + zone + "'");
    }

    @Override
    public String getSessionTimeZone() throws SQLException {
        check();
        return session().get("TIME_ZONE");
    }

    @Override
    public void openProxySession(String user) throws SQLException {
        check();
        session().set("SESSION_USER", user);
        proxy = true;
    }

    @Override
    public boolean isProxySession() throws SQLException {
        check();
        return proxy;
    }

    @Override
    public Connection physicalConnectionWithin() {
        return this;
    }

    @Override
    public OraConnection unwrap() {
        return this;
    }
}
