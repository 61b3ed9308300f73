package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;

/**
 * Opens connections inside each other, as methods do that call methods, leaves work open in all of them, and closes them
 * from the inside. Arguments: URL, user, password.
 */
public final class Nested {
    private Nested() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        try (Connection setup = account.connect()) {
            Session.run(setup, "CREATE TABLE work (a INT)");
        }
        for (int round = 1; round <= 2; round++) {
            Deque<Connection> open = new ArrayDeque<>();
            for (int depth = 1; depth <= 4; depth++) {
                Connection connection = account.connect();
                connection.setAutoCommit(depth == 2);
                if (depth == 3) {
                    Session.run(connection, Products.setting(account.url));
                }
                Products.insert(connection, 10 * round + depth);
                open.push(connection);
            }
            while (!open.isEmpty()) {
                Connection connection = open.pop();
                close(connection);
                System.out.println("depth " + (open.size() + 1) + ": closed " + connection.isClosed() + ", committed "
                        + server.committed("work"));
            }
            System.out.println("traces " + server.traces());
        }
    }

    private static void close(Connection connection) throws SQLException {
        try {
            connection.close();
        } catch (SQLException e) {
            System.out.println("close threw " + Products.describe(e));
            connection.rollback();
            connection.close();
        }
    }
}
