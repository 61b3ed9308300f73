package legacy.standin.sqlserver;

import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import legacy.standin.Product;
import legacy.standin.Rules;
import legacy.standin.ServerError;
import legacy.standin.ServerSession;

/**
 * SQL Server. Error numbers are those of "Database Engine events and errors"; SQLStates are what mssql-jdbc makes of them
 * ({@code SQLServerException.generateStateCode}).
 */
public final class SqlServerProduct extends Product {
    /** The only one, as its server is. */
    public static final SqlServerProduct INSTANCE = new SqlServerProduct();

    private static final Pattern TOUCHES =
            Pattern.compile("(?:insert|update|delete|merge|create|select .* from) .*", Pattern.CASE_INSENSITIVE);

    private SqlServerProduct() {}

    @Override
    protected void addRules(Rules rules) {
        SqlServerRules.addTo(rules);
    }

    @Override
    public void loggedIn(ServerSession session, Properties info) {
        session.login("language", "us_english");
        session.login("lock_timeout", "-1");
        session.login("database", "shop");
        session.login("login", session.user);
    }

    /** With implicit transactions: "SET IMPLICIT_TRANSACTIONS (Transact-SQL)". */
    @Override
    protected boolean startsTransaction(String sql) {
        return TOUCHES.matcher(sql).matches();
    }

    @Override
    public String aliveQuery() {
        return "SELECT 1";
    }

    /** A temporary table is there even without rows. */
    @Override
    protected boolean keepsEmptyTemporaryTables() {
        return true;
    }

    @Override
    protected ServerError noTable(String name) {
        return new ServerError(208, "S0002", "Invalid object name '" + name + "'.");
    }

    @Override
    protected ServerError badSyntax(String sql) {
        return new ServerError(102, "S0001", "Incorrect syntax near '" + sql + "'.");
    }

    @Override
    protected ServerError locked() {
        return new ServerError(1222, "S0051", "Lock request time out period exceeded.");
    }

    @Override
    protected ServerError sessionLost() {
        return new ServerError(0, "08S01", "Connection reset");
    }

    @Override
    protected ServerError tooManySessions() {
        return new ServerError(
                17809, "S0001", "Could not connect because the maximum number of connections was reached.");
    }

    @Override
    public ServerError badLogin(String user) {
        return new ServerError(18456, "S0001", "Login failed for user '" + user + "'.");
    }

    @Override
    public SQLException exception(ServerError error) {
        return new MsException(error.getMessage(), error.state, error.code);
    }

    /** {@code SQLServerConnection.checkClosed}; seen with mssql-jdbc 13.6. */
    @Override
    public SQLException closedConnection() {
        return new MsException("The connection is closed.", "08S01", 0);
    }

    @Override
    public SQLException closedStatement() {
        return new MsException("The statement is closed.", null, 0);
    }

    @Override
    public SQLException closedRows() {
        return new MsException("The result set is closed.", null, 0);
    }

    /** A statement looks at its connection first: {@code SQLServerStatement.checkClosed}. */
    @Override
    public boolean looksAtConnectionFirst() {
        return true;
    }
}
