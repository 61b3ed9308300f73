package legacy.standin.play;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import legacy.Account;

/**
 * Goes on with a connection and all it got from it after closing it, and prints each answer with class, state, code and
 * message. Arguments: URL, user, password.
 */
public final class Refusals {
    private Refusals() {}

    /** A call without an answer. */
    private interface Action {
        void run() throws SQLException;
    }

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        String query = Products.query(account.url);
        for (int round = 1; round <= 2; round++) {
            Connection connection = account.connect();
            Statement statement = connection.createStatement();
            PreparedStatement prepared = connection.prepareStatement(query);
            ResultSet rows = statement.executeQuery(query);
            DatabaseMetaData metadata = connection.getMetaData();
            connection.close();
            connection(connection, query);
            statements(statement, prepared, rows, metadata, query);
        }
    }

    private static void connection(Connection connection, String query) {
        act("close", connection::close);
        ask("isClosed", connection::isClosed);
        ask("isValid", () -> connection.isValid(1));
        ask("createStatement", connection::createStatement);
        ask("prepareStatement", () -> connection.prepareStatement(query));
        ask("prepareCall", () -> connection.prepareCall(query));
        ask("getAutoCommit", connection::getAutoCommit);
        act("setAutoCommit", () -> connection.setAutoCommit(false));
        act("commit", connection::commit);
        act("rollback", connection::rollback);
        ask("isReadOnly", connection::isReadOnly);
        act("setReadOnly", () -> connection.setReadOnly(true));
        ask("getTransactionIsolation", connection::getTransactionIsolation);
        act("setTransactionIsolation", () -> connection.setTransactionIsolation(8));
        ask("getCatalog", connection::getCatalog);
        act("setCatalog", () -> connection.setCatalog("x"));
        ask("getSchema", connection::getSchema);
        act("setSchema", () -> connection.setSchema("x"));
        ask("getHoldability", connection::getHoldability);
        ask("getWarnings", connection::getWarnings);
        act("clearWarnings", connection::clearWarnings);
        ask("getMetaData", connection::getMetaData);
        ask("nativeSQL", () -> connection.nativeSQL(query));
        ask("getTypeMap", connection::getTypeMap);
        ask("getNetworkTimeout", connection::getNetworkTimeout);
        ask("getClientInfo", connection::getClientInfo);
        act("setClientInfo", () -> connection.setClientInfo("OCSID.MODULE", "x"));
        ask("unwrap", () -> connection.unwrap(Connection.class) == connection);
        ask("isWrapperFor", () -> connection.isWrapperFor(Connection.class));
        act("abort", () -> connection.abort(Runnable::run));
    }

    private static void statements(
            Statement statement, PreparedStatement prepared, ResultSet rows, DatabaseMetaData metadata, String query) {
        ask("statement closed", statement::isClosed);
        ask("statement's query", () -> statement.executeQuery(query));
        ask("statement's update", () -> statement.executeUpdate("DELETE FROM nowhere"));
        act("statement's batch", () -> statement.addBatch(query));
        ask("statement's connection", statement::getConnection);
        ask("statement's warnings", statement::getWarnings);
        act("statement's fetch size", () -> statement.setFetchSize(3));
        act("cancel", statement::cancel);
        ask("prepared closed", prepared::isClosed);
        ask("prepared query", prepared::executeQuery);
        act("parameter", () -> prepared.setInt(1, 1));
        ask("rows closed", rows::isClosed);
        ask("next", rows::next);
        ask("getString", () -> rows.getString(1));
        ask("rows' statement", rows::getStatement);
        act("close of rows", rows::close);
        act("close of the statement", statement::close);
        act("close of the prepared one", prepared::close);
        ask("metadata's user", metadata::getUserName);
        ask("metadata's tables", () -> metadata.getTables(null, null, "x", null));
    }

    private static void act(String what, Action action) {
        ask(what, () -> {
            action.run();
            return "done";
        });
    }

    private static void ask(String what, Callable<?> question) {
        try {
            Object answer = question.call();
            boolean plain = answer == null || answer instanceof Boolean || answer instanceof String;
            System.out.println(what + ": " + (plain ? answer : "an object"));
        } catch (SQLException e) {
            System.out.println(what + ": " + Products.describe(e));
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }
}
