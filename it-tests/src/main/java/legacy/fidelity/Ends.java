package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import legacy.Pause;
import legacy.Session;

/** What becomes of work that was not committed, and of locks, seen at once from a session outside. */
public final class Ends implements Topic {
    private static final String INSERT = "INSERT INTO fidelity_rows VALUES (50, 'open')";

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    /** Does something and leaves the connection as it is. */
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @Override
    public void list(Cases cases) {
        end(cases, "insert, autocommit off", connection -> Session.run(connection, INSERT));
        end(cases, "query only, autocommit off", connection -> Session.first(connection, Rows.QUERY));
        end(cases, "nothing done, autocommit off", connection -> {});
        end(cases, "insert, committed", connection -> {
            Session.run(connection, INSERT);
            connection.commit();
        });
        end(cases, "insert, rolled back", connection -> {
            Session.run(connection, INSERT);
            connection.rollback();
        });
        end(cases, "insert, committed, and another", connection -> {
            Session.run(connection, INSERT);
            connection.commit();
            Session.run(connection, "INSERT INTO fidelity_rows VALUES (51, 'open')");
        });
        end(cases, "insert, then autocommit on", connection -> {
            Session.run(connection, INSERT);
            connection.setAutoCommit(true);
        });
        end(cases, "insert, rolled back to a savepoint", connection -> {
            Session.run(connection, INSERT);
            Savepoint point = connection.setSavepoint();
            Session.run(connection, "INSERT INTO fidelity_rows VALUES (51, 'open')");
            connection.rollback(point);
        });
        end(cases, "insert, then a failure", connection -> {
            Session.run(connection, INSERT);
            Session.run(connection, INSERT);
        });
        end(cases, "rows open", connection -> {
            Session.run(connection, INSERT);
            connection.createStatement().executeQuery(Rows.QUERY).next();
        });
        end(
                cases,
                "batch not executed",
                connection -> connection.createStatement().addBatch(INSERT));
        end(
                cases,
                "rows locked",
                connection -> Session.first(
                        connection,
                        Product.of(connection.getMetaData().getURL()) == Product.SQLITE ? Rows.QUERY : lockingQuery()));
        end(cases, "isolation and read only changed as well", connection -> {
            Session.run(connection, INSERT);
            connection.setNetworkTimeout(Runnable::run, 5000);
        });
        cases.add("insert, by two connections, one after the other", Ends::twoConnections);
        cases.add("insert, then abort", Ends::abort);
        cases.add("insert, then lost", Ends::lost);
        cases.add("closed in a block that fails", Ends::failingBlock);
        cases.add("locks of a session", Ends::sessionLocks, Product.POSTGRES, Product.MARIADB, Product.MYSQL);
        cases.add("temporary table of a session", Ends::temporaryTable, Product.POSTGRES);
    }

    private static String lockingQuery() {
        return "SELECT id FROM fidelity_rows WHERE id = 1 FOR UPDATE";
    }

