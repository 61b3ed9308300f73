package legacy.standin.db2;

import java.sql.SQLException;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;
import legacy.standin.StandInPrepared;
import legacy.standin.StandInStatement;

/** A public abstract class that code casts to, as {@code com.ibm.db2.jcc.am.Connection}. */
public abstract class AmConnection extends StandInConnection implements DbConnection {
    private String clientUser = "";

    AmConnection(ServerSession session, String url) {
        super(Db2Product.INSTANCE, session, url);
    }

    /** "Disconnecting from data sources in JDBC applications": not inside a unit of work. The SQLState is null. */
    @Override
    protected void beforeClose() throws SQLException {
        if (session().isInTransaction()) {
            throw new DbException(
                    "java.sql.Connection.close() requested while a transaction is in progress on the connection."
                            + " The transaction remains active, and the connection cannot be closed."
                            + " ERRORCODE=-4471, SQLSTATE=null",
                    null,
                    -4471);
        }
    }

    @Override
    protected StandInStatement newStatement() {
        return new AmStatement(this);
    }

    @Override
    protected StandInPrepared newPrepared(String sql) {
        return new AmPreparedStatement(this, sql);
    }

    /** "Client info properties support by the IBM Data Server Driver for JDBC and SQLJ". */
    @Override
    protected boolean knowsClientInfo(String name) {
        return name.equals("ApplicationName") || name.equals("ClientUser") || name.equals("ClientHostname");
    }

    /** Asks the server, which begins a unit of work where autocommit is off. */
    @Override
    public String getSchema() throws SQLException {
        return send("VALUES CURRENT SCHEMA").rows.get(0);
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        send("SET SCHEMA " + schema);
    }

    @Override
    public String getCatalog() throws SQLException {
        check();
        return null;
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        check();
    }

    @Override
    public void setDB2ClientUser(String user) throws SQLException {
        check();
        session().set("client user", user);
        clientUser = user;
    }

    @Override
    public String getDB2ClientUser() throws SQLException {
        check();
        return clientUser;
    }

    @Override
    public boolean isInDB2UnitOfWork() throws SQLException {
        check();
        return session().isInTransaction();
    }
}
