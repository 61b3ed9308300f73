package legacy.fidelity;

import java.sql.Connection;
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
        StatementLife.list(cases);
        cases.reusing("one after the other", LifeCycle::oneAfterTheOther);
        cases.add("many at once", LifeCycle::manyAtOnce);
        cases.add("closed twice, another open", LifeCycle::closedTwice);
        cases.add("aborted", LifeCycle::aborted);
        cases.add("valid or not", LifeCycle::validity);
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
