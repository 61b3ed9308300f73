package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import legacy.Pause;
import legacy.Session;

/** Old programs close their connections in finalize(), long after anybody remembers them. */
final class Finalisers {
    private static final long PATIENCE_MILLIS = 15_000;

    private Finalisers() {}

    /** What an old program wrapped around its connection. */
    private static final class Holder {
        private final Connection connection;
        private final Statement statement;
        private final Bench.Step last;
        private final AtomicReference<String> outcome;

        Holder(Connection connection, Bench.Step last, AtomicReference<String> outcome) throws SQLException {
            this.connection = connection;
            this.statement = connection.createStatement();
            this.last = last;
            this.outcome = outcome;
        }

        @Override
        @SuppressWarnings({"Finalize", "deprecation", "removal"})
        protected void finalize() throws Throwable {
            String said = Bench.answer(() -> {
                last.run();
                return connection.isClosed();
            });
            String closed = Bench.answer(() -> {
                statement.close();
                connection.close();
                return connection.isClosed();
            });
            outcome.set(said + ", closed " + closed);
            super.finalize();
        }
    }

    static void closesLate(Bench bench) throws Exception {
        AtomicReference<String> outcome = new AtomicReference<>();
        forget(bench, outcome, connection -> () -> {});
        say(bench, outcome);
    }

    static void goesOnWorking(Bench bench) throws Exception {
        AtomicReference<String> outcome = new AtomicReference<>();
        forget(bench, outcome, connection -> () -> Session.first(connection, Rows.QUERY));
        say(bench, outcome);
    }

    /** The connection was closed long ago, and its session may be another's by now. */
    static void ofAnEarlierLease(Bench bench) throws Exception {
        AtomicReference<String> outcome = new AtomicReference<>();
        forgetClosed(bench, outcome);
        try (Connection other = bench.connect()) {
            other.setAutoCommit(false);
            Session.run(other, "INSERT INTO fidelity_rows VALUES (77, 'other')");
            say(bench, outcome);
            bench.ask("the other's rows", () -> Session.first(other, "SELECT count(*) FROM fidelity_rows"));
            bench.say("the other closed", other.isClosed());
            other.rollback();
        }
    }

    private interface Last {
        Bench.Step with(Connection connection);
    }

    private static void forget(Bench bench, AtomicReference<String> outcome, Last last) throws SQLException {
        Connection connection = bench.account.connect();
        bench.say("made", new Holder(connection, last.with(connection), outcome).connection == connection);
    }

    private static void forgetClosed(Bench bench, AtomicReference<String> outcome) throws SQLException {
        Connection connection = bench.account.connect();
        Holder holder = new Holder(connection, () -> connection.createStatement(), outcome);
        connection.close();
        bench.say("closed", holder.connection.isClosed());
    }

    private static void say(Bench bench, AtomicReference<String> outcome) throws Exception {
        Pause.until(PATIENCE_MILLIS, () -> {
            System.gc();
            System.runFinalization();
            return outcome.get() != null;
        });
        bench.say("finaliser", outcome.get());
    }
}
