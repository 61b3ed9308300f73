package legacy.standin.oracle;

import java.sql.SQLException;
import legacy.standin.ServerSession;
import legacy.standin.StandInPrepared;
import legacy.standin.StandInStatement;

/** The driver's connection, of a class that is not public, as {@code oracle.jdbc.driver.T4CConnection} is not. */
class T4Connection extends PhysicalBase {
    T4Connection(ServerSession session, String url) {
        super(session, url);
    }

    /** An open transaction is committed: "JDBC Developer's Guide", Closing the connection. */
    @Override
    protected void beforeClose() {
        session().commit();
    }

    @Override
    protected StandInStatement newStatement() {
        try {
            return new T4Statement(this, getDefaultRowPrefetch());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected StandInPrepared newPrepared(String sql) {
        try {
            return new T4PreparedStatement(this, sql, getDefaultRowPrefetch());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?>[] callableTypes() {
        return new Class<?>[] {OraCallableStatement.class};
    }

    /** "JDBC Developer's Guide", End-to-end metrics: the namespace OCSID. */
    @Override
    protected boolean knowsClientInfo(String name) {
        return name.startsWith("OCSID.");
    }

    @Override
    public String getCurrentSchema() throws SQLException {
        check();
        return session().get("CURRENT_SCHEMA");
    }

    @Override
    public String getSchema() throws SQLException {
        return getCurrentSchema();
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        send("ALTER SESSION SET CURRENT_SCHEMA = " + schema);
    }

    @Override
    public String getCatalog() throws SQLException {
        check();
        return null;
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        check(); // there are no catalogs, and nothing to do
    }

    @Override
    public OraArray createARRAY(String type, Object elements) throws SQLException {
        check();
        return new OraArray(this, type);
    }
}
