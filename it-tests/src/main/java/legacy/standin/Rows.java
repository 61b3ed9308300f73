package legacy.standin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The part of a result set that stand-ins have: one column, forward only. */
public final class Rows {
    private final StandInStatement statement;
    private final List<String> values;
    private int at = -1;
    private boolean closed;

    private Rows(StandInStatement statement, List<String> values) {
        this.statement = statement;
        this.values = values;
    }

    static ResultSet of(StandInStatement statement, List<String> values) {
        return Partial.of(ResultSet.class, new Rows(statement, values));
    }

    private void check() throws SQLException {
        statement.checkConnection();
        if (isClosed()) {
            throw statement.product().closedRows();
        }
    }

    public boolean next() throws SQLException {
        check();
        return ++at < values.size();
    }

    public String getString(int column) throws SQLException {
        check();
        return values.get(at);
    }

    public String getString(String column) throws SQLException {
        return getString(1);
    }

    public Object getObject(int column) throws SQLException {
        return getString(1);
    }

    public int getInt(int column) throws SQLException {
        String value = getString(1);
        return value == null ? 0 : Integer.parseInt(value);
    }

    public long getLong(int column) throws SQLException {
        return getInt(1);
    }

    public boolean wasNull() throws SQLException {
        return getString(1) == null;
    }

    public Statement getStatement() throws SQLException {
        check();
        return statement;
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() throws SQLException {
        return closed || statement.isClosed();
    }
}
