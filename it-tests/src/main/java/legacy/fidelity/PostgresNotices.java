package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import legacy.Session;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What the server sends without being asked: notifications and notices. */
final class PostgresNotices {
    private final Cases cases;

    PostgresNotices(Cases cases) {
        this.cases = cases;
    }

    void list() {
        add("notification received", PostgresNotices::received);
        add("notification of the lease before", PostgresNotices::leftBehind);
        add("notification received but not read", PostgresNotices::unread);
        add("notification of the program's own", PostgresNotices::ownNotification);
        add("notice of the lease before", PostgresNotices::notice);
        add("notices of a statement", PostgresNotices::statementNotices);
    }

    private void add(String name, Cases.Body body) {
        cases.add(name, body, Product.POSTGRES);
    }

    private static String notifications(Connection connection) throws SQLException {
        PGNotification[] all = connection.unwrap(PGConnection.class).getNotifications(1000);
        if (all == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder();
        for (PGNotification each : all) {
            text.append(each.getName()).append('=').append(each.getParameter()).append(' ');
        }
        return text.toString();
    }

    private static void notifyFromOutside(Bench bench, String payload) throws SQLException {
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "NOTIFY fidelity_news, '" + payload + "'");
        }
    }

    private static void received(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "LISTEN fidelity_news");
            notifyFromOutside(bench, "first");
            bench.ask("notifications", () -> notifications(connection));
        }
    }

    private static void leftBehind(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "LISTEN fidelity_news");
        }
        notifyFromOutside(bench, "second");
        try (Connection next = bench.connect()) {
            bench.ask("query", () -> Session.first(next, "SELECT 1"));
            bench.ask("notifications", () -> notifications(next));
        }
    }

    private static void unread(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "LISTEN fidelity_news");
            notifyFromOutside(bench, "third");
            // The driver takes it in with the answer, and keeps it.
            bench.ask("query", () -> Session.first(connection, "SELECT 1"));
            Session.run(connection, "UNLISTEN fidelity_news");
        }
        try (Connection next = bench.connect()) {
            bench.ask("notifications", () -> notifications(next));
        }
    }

    private static void ownNotification(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "LISTEN fidelity_own");
            Session.run(connection, "NOTIFY fidelity_own, 'me'");
            Session.run(connection, "UNLISTEN *");
        }
        try (Connection next = bench.connect()) {
            bench.ask("notifications", () -> notifications(next));
        }
    }

    private static void notice(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "DROP TABLE IF EXISTS fidelity_unknown");
            // No transaction is open, of which the server complains.
            Session.run(connection, "ROLLBACK");
            bench.ask("of the connection", connection::getWarnings);
        }
        try (Connection next = bench.connect()) {
            bench.ask("of the next", next::getWarnings);
        }
    }

    private static void statementNotices(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$");
            for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
                System.out.println(each.getSQLState() + " " + each.getMessage());
            }
            statement.clearWarnings();
            bench.ask("cleared", statement::getWarnings);
        }
    }
}
