package legacy.release;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import legacy.Account;

/**
 * Goes on with a connection, and with what it got from it, after closing it, and prints what came of each call:
 * {@code fine}, or {@code refused} with the class of the SQLState. Arguments: URL, user, password, a query of one row, and
 * {@code statements} for what it got from the connection instead of the connection itself.
 */
public final class AfterClose {
    private AfterClose() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        account.connect().close();
        Connection connection = account.connect();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(arguments[3]);
        ResultSet rows = statement.executeQuery(arguments[3]);
        DatabaseMetaData metadata = connection.getMetaData();
        connection.close();
        if (arguments.length > 4) {
            statements(arguments[3], statement, prepared, rows, metadata);
        } else {
            connection(arguments[3], connection);
        }
    }

    private static void connection(String query, Connection connection) {
        call("close again", () -> {
            connection.close();
            return null;
        });
        tell("isClosed", connection::isClosed);
        tell("isValid", () -> connection.isValid(1));
        call("createStatement and query", () -> connection.createStatement().executeQuery(query));
        call("prepareStatement", () -> connection.prepareStatement(query));
        call("commit", () -> {
            connection.commit();
            return null;
        });
        call("rollback", () -> {
            connection.rollback();
            return null;
        });
        call("setAutoCommit", () -> {
            connection.setAutoCommit(false);
            return null;
        });
        call("setReadOnly", () -> {
            connection.setReadOnly(true);
            return null;
        });
        call("setSavepoint", connection::setSavepoint);
        call("setTransactionIsolation", () -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return null;
        });
        call("abort", () -> {
            connection.abort(Runnable::run);
            return null;
        });
        tell("isClosed at the end", connection::isClosed);
    }

    private static void statements(
            String query, Statement statement, PreparedStatement prepared, ResultSet rows, DatabaseMetaData metadata) {
        call("statement", () -> statement.executeQuery(query));
        call("prepared statement", prepared::executeQuery);
        call("close of a statement", () -> {
            statement.close();
            return null;
        });
        call("close of rows", () -> {
            rows.close();
            return null;
        });
        call("metadata", () -> metadata.getTables(null, null, "nothing", null));
    }

    private static void tell(String what, Callable<?> question) {
        try {
            System.out.println(what + ": " + question.call());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    private static void call(String what, Callable<?> body) {
        try {
            body.call();
            System.out.println(what + ": fine");
        } catch (SQLException e) {
            String state = e.getSQLState();
            System.out.println(what + ": refused with "
                    + (state == null || state.length() < 2 ? "no class" : "class " + state.substring(0, 2)));
            System.err.println(what + ": " + e);
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }
}
