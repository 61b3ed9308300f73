package legacy.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * A load whose figures are known, for a pool of two connections, and for one of a single connection that refuses more.
 * For the first: {@link #ACQUIRES}, of which one goes past the pool, one fails in a statement, one leaves a transaction
 * open and one is leaked.
 */
final class Script {
    /** Leases of the first pool. */
    static final int ACQUIRES = 9;

    private Script() {}

    static void run(Account account) throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Connection connection = account.connect()) {
                Session.run(connection, "SELECT 1");
            }
        }
        try (Connection connection = account.connect()) {
            Session.run(connection, "SELECT * FROM no_such_table");
        } catch (SQLException e) {
            System.out.println("state=" + e.getSQLState());
        }
        try (Connection connection = account.connect()) {
            connection.setAutoCommit(false);
            Session.run(connection, "SELECT 2");
        }
        Connection first = account.connect();
        Connection second = account.connect();
        account.connect().close();
        first.close();
        second.close();
        leak(account);
        Account narrow = account.plus("ApplicationName", "narrow");
        try (Connection connection = narrow.connect()) {
            narrow.connect().close();
        } catch (SQLException e) {
            System.out.println("refused=" + e.getClass().getSimpleName());
        }
        for (int i = 0; i < 10; i++) {
            System.gc();
            Pause.pass(50);
        }
    }

    private static void leak(Account account) throws SQLException {
        Connection leaked = account.connect();
        leaked.getCatalog();
    }

    /** What a pool is called here. */
    static String word(String pool) {
        return pool.isEmpty() ? "all" : pool.equals("own") ? "own" : pool.endsWith(" #2") ? "narrow" : "main";
    }
}
