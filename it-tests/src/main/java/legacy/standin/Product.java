package legacy.standin;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;

/** A database product: what its server does for which text, and what its driver throws. */
public abstract class Product {
    /** The one user there is, and another one. */
    public static final String USER = "app";

    public static final String OTHER_USER = "app2";

    /** The password of both. */
    public static final String PASSWORD = "secret";

    private final Server server = new Server();
    private final Rules rules = new Rules(this);

    @SuppressWarnings("this-escape") // it is what it registers
    protected Product() {
        addRules(rules);
        Tables.addTo(rules);
    }

    /** Its only server. */
    public final Server server() {
        return server;
    }

    final Rules rules() {
        return rules;
    }

    /** Rules of its own, which come before those of all products. */
    protected abstract void addRules(Rules rules);

    /** Gives a session what it has from its login. */
    public abstract void loggedIn(ServerSession session, Properties info);

    /** With autocommit off, whether a statement begins a transaction. */
    protected abstract boolean startsTransaction(String sql);

    /** A query of one row, which isValid sends. */
    public abstract String aliveQuery();

    protected boolean keepsEmptyTemporaryTables() {
        return false;
    }

    protected abstract ServerError noTable(String name);

    protected abstract ServerError badSyntax(String sql);

    protected abstract ServerError locked();

    protected abstract ServerError sessionLost();

    protected abstract ServerError tooManySessions();

    /** The refusal of a login with a wrong user or password. */
    public abstract ServerError badLogin(String user);

    /** The driver's exception for a refusal of the server's. */
    public SQLException exception(ServerError error) {
        return new SQLException(error.getMessage(), error.state, error.code);
    }

    /** What the use of a closed connection throws. */
    public abstract SQLException closedConnection();

    /** What the use of a closed statement throws. */
    public abstract SQLException closedStatement();

    /** What the use of a closed result set throws. */
    public abstract SQLException closedRows();

    /** Whether the use of a statement or result set whose connection is closed is refused as that of the connection is. */
    public boolean looksAtConnectionFirst() {
        return false;
    }

    /** What the driver does not do. */
    public SQLException unsupported() {
        return new SQLFeatureNotSupportedException("not by this driver");
    }
}
