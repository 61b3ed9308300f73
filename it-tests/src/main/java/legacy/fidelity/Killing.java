package legacy.fidelity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import legacy.Session;

/** Ends the application's sessions from outside, as an administrator does. */
final class Killing {
    private Killing() {}

    /** A query that takes four seconds. */
    static String sleep(Product product) {
        return product == Product.POSTGRES ? "SELECT pg_sleep(4)" : "SELECT SLEEP(4)";
    }

    /** How many sessions are in such a query. */
    static int sleepers(Bench bench) throws SQLException {
        try (Connection administrator = bench.administrator.connect()) {
            return Integer.parseInt(Session.first(
                    administrator,
                    bench.product == Product.POSTGRES
                            ? "SELECT count(*) FROM pg_stat_activity WHERE usename = 'app' AND state = 'active'"
                                    + " AND query LIKE '%sleep(4)%'"
                            : "SELECT count(*) FROM information_schema.processlist WHERE user = 'app'"
                                    + " AND info LIKE '%SLEEP(4)%'"));
        }
    }

    /** Ends all sessions of the application's account. */
    static void all(Bench bench) throws SQLException {
        try (Connection administrator = bench.administrator.connect()) {
            for (String each : column(administrator, sessions(bench))) {
                try {
                    Session.run(administrator, end(bench.product, each));
                } catch (SQLException e) {
                    System.err.println("gone already: " + e.getMessage());
                }
            }
            while (!column(administrator, sessions(bench)).isEmpty()) {
                Thread.yield();
            }
        }
    }

    private static String sessions(Bench bench) {
        String user = bench.account.user;
        switch (bench.product) {
            case POSTGRES:
                return "SELECT pid FROM pg_stat_activity WHERE usename = '" + user + "'";
            case MARIADB:
            case MYSQL:
                return "SELECT id FROM information_schema.processlist WHERE user = '" + user + "'";
            case H2:
                return "SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE UPPER(USER_NAME) = UPPER('" + user
                        + "')";
            default:
                throw new IllegalArgumentException("nobody can be ended on " + bench.product);
        }
    }

    private static String end(Product product, String session) {
        switch (product) {
            case POSTGRES:
                return "SELECT pg_terminate_backend(" + session + ")";
            case H2:
                return "CALL ABORT_SESSION(" + session + ")";
            default:
                return "KILL " + session;
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
