package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;

/** Opening and closing of statements and rows. */
final class StatementLife {
    private StatementLife() {}

    static void list(Cases cases) {
        cases.add("statement closed, its rows", StatementLife::statementClosed);
        cases.add("executed again, the rows before", StatementLife::executedAgain);
        cases.add("close on completion", StatementLife::closeOnCompletion);
        cases.add("closed in the wrong order", StatementLife::wrongOrder);
        cases.add("rows left unread", StatementLife::unreadRows);
        cases.add("rows read after close", StatementLife::rowsAfterClose);
        cases.add("statements left open, many", StatementLife::statementsLeftOpen);
        cases.add("commit and rollback close what they close", StatementLife::endsOfTransactions);
    }

    private static void statementClosed(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Rows.QUERY);
        rows.next();
        statement.close();
        bench.ask("rows closed", rows::isClosed);
        bench.ask("next", rows::next);
        bench.ask("value", () -> rows.getString(2));
        bench.act("close rows", rows::close);
        bench.act("close again", statement::close);
        bench.ask("query", () -> statement.executeQuery(Rows.QUERY));
        bench.ask("connection closed", connection::isClosed);
    }

    private static void executedAgain(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet first = statement.executeQuery(Rows.QUERY);
        ResultSet second = statement.executeQuery(Rows.QUERY);
        bench.ask("first closed", first::isClosed);
        bench.ask("first, next", first::next);
        bench.ask("second, next", second::next);
        PreparedStatement prepared = connection.prepareStatement(Rows.QUERY);
        ResultSet third = prepared.executeQuery();
        ResultSet fourth = prepared.executeQuery();
        bench.ask("third closed", third::isClosed);
        bench.ask("fourth, next", fourth::next);
        bench.say("fourth's statement", fourth.getStatement() == prepared);
        bench.ask("statement's rows", () -> prepared.getResultSet() == fourth);
    }

    private static void closeOnCompletion(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        for (boolean asked : new boolean[] {false, true}) {
            Statement statement = connection.createStatement();
            bench.ask("is close on completion", statement::isCloseOnCompletion);
            if (asked) {
                bench.act("close on completion", statement::closeOnCompletion);
                bench.ask("is close on completion", statement::isCloseOnCompletion);
            }
            ResultSet rows = statement.executeQuery(Rows.QUERY);
            while (rows.next()) {
                System.out.println(rows.getString(2));
            }
            bench.ask("closed at the end of the rows", statement::isClosed);
            rows.close();
            bench.ask("closed after its rows", statement::isClosed);
            bench.ask("another query", () -> statement.executeQuery(Rows.QUERY).next());
        }
        PreparedStatement prepared = connection.prepareStatement(Rows.QUERY);
        bench.act("close on completion", prepared::closeOnCompletion);
        prepared.executeQuery().close();
        bench.ask("prepared statement closed", prepared::isClosed);
        bench.ask("connection closed", connection::isClosed);
    }

    private static void wrongOrder(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Rows.QUERY);
        bench.act("connection", connection::close);
        bench.act("statement", statement::close);
        bench.act("rows", rows::close);
        bench.act("connection again", connection::close);
        bench.ask("closed", () -> connection.isClosed() + " " + statement.isClosed() + " " + rows.isClosed());
    }

    private static void unreadRows(Bench bench) throws SQLException {
        for (int fetchSize : new int[] {0, 1, bench.product == Product.MYSQL ? Integer.MIN_VALUE : 2}) {
            for (boolean autocommit : new boolean[] {true, false}) {
                Connection connection = bench.connect();
                connection.setAutoCommit(autocommit);
                Statement statement = connection.createStatement();
                bench.act("fetch size", () -> statement.setFetchSize(fetchSize));
                ResultSet rows = statement.executeQuery(Rows.QUERY);
                bench.ask("first", rows::next);
                bench.act("close", connection::close);
                Bench.quietly(connection::rollback);
                Bench.quietly(connection::close);
                try (Connection next = bench.connect()) {
                    bench.ask("next lease", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows"));
                }
            }
        }
    }

    private static void rowsAfterClose(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Rows.QUERY);
        ResultSet others = connection.createStatement().executeQuery(Rows.QUERY);
        rows.next();
        connection.close();
        try (Connection next = bench.connect()) {
            Session.run(next, "UPDATE fidelity_rows SET t = t");
            for (int i = 0; i < 4; i++) {
                bench.ask("value", () -> rows.getString("t"));
                bench.ask("next", rows::next);
                bench.ask("other, next", others::next);
                bench.ask("other, value", () -> others.getObject(1));
            }
            bench.ask("closed", () -> rows.isClosed() + " " + statement.isClosed());
        }
    }

    private static void statementsLeftOpen(Bench bench) throws SQLException {
        for (int lease = 0; lease < 3; lease++) {
            Connection connection = bench.connect();
            PreparedStatement statement = null;
            for (int i = 0; i < 100; i++) {
                statement =
                        connection.prepareStatement("SELECT t FROM fidelity_rows WHERE id = ? AND " + i + " = " + i);
                statement.setInt(1, 1 + i % 3);
                ResultSet rows = statement.executeQuery();
                rows.next();
            }
            connection.close();
            bench.ask("closed", statement::isClosed);
        }
        try (Connection next = bench.connect()) {
            bench.ask("next lease", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void endsOfTransactions(Bench bench) throws SQLException {
        for (int holdability : new int[] {ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT}) {
            Connection connection = bench.connect();
            connection.setAutoCommit(false);
            bench.act("holdability", () -> connection.setHoldability(holdability));
            ResultSet rows = connection.createStatement().executeQuery(Rows.QUERY);
            bench.ask("next", rows::next);
            bench.act("commit", connection::commit);
            bench.ask("closed by commit", rows::isClosed);
            bench.ask("next", rows::next);
            ResultSet others = connection.createStatement().executeQuery(Rows.QUERY);
            bench.act("rollback", connection::rollback);
            bench.ask("closed by rollback", others::isClosed);
            bench.ask("next", others::next);
            connection.rollback();
            connection.close();
        }
    }
}
