package legacy.standin.db2;

import java.sql.SQLException;
import java.util.Properties;
import legacy.standin.Product;
import legacy.standin.Rules;
import legacy.standin.ServerError;
import legacy.standin.ServerSession;

/**
 * DB2. SQLCODEs and SQLSTATEs are those of "Messages and codes", and for what the driver itself says of "Error codes
 * issued by the IBM Data Server Driver for JDBC and SQLJ".
 */
public final class Db2Product extends Product {
    /** The only one, as its server is. */
    public static final Db2Product INSTANCE = new Db2Product();

    private Db2Product() {}

    @Override
    protected void addRules(Rules rules) {
        Db2Rules.addTo(rules);
    }

    @Override
    public void loggedIn(ServerSession session, Properties info) {
        session.login("schema", session.user);
        session.login("user", session.user);
        session.login("lock timeout", "-1");
        session.login("path", "SYSIBM");
        session.login("global", "0");
    }

    /** Any statement begins a unit of work: "Fundamentals of transaction management". */
    @Override
    protected boolean startsTransaction(String sql) {
        return true;
    }

    @Override
    public String aliveQuery() {
        return "SELECT 1 FROM SYSIBM.SYSDUMMY1";
    }

    @Override
    protected boolean keepsEmptyTemporaryTables() {
        return true;
    }

    @Override
    protected ServerError noTable(String name) {
        return new ServerError(-204, "42704", "DB2 SQL Error: SQLCODE=-204, SQLSTATE=42704, SQLERRMC=" + name);
    }

    @Override
    protected ServerError badSyntax(String sql) {
        return new ServerError(-104, "42601", "DB2 SQL Error: SQLCODE=-104, SQLSTATE=42601, SQLERRMC=" + sql);
    }

    @Override
    protected ServerError locked() {
        return new ServerError(-911, "40001", "DB2 SQL Error: SQLCODE=-911, SQLSTATE=40001, SQLERRMC=68");
    }

    @Override
    protected ServerError sessionLost() {
        return new ServerError(-4499, "08001", "A communication error occurred. ERRORCODE=-4499, SQLSTATE=08001");
    }

    @Override
    protected ServerError tooManySessions() {
        return new ServerError(-1040, "57030", "DB2 SQL Error: SQLCODE=-1040, SQLSTATE=57030");
    }

    @Override
    public ServerError badLogin(String user) {
        return new ServerError(
                -4214,
                "28000",
                "Connection authorization failure occurred.  Reason: User ID or Password invalid."
                        + " ERRORCODE=-4214, SQLSTATE=28000");
    }

    @Override
    public SQLException exception(ServerError error) {
        return error.state.equals("28000")
                ? new java.sql.SQLInvalidAuthorizationSpecException(error.getMessage(), error.state, error.code)
                : new DbException(error.getMessage(), error.state, error.code);
    }

    /** As seen in public reports: class SqlNonTransientConnectionException, -4470, 08003. */
    @Override
    public SQLException closedConnection() {
        return new DbClosedException("Invalid operation: Connection is closed. ERRORCODE=-4470, SQLSTATE=08003");
    }

    @Override
    public SQLException closedStatement() {
        return new DbException("Invalid operation: statement is closed. ERRORCODE=-4470, SQLSTATE=null", null, -4470);
    }

    @Override
    public SQLException closedRows() {
        return new DbException("Invalid operation: result set is closed. ERRORCODE=-4470, SQLSTATE=null", null, -4470);
    }
}
