package legacy.odd;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** Prints what happens to a program, in words that are the same whoever made the connection. */
final class Journal {
    private static final int TIMES = 3;

    private Journal() {}

    /** Does something a few times over and prints what came of it each time. */
    static void times(String what, Callable<?> body) {
        for (int i = 1; i <= TIMES; i++) {
            once(what + ", " + i, body);
        }
    }

    /** Does something and prints what came of it. */
    static void once(String what, Callable<?> body) {
        String outcome;
        try {
            outcome = String.valueOf(body.call());
        } catch (Throwable e) {
            outcome = of(e);
        }
        System.out.println(what + ": " + outcome);
    }

    /** A throwable, what made it included. */
    static String of(Throwable e) {
        StringBuilder text = new StringBuilder(e.getClass().getName())
                .append(" '")
                .append(message(e))
                .append("'");
        if (e instanceof SQLException) {
            SQLException failure = (SQLException) e;
            text.append(' ').append(failure.getSQLState()).append('/').append(failure.getErrorCode());
        }
        if (e.getCause() != null) {
            text.append(" caused by ").append(of(e.getCause()));
        }
        StackTraceElement[] stack = e.getStackTrace();
        return stack.length == 0 ? text.toString() : text + " at " + stack[0].getMethodName();
    }

    /** Without what is made up anew each time. */
    private static String message(Throwable e) {
        return String.valueOf(e.getMessage()).replaceAll("CONNECTION_ID=[^)]*", "CONNECTION_ID=...");
    }

    /** Uses a connection as a program would, closes it, and tells what was seen. */
    static String use(Connection connection) throws SQLException {
        if (connection == null) {
            return "null";
        }
        StringBuilder seen = new StringBuilder();
        seen.append(connection.isClosed() ? "closed" : "open");
        seen.append(connection.getAutoCommit() ? ", autocommit" : ", transaction");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            seen.append(", updated ").append(statement.executeUpdate("UPDATE t SET a = 1"));
            seen.append(statement.getConnection() == connection ? ", own statement" : ", somebody's statement");
        }
        connection.commit();
        connection.setAutoCommit(true);
        connection.close();
        connection.close();
        seen.append(connection.isClosed() ? ", then closed" : ", then still open");
        return seen.toString();
    }
}
