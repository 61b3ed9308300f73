package legacy.release;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import legacy.Account;
import legacy.Session;

/**
 * Somebody still has a connection that was closed, and everything he got from it, and uses all of it while another works
 * in a transaction, which must not notice. Arguments: URL, user, password.
 */
public final class StaleHandle {
    private StaleHandle() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        try (Connection setup = account.connect()) {
            attempt(() -> run(setup, "CREATE TABLE stale_t (a INT)"));
            run(setup, "DELETE FROM stale_t");
            run(setup, "INSERT INTO stale_t VALUES (1)");
        }
        Connection stale = account.connect();
        String session = Session.id(stale, account.url);
        Statement statement = stale.createStatement();
        PreparedStatement insert = stale.prepareStatement("INSERT INTO stale_t VALUES (666)");
        ResultSet rows = statement.executeQuery("SELECT a FROM stale_t");
        DatabaseMetaData metadata = stale.getMetaData();
        stale.close();
        Connection current = account.connect();
        current.setAutoCommit(false);
        run(current, "INSERT INTO stale_t VALUES (2)");
        if (session.equals(Session.id(current, account.url))) {
            System.err.println("same session");
        }
        for (int round = 0; round < 2; round++) {
            useAll(stale, statement, insert, rows, metadata);
        }
        System.out.println("transaction " + !current.getAutoCommit() + ", closed " + current.isClosed());
        System.out.println("read only " + current.isReadOnly() + ", isolation " + current.getTransactionIsolation());
        System.out.println("rows " + Session.first(current, "SELECT count(*) FROM stale_t"));
        current.rollback();
        System.out.println("after rollback " + Session.first(current, "SELECT count(*) FROM stale_t"));
        current.close();
        try (Connection last = account.connect()) {
            System.out.println("at the end " + Session.first(last, "SELECT sum(a) FROM stale_t") + ", transaction "
                    + !last.getAutoCommit());
        }
    }

    private static void useAll(
            Connection stale,
            Statement statement,
            PreparedStatement insert,
            ResultSet rows,
            DatabaseMetaData metadata) {
        attempt(() -> run(stale, "INSERT INTO stale_t VALUES (667)"));
        attempt(() -> statement.executeUpdate("DELETE FROM stale_t"));
        attempt(insert::executeUpdate);
        attempt(() -> statement.getConnection().createStatement().executeUpdate("DELETE FROM stale_t"));
        attempt(() -> metadata.getConnection().createStatement().executeUpdate("DELETE FROM stale_t"));
        attempt(() -> metadata.getTables(null, null, "%", null).getStatement().getConnection());
        attempt(() -> rows.getStatement().getConnection().createStatement().executeUpdate("DELETE FROM stale_t"));
        attempt(rows::next);
        attempt(() -> done(statement::cancel));
        attempt(() -> done(rows::close));
        attempt(() -> done(statement::close));
        attempt(() -> done(insert::close));
        attempt(() -> done(stale::commit));
        attempt(() -> done(stale::rollback));
        attempt(() -> done(() -> stale.setAutoCommit(true)));
        attempt(() -> done(() -> stale.setReadOnly(true)));
        attempt(() -> done(() -> stale.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE)));
        attempt(() -> done(stale::close));
        attempt(() -> done(() -> stale.abort(Runnable::run)));
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        Session.run(connection, sql);
        return true;
    }

    /** A call without a result. */
    private interface Call {
        void run() throws SQLException;
    }

    private static boolean done(Call call) throws SQLException {
        call.run();
        return true;
    }

    /** What came of it is no matter here. */
    private static void attempt(Callable<?> body) {
        try {
            body.call();
        } catch (Exception e) {
            System.err.println("refused: " + e);
        }
    }
}
