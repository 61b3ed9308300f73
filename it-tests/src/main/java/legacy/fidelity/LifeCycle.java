package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import legacy.Session;

/** Opening and closing of connections, statements and result sets, by one thread. */
public final class LifeCycle implements Topic {
    /** More than a pool holds by default. */
    private static final int MANY = 15;

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.reusing("one after the other", LifeCycle::oneAfterTheOther);
        cases.add("many at once", LifeCycle::manyAtOnce);
        cases.add("closed twice, another open", LifeCycle::closedTwice);
        cases.add("aborted", LifeCycle::aborted);
        cases.add("valid or not", LifeCycle::validity);
        cases.add("statement closed, its rows", LifeCycle::statementClosed);
        cases.add("executed again, the rows before", LifeCycle::executedAgain);
        cases.add("close on completion", LifeCycle::closeOnCompletion);
        cases.add("closed in the wrong order", LifeCycle::wrongOrder);
        cases.add("rows left unread", LifeCycle::unreadRows);
        cases.add("rows read after close", LifeCycle::rowsAfterClose);
        cases.add("statements left open, many", LifeCycle::statementsLeftOpen);
        cases.add("commit and rollback close what they close", LifeCycle::endsOfTransactions);
        cases.add("interrupted thread", LifeCycle::interrupted);
        cases.add("cancel, then close", LifeCycle::cancelThenClose);
        cases.add("time out of a query", LifeCycle::queryTimeout, Product.POSTGRES, Product.MARIADB, Product.MYSQL);
        cases.add("finaliser closes late", Finalisers::closesLate);
        // Derby's client finalises its statements in no certain order.
        cases.add("finaliser goes on working", Finalisers::goesOnWorking, notDerby());
        cases.add("finaliser of an earlier lease, another working", Finalisers::ofAnEarlierLease);
    }

    private static Product[] notDerby() {
        return EnumSet.complementOf(EnumSet.of(Product.DERBY)).toArray(new Product[0]);
    }

    private static void oneAfterTheOther(Bench bench) throws SQLException {
        Connection before = null;
        for (int i = 0; i < 5; i++) {
            try (Connection connection = bench.connect()) {
                bench.meet(connection);
                bench.say("the same object", connection == before);
                bench.say("equal", connection.equals(before));
                bench.say("open", !connection.isClosed());
                before = connection;
            }
            bench.say("closed", before.isClosed());
        }
    }

    private static void manyAtOnce(Bench bench) throws SQLException {
        List<Connection> held = new ArrayList<>();
        Set<Connection> different = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            Connection connection = bench.connect();
            held.add(connection);
            different.add(connection);
        }
        bench.say("different", different.size());
        for (Connection each : held) {
            bench.ask("works", () -> Session.first(each, bench.product.one()));
        }
        for (Connection each : held) {
            each.close();
            bench.say("closed", each.isClosed());
        }
    }

    private static void closedTwice(Bench bench) throws SQLException {
        Connection stale = bench.connect();
        stale.close();
        try (Connection other = bench.connect();
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery(Rows.QUERY)) {
            bench.act("close again", stale::close);
            bench.say("stale one closed", stale.isClosed());
            bench.act("abort", () -> stale.abort(Runnable::run));
            bench.say("other closed", other.isClosed());
            bench.say("next row", rows.next());
            bench.say("row", rows.getString(2));
            bench.say("stale equals other", stale.equals(other));
        }
    }

    private static void aborted(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        bench.act("abort without an executor", () -> connection.abort(null));
        bench.say("closed", connection.isClosed());
        bench.act("abort", () -> connection.abort(Runnable::run));
        bench.say("closed", connection.isClosed());
        bench.act("abort again", () -> connection.abort(Runnable::run));
        bench.act("query", () -> Session.first(connection, bench.product.one()));
        bench.act("close", connection::close);
        bench.say("closed", connection.isClosed());
        try (Connection next = bench.connect()) {
            bench.ask("next works", () -> Session.first(next, bench.product.one()));
        }
    }

    private static void validity(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        bench.ask("valid", () -> connection.isValid(0));
        bench.ask("valid within a second", () -> connection.isValid(1));
        connection.setAutoCommit(false);
        bench.ask("valid in a transaction", () -> connection.isValid(1));
        connection.rollback();
        bench.ask("valid within -1 s", () -> connection.isValid(-1));
        connection.close();
        bench.ask("valid when closed", () -> connection.isValid(1));
        bench.ask("valid within -1 s when closed", () -> connection.isValid(-1));
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

    private static void interrupted(Bench bench) throws SQLException {
        Thread.currentThread().interrupt();
        Connection connection = bench.connect();
        bench.say("still interrupted", Thread.interrupted());
        bench.ask("works", () -> Session.first(connection, bench.product.one()));
        Thread.currentThread().interrupt();
        bench.act("close", connection::close);
        bench.say("still interrupted", Thread.interrupted());
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Thread.currentThread().interrupt();
            held.add(bench.connect());
            bench.say("still interrupted", Thread.interrupted());
        }
        bench.say("held", held.size());
    }

    /** A cancel that comes too late must not meet the next lease's query. */
    private static void cancelThenClose(Bench bench) throws SQLException {
        int failed = 0;
        String failure = "none";
        for (int i = 0; i < 30; i++) {
            Connection connection = bench.account.connect();
            Statement statement = connection.createStatement();
            statement.executeQuery(Rows.QUERY).next();
            Bench.quietly(statement::cancel);
            connection.close();
            try (Connection next = bench.account.connect()) {
                for (int query = 0; query < 5; query++) {
                    Session.first(next, "SELECT count(*) FROM fidelity_rows");
                }
            } catch (SQLException e) {
                failed++;
                failure = Show.failure(e);
            }
        }
        bench.say("next leases that failed", failed);
        bench.say("the last of them", failure);
    }

    private static void queryTimeout(Bench bench) throws SQLException {
        String sleep = bench.product == Product.POSTGRES ? "SELECT pg_sleep(10)" : "SELECT SLEEP(10)";
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(1);
        bench.ask("sleep", () -> statement.executeQuery(sleep).next());
        bench.ask("statement goes on", () -> statement.executeQuery(Rows.QUERY).next());
        bench.ask("timeout", statement::getQueryTimeout);
        connection.close();
        try (Connection next = bench.connect()) {
            bench.ask("next lease", () -> Session.first(next, Rows.QUERY));
        }
    }
}