    private static void end(Cases cases, String name, Work work) {
        cases.add(name, bench -> {
            Rows.fill(bench);
            Connection connection = bench.connect();
            connection.setAutoCommit(false);
            bench.act("work", () -> work.on(connection));
            bench.act("close", connection::close);
            bench.say("closed", connection.isClosed());
            if (!connection.isClosed()) {
                bench.ask("still works", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
                bench.act("rollback", connection::rollback);
                bench.act("close again", connection::close);
                bench.say("closed", connection.isClosed());
            }
            outside(bench);
        });
    }

    /** Another account's session, at once. */
    private static void outside(Bench bench) throws SQLException {
        try (Connection administrator = bench.administrator.connect()) {
            String table = bench.product == Product.HSQLDB || bench.product == Product.H2
                    ? "PUBLIC.fidelity_rows"
                    : "fidelity_rows";
            bench.ask("rows outside", () -> Session.first(administrator, "SELECT count(*) FROM " + table));
            bench.ask("change outside", () -> {
                Session.run(administrator, "UPDATE " + table + " SET t = 'outside' WHERE id = 1");
                return Session.first(administrator, "SELECT t FROM " + table + " WHERE id = 1");
            });
        }
        try (Connection next = bench.connect()) {
            bench.ask("next autocommit", next::getAutoCommit);
            bench.ask("next", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void twoConnections(Bench bench) throws SQLException {
        Rows.fill(bench);
        for (int i = 60; i < 62; i++) {
            Connection connection = bench.connect();
            connection.setAutoCommit(false);
            Session.run(connection, "INSERT INTO fidelity_rows VALUES (" + i + ", 'two')");
            bench.act("close", connection::close);
            Bench.quietly(connection::rollback);
            Bench.quietly(connection::close);
        }
        outside(bench);
    }

    private static void abort(Bench bench) throws Exception {
        Rows.fill(bench);
        Connection connection = bench.connect();
        connection.setAutoCommit(false);
        Session.run(connection, INSERT);
        bench.act("abort", () -> connection.abort(Runnable::run));
        bench.say("closed", connection.isClosed());
        if (bench.product == Product.H2 || bench.product == Product.SQLITE) {
            Bench.quietly(connection::close);
        }
        // The server may hear of it some time later.
        bench.say("unlocked", Pause.until(10_000, () -> {
            try (Connection other = bench.account.connect()) {
                Session.run(other, "UPDATE fidelity_rows SET t = 'x'");
                return true;
            } catch (SQLException e) {
                return false;
            }
        }));
        outside(bench);
    }

    /** Nobody closes it, and nobody can any more. */
    private static void lost(Bench bench) throws Exception {
        if (bench.product != Product.POSTGRES && !bench.product.isMariaDbServer()) {
            return;
        }
        Rows.fill(bench);
        lose(bench);
        System.gc();
        try (Connection other = bench.connect()) {
            bench.ask("rows", () -> Session.first(other, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void lose(Bench bench) throws SQLException {
        Connection connection = bench.account.connect();
        connection.setAutoCommit(false);
        Session.run(connection, INSERT);
    }

    private static void failingBlock(Bench bench) throws SQLException {
        Rows.fill(bench);
        bench.act("block", () -> {
            try (Connection connection = bench.connect()) {
                connection.setAutoCommit(false);
                Session.run(connection, INSERT);
                Session.run(connection, "SELECT nothing FROM nowhere");
                connection.commit();
            }
        });
        bench.end();
        outside(bench);
    }

    private static void sessionLocks(Bench bench) throws Exception {
        boolean postgres = bench.product == Product.POSTGRES;
        String lock = postgres ? "SELECT pg_try_advisory_lock(4799)" : "SELECT GET_LOCK('fidelity_ends', 0)";
        String unlock = postgres ? "SELECT pg_advisory_unlock(4799)" : "SELECT RELEASE_LOCK('fidelity_ends')";
        try (Connection administrator = bench.administrator.connect()) {
            for (int lease = 0; lease < 3; lease++) {
                try (Connection connection = bench.connect()) {
                    bench.ask("lock", () -> Session.first(connection, lock));
                    bench.ask("outside meanwhile", () -> Session.first(administrator, lock));
                }
                bench.say(
                        "free",
                        Pause.until(
                                5_000, () -> Session.first(administrator, lock).matches("t|1")));
                bench.ask("unlock outside", () -> Session.first(administrator, unlock));
            }
        }
    }

    private static void temporaryTable(Bench bench) throws Exception {
        try (Connection administrator = bench.administrator.connect()) {
            for (int lease = 0; lease < 3; lease++) {
                try (Connection connection = bench.connect()) {
                    Session.run(connection, "CREATE TEMP TABLE fidelity_temp (a INT)");
                }
                // Without a pool the server may take a moment for it.
                bench.say(
                        "gone",
                        Pause.until(
                                5_000,
                                () -> Session.first(
                                                administrator,
                                                "SELECT count(*) FROM pg_class WHERE relname = 'fidelity_temp'")
                                        .equals("0")));
            }
        }
    }
}
