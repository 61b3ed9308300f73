package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/** Connections that died while nobody held them. */
public final class Alive implements Topic {
    private static final int HELD = 4;
    /** A pool may trust for a few milliseconds what came back to it. */
    private static final int MOMENT_MILLIS = 50;

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        Product[] killing = {Product.POSTGRES, Product.MARIADB, Product.MYSQL, Product.H2};
        cases.add("ended by the server, wanted at once", bench -> ended(bench, 0), killing);
        cases.add("ended by the server, wanted a second later", bench -> ended(bench, 1_000), killing);
        cases.add("ended by the server, prepared statement first", Alive::endedBeforePrepare, killing);
        cases.add("ended by the server, transaction first", Alive::endedBeforeTransaction, killing);
        cases.add("ended by the server while held", Alive::endedWhileHeld, killing);
        cases.add("ended by the server while held, rolled back and closed", Alive::endedInTransaction, killing);
        Product[] network = {Product.POSTGRES, Product.MARIADB, Product.MYSQL, Product.H2, Product.HSQLDB, Product.DERBY
        };
        cases.add("connections cut, wanted a moment later", bench -> cut(bench, MOMENT_MILLIS), network);
        cases.add("connections cut, wanted a second later", bench -> cut(bench, 1_000), network);
        cases.add("connections cut while held", Alive::cutWhileHeld, network);
        cases.add("server gone and back", Alive::goneAndBack, network);
        cases.add("fire wall that forgot", Alive::forgotten, Product.POSTGRES, Product.MARIADB, Product.MYSQL);
        cases.add("server that ends idle sessions", Alive::idleTimeout, Product.MARIADB, Product.MYSQL);
        cases.add("administrator ends them again and again", Alive::againAndAgain, killing);
    }

    /** A few connections at once, given back: a pool has as many idle ones. */
    private static void fill(Account account) throws SQLException {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < HELD; i++) {
            held.add(account.connect());
        }
        for (Connection each : held) {
            each.close();
        }
    }

    private static void serve(Bench bench, Account account) {
        for (int i = 0; i < HELD + 1; i++) {
            bench.ask("request", () -> {
                try (Connection connection = account.connect()) {
                    return Session.first(connection, "SELECT count(*) FROM fidelity_rows");
                }
            });
        }
    }

    private static void ended(Bench bench, long wait) throws Exception {
        fill(bench.account);
        Killing.all(bench);
        Pause.pass(wait);
        serve(bench, bench.account);
    }

    private static void endedBeforePrepare(Bench bench) throws SQLException {
        fill(bench.account);
        Killing.all(bench);
        for (int i = 0; i < HELD; i++) {
            try (Connection connection = bench.connect()) {
                bench.ask("prepare", () -> {
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT t FROM fidelity_rows WHERE id = ?");
                    statement.setInt(1, 1);
                    return statement.executeQuery().next();
                });
            }
        }
    }

    private static void endedBeforeTransaction(Bench bench) throws SQLException {
        fill(bench.account);
        Killing.all(bench);
        for (int i = 0; i < HELD; i++) {
            try (Connection connection = bench.connect()) {
                bench.act("autocommit", () -> connection.setAutoCommit(false));
                bench.act("isolation", () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
                bench.ask("insert", () -> {
                    Session.run(connection, "INSERT INTO fidelity_rows VALUES (99, 'alive')");
                    return "inserted";
                });
                bench.act("rollback", connection::rollback);
            }
        }
    }

    private static void endedWhileHeld(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Session.first(connection, bench.product.one());
        Killing.all(bench);
        String outcome = Bench.answer(() -> Session.first(connection, bench.product.one()));
        System.out.println("query: " + stable(outcome));
        bench.ask("valid", () -> connection.isValid(1));
        bench.say("closed", connection.isClosed());
        bench.act("close", connection::close);
        bench.say("closed", connection.isClosed());
        serve(bench, bench.account);
    }

    private static void endedInTransaction(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        connection.setAutoCommit(false);
        Session.run(connection, "INSERT INTO fidelity_rows VALUES (98, 'ended')");
        Killing.all(bench);
        System.out.println("rollback: "
                + stable(Bench.answer(() -> {
                    connection.rollback();
                    return "fine";
                })));
        System.out.println("close: "
                + stable(Bench.answer(() -> {
                    connection.close();
                    return "fine";
                })));
        bench.say("closed", connection.isClosed());
        serve(bench, bench.account);
    }

    private static void cut(Bench bench, long wait) throws Exception {
        try (Relay relay = Relay.to(bench.account)) {
            Account account = relay.in(bench.account);
            fill(account);
            relay.refuse(true);
            relay.forward();
            Pause.pass(wait);
            serve(bench, account);
        }
    }

    private static void cutWhileHeld(Bench bench) throws Exception {
        try (Relay relay = Relay.to(bench.account)) {
            Account account = relay.in(bench.account);
            fill(account);
            Connection connection = bench.keep(account.connect());
            Session.first(connection, bench.product.one());
            relay.refuse(true);
            relay.forward();
            String query = Bench.answer(() -> Session.first(connection, bench.product.one()));
            String again = Bench.answer(() -> Session.first(connection, bench.product.one()));
            System.out.println("query: " + broken(bench, query));
            System.out.println("again: " + broken(bench, again));
            bench.say("closed", connection.isClosed());
            System.out.println("close: "
                    + kind(Bench.answer(() -> {
                        connection.close();
                        return "fine";
                    })));
            serve(bench, account);
        }
    }

    private static void goneAndBack(Bench bench) throws Exception {
        try (Relay relay = Relay.to(bench.account)) {
            Account account = relay.in(bench.account);
            fill(account);
            relay.refuse(true);
            Pause.pass(MOMENT_MILLIS);
            for (int i = 0; i < 3; i++) {
                System.out.println("gone: "
                        + kind(Bench.answer(() -> {
                            try (Connection connection = account.connect()) {
                                return "connected";
                            }
                        })));
            }
            relay.forward();
            serve(bench, account);
        }
    }

    /** What was open is silent for ever, and nobody was told; what is new passes. */
    private static void forgotten(Bench bench) throws Exception {
        try (Relay relay = Relay.to(bench.account)) {
            Account account = relay.in(bench.account);
            fill(account);
            // A pool may trust what was in use a moment ago.
            Pause.pass(1_500);
            relay.forget();
            long start = System.nanoTime();
            serve(bench, account);
            bench.say("soon", System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
        }
    }

    /** wait_timeout, as administrators set it. */
    private static void idleTimeout(Bench bench) throws Exception {
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "SET GLOBAL wait_timeout = 1");
            try {
                Account account = new Account(bench.account.url, bench.account.user, bench.account.password)
                        .plus("connectTimeout", "9999");
                fill(account);
                Pause.pass(2_500);
                serve(bench, account);
            } finally {
                Session.run(administrator, "SET GLOBAL wait_timeout = DEFAULT");
            }
        }
    }

    private static void againAndAgain(Bench bench) throws SQLException {
        for (int round = 0; round < 5; round++) {
            try (Connection connection = bench.connect()) {
                bench.ask("request", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
            }
            Killing.all(bench);
        }
        serve(bench, bench.account);
    }

    /** Which of several ways a broken connection is noticed depends on the moment. */
    private static String stable(String outcome) {
        return outcome.replaceAll("127\\.0\\.0\\.1:\\d+", "host")
                .replaceAll("\"[^\"]*\"", "\"...\"")
                .replaceAll(" <- .*", "");
    }

    /** Class and state. */
    private static String kind(String outcome) {
        return stable(outcome).replaceAll("/-?\\d+", "");
    }

    /** H2's client says 90028 where it reads the end, and 90067 where a reset came before that: the kernel's choice. */
    private static String broken(Bench bench, String outcome) {
        String kind = kind(outcome);
        return bench.product == Product.H2 && kind.startsWith("org.h2.jdbc.JdbcSQLNonTransient")
                ? "a connection that is broken"
                : kind;
    }
}
