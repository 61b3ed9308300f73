package legacy.standin;

import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What the connections of all stand-ins have in common. One that is lost ends its session, as a broken socket does. */
public abstract class StandInConnection extends StandInAttributes {
    private final List<StandInStatement> statements = new ArrayList<>();
    private boolean autoCommit = true;

    protected StandInConnection(Product product, ServerSession session, String url) {
        super(product, session, url);
    }

    /** Sends a text that the driver makes up. */
    protected final Reply send(String sql) throws SQLException {
        check();
        try {
            return session().execute(sql);
        } catch (ServerError e) {
            throw product().exception(e);
        }
    }

    /** What comes before the session's end in a close; may refuse. */
    protected abstract void beforeClose() throws SQLException;

    /** A statement of the driver's class. */
    protected abstract StandInStatement newStatement();

    /** A prepared statement of the driver's class. */
    protected abstract StandInPrepared newPrepared(String sql);

    /** What a callable statement is besides. */
    protected Class<?>[] callableTypes() {
        return new Class<?>[0];
    }

    private <T extends StandInStatement> T opened(T statement) throws SQLException {
        check();
        statements.add(statement);
        return statement;
    }

    @Override
    public Statement createStatement() throws SQLException {
        check();
        return opened(newStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return createStatement();
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        check();
        return opened(newPrepared(sql));
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        check();
        return Partial.of(CallableStatement.class, opened(newPrepared(sql)), callableTypes());
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        check();
        if (autoCommit != on) {
            session().autoCommit(on);
            autoCommit = on;
        }
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        check();
        return autoCommit;
    }

    @Override
    public void commit() throws SQLException {
        check();
        session().commit();
    }

    @Override
    public void rollback() throws SQLException {
        check();
        session().rollback();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        check();
        return Partial.of(Savepoint.class, name);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        check();
        return sql;
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        check();
        return MetaData.of(this);
    }

    @Override
    public boolean isValid(int seconds) {
        try {
            return !isClosed() && session().execute(product().aliveQuery()).rows != null;
        } catch (ServerError e) {
            return false;
        }
    }

    @Override
    public void abort(Executor executor) {
        markClosed();
        session().end();
    }

    @Override
    public void close() throws SQLException {
        if (!isClosed()) {
            if (!session().hasEnded()) {
                beforeClose();
            }
            statements.forEach(StandInStatement::connectionClosed);
            markClosed();
            session().end();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("no wrapper for " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /** The socket of a connection that nobody has any more is closed, and the server ends the session. */
    @Override
    @SuppressWarnings("Finalize")
    protected void finalize() {
        session().end();
    }
}
