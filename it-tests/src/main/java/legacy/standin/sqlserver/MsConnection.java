package legacy.standin.sqlserver;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;
import legacy.standin.StandInPrepared;
import legacy.standin.StandInStatement;

/** The public class that applications cast to, with final methods among others, as {@code SQLServerConnection}. */
public class MsConnection extends StandInConnection {
    private final UUID clientId = new UUID(1, 2);
    private boolean asUnicode = true;
    private String application = "Microsoft JDBC Driver for SQL Server";

    MsConnection(ServerSession session, String url) {
        super(SqlServerProduct.INSTANCE, session, url);
    }

    /** The driver just closes the socket, and the server rolls back: {@code SQLServerConnection.close}. */
    @Override
    protected void beforeClose() {
        session().rollback();
    }

    @Override
    protected StandInStatement newStatement() {
        return new MsStatement(this);
    }

    @Override
    protected StandInPrepared newPrepared(String sql) {
        return new MsPreparedStatement(this, sql);
    }

    /** The driver knows none; it warns: {@code SQLServerConnection.setClientInfo}. */
    @Override
    protected boolean knowsClientInfo(String name) {
        return false;
    }

    @Override
    public void setClientInfo(String name, String value) throws java.sql.SQLClientInfoException {
        if (isClosed()) {
            super.setClientInfo(name, value);
        }
        warn("The property " + name + " is not recognized.");
    }

    @Override
    public final Savepoint setSavepoint() throws SQLException {
        return setSavepoint("one");
    }

    @Override
    public final String getCatalog() throws SQLException {
        check();
        return session().get("database");
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        send("USE " + catalog);
    }

    @Override
    public String getSchema() throws SQLException {
        check();
        return "dbo";
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        check(); // the driver only warns
    }

    /** Of the vendor's own. */
    public final UUID getClientConnectionId() throws SQLException {
        check();
        return clientId;
    }

    /** Of the vendor's own; stays with the connection. */
    public final void setSendStringParametersAsUnicode(boolean on) throws SQLException {
        check();
        asUnicode = on;
    }

    /** Of the vendor's own. */
    public final boolean getSendStringParametersAsUnicode() throws SQLException {
        check();
        return asUnicode;
    }

    /** Of the vendor's own; stays with the connection. */
    public void setApplicationName(String name) {
        application = name;
    }

    /** Of the vendor's own. */
    public String getApplicationName() {
        return application;
    }
}
