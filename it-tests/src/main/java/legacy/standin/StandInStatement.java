package legacy.standin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;

/** What the statements of all stand-ins have in common. */
public abstract class StandInStatement extends ModestStatement {
    private final StandInConnection connection;
    private final List<String> batch = new ArrayList<>();
    private ResultSet rows;
    private int count = -1;
    private int fetchSize = 10;
    private int timeout;
    private boolean closed;

    protected StandInStatement(StandInConnection connection) {
        this.connection = connection;
    }

    final Product product() {
        return connection.product();
    }

    void connectionClosed() {
        closed = true;
    }

    /** Throws where it is closed. */
    protected final void check() throws SQLException {
        checkConnection();
        if (closed) {
            throw product().closedStatement();
        }
    }

    final void checkConnection() throws SQLException {
        if (product().looksAtConnectionFirst()) {
            connection.check();
        }
    }

    /** Runs a text that has no parameters any more. */
    protected final boolean run(String sql) throws SQLException {
        check();
        rows = null;
        String text = sql.trim();
        if (text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1).trim();
        }
        Reply reply = connection.send(text);
        count = reply.count;
        if (reply.rows != null) {
            rows = Rows.of(this, reply.rows);
        }
        return rows != null;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return run(sql);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        run(sql);
        return count;
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        if (!run(sql)) {
            throw new SQLException("no rows from " + sql);
        }
        return rows;
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        check();
        batch.add(sql);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = executeUpdate(batch.get(i));
        }
        batch.clear();
        return counts;
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        check();
        return rows;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        check();
        return count;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        check();
        rows = null;
        count = -1;
        return false;
    }

    @Override
    public void setFetchSize(int size) throws SQLException {
        check();
        fetchSize = size;
    }

    @Override
    public int getFetchSize() throws SQLException {
        check();
        return fetchSize;
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        check();
        timeout = seconds;
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        check();
        return timeout;
    }

    @Override
    public void cancel() throws SQLException {
        check();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        check();
        return null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!product().looksAtConnectionFirst()) {
            check();
        }
        return connection;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
