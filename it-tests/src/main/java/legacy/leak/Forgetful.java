package legacy.leak;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Mistakes with connections, by name. Arguments: URL, user, password, the mistake.
 */
public final class Forgetful {
    private static final List<Object> KEPT = new ArrayList<>();
    private static Account account;

    private Forgetful() {}

    public static void main(String[] arguments) throws Exception {
        account = Account.of(arguments);
        switch (arguments[3]) {
            case "held":
                held();
                break;
            case "orphan":
                orphan();
                break;
            case "late":
                late();
                break;
            case "dry":
                dry();
                break;
            case "statements":
                statements();
                break;
            case "slow":
                slow();
                break;
            case "deep":
                deep(150);
                break;
            default:
                throw new IllegalArgumentException(arguments[3]);
        }
        System.out.println("end");
    }

    private static void held() throws Exception {
        Connection connection = account.connect();
        connection.setAutoCommit(false);
        Session.run(connection, "SELECT 'a secret', 4711");
        Pause.pass(4_000);
        Session.run(connection, "SELECT 1");
        connection.close();
    }

    private static void orphan() throws Exception {
        Thread thread = new Thread(() -> KEPT.add(connected()), "short-lived");
        thread.start();
        thread.join();
        Pause.pass(5_000);
        System.out.println("works " + Session.first((Connection) KEPT.get(0), "SELECT 1"));
    }

    private static Connection connected() {
        try {
            return account.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void late() throws Exception {
        Connection connection = account.connect();
        Statement statement = connection.createStatement();
        statement.execute("SELECT 1");
        Pause.pass(5_000);
        System.out.println("closed " + connection.isClosed());
        tell(() -> statement.execute("SELECT 2"));
        tell(connection::createStatement);
        tell(() -> connection.setAutoCommit(false));
        connection.close();
        try (Connection next = account.connect()) {
            System.out.println("next " + Session.first(next, "SELECT 3"));
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void tell(Step step) {
        try {
            step.run();
            System.out.println("worked");
        } catch (SQLException e) {
            System.out.println(e.getSQLState() + " " + e.getMessage());
        }
    }

    private static void dry() throws Exception {
        for (int i = 0; i < 30; i++) {
            KEPT.add(account.connect());
        }
        Session.run((Connection) KEPT.get(3), "SELECT 'what the fourth asked'");
        for (Object each : KEPT) {
            ((Connection) each).close();
        }
        for (int i = 0; i < 12; i++) {
            KEPT.add(account.connect());
        }
        for (Object each : KEPT) {
            ((Connection) each).close();
        }
        Pause.pass(500);
    }

    private static void statements() throws Exception {
        for (int i = 0; i < 20; i++) {
            leaveOpen();
        }
        for (int i = 0; i < 5; i++) {
            try (Connection connection = account.connect();
                    Statement closed = connection.createStatement()) {
                closed.executeQuery("SELECT 1").next();
            }
        }
    }

    private static void leaveOpen() throws SQLException {
        Connection connection = account.connect();
        ResultSet open = connection.createStatement().executeQuery("SELECT 1");
        open.next();
        connection.prepareStatement("SELECT 2").executeQuery().close();
        connection.close();
    }

    private static void slow() throws Exception {
        try (Connection connection = account.connect()) {
            Session.run(connection, "CREATE TABLE IF NOT EXISTS slow_t (a TEXT)");
            Session.run(connection, "DELETE FROM slow_t");
        }
        try (Connection connection = account.connect()) {
            Statement statement = connection.createStatement();
            statement.executeUpdate("INSERT INTO slow_t SELECT 'secret' FROM generate_series(1, 3), pg_sleep(0.4)");
            ResultSet rows = statement.executeQuery("SELECT a, 'secret' FROM slow_t, pg_sleep(0.4)");
            while (rows.next()) {
                rows.getString(1);
            }
            rows.close();
            ResultSet one = connection
                    .prepareStatement("SELECT a, 99 FROM slow_t, pg_sleep(0.4)")
                    .executeQuery();
            one.next();
            statement.execute("SELECT 'fast'");
            statement.addBatch("INSERT INTO slow_t SELECT 'b' FROM generate_series(1, 2), pg_sleep(0.4)");
            statement.addBatch("DELETE FROM slow_t");
            statement.executeBatch();
            statement.execute("SELECT 'later' FROM generate_series(1, 4), pg_sleep(0.4)");
            ResultSet later = statement.getResultSet();
            later.next();
            later.next();
            later.close();
            fetchSlowly(connection);
        }
    }

    /** Each fetch is fast, all of them together are not. */
    private static void fetchSlowly(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1);
            ResultSet rows = statement.executeQuery("SELECT g, 'cursor', pg_sleep(0.1) FROM generate_series(1, 6) g");
            while (rows.next()) {
                rows.getInt(1);
            }
        }
        connection.commit();
    }

    private static void deep(int frames) throws Exception {
        if (frames > 0) {
            deep(frames - 1);
            return;
        }
        for (int i = 0; i < 70; i++) {
            forgotten();
        }
        Pause.until(1_000, () -> {
            System.gc();
            return false;
        });
    }

    private static void forgotten() throws SQLException {
        account.connect();
    }
}
