package legacy.fidelity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import legacy.Session;

/** What fails: connects, statements, rows. */
public final class Errors implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        connects(cases);
        statement(cases, "syntax", connection -> Session.run(connection, "SELEKT 1"));
        statement(cases, "unknown table", connection -> Session.first(connection, "SELECT 1 FROM fidelity_unknown"));
        statement(cases, "unknown column", connection -> Session.first(connection, "SELECT x FROM fidelity_rows"));
        statement(cases, "duplicate key", connection -> Session.run(connection, insert(1)));
        statement(cases, "null", connection -> Session.run(connection, "INSERT INTO fidelity_rows VALUES (NULL, 'x')"));
        statement(
                cases,
                "too long",
                connection -> Session.run(
                        connection, "INSERT INTO fidelity_rows VALUES (8, 'longer than twenty characters')"));
        statement(
                cases,
                "division by zero",
                connection -> Session.first(connection, "SELECT 1 / (id - 1) FROM fidelity_rows"));
        statement(cases, "empty statement", connection -> Session.run(connection, ""));
        statement(cases, "statement null", connection -> Session.run(connection, null));
        statement(
                cases,
                "update as a query",
                connection -> connection.createStatement().executeQuery("UPDATE fidelity_rows SET t = t"));
        statement(
                cases,
                "query as an update",
                connection -> connection.createStatement().executeUpdate(Rows.QUERY));
        statement(cases, "missing parameter", connection -> prepared(connection).executeQuery());
        statement(
                cases,
                "parameter that is not there",
                connection -> prepared(connection).setInt(5, 1));
        statement(cases, "parameter of another type", connection -> {
            PreparedStatement statement = prepared(connection);
            statement.setObject(1, new java.util.BitSet());
            statement.executeQuery();
        });
        statement(
                cases,
                "column that is not there",
                connection -> rows(connection).getString(9));
        statement(
                cases, "column of another name", connection -> rows(connection).getString("x"));
        statement(cases, "value of another type", connection -> rows(connection).getDate(2));
        statement(
                cases,
                "rows before the first",
                connection ->
                        connection.createStatement().executeQuery(Rows.QUERY).getInt(1));
        statement(cases, "rows backwards", connection -> rows(connection).previous());
        statement(
                cases, "rows not to be updated", connection -> rows(connection).updateString(2, "x"));
        statement(cases, "commit in autocommit", Connection::commit);
        statement(cases, "rollback in autocommit", Connection::rollback);
        statement(cases, "savepoint in autocommit", Connection::setSavepoint);
        statement(
                cases,
                "array of an unknown type",
                connection -> connection.createArrayOf("fidelity_unknown", new Object[] {1}));
        statement(
                cases,
                "procedure that is not there",
                connection ->
                        connection.prepareCall("{call fidelity_unknown(1)}").execute());
        statement(cases, "unwrapped to something else", connection -> connection.unwrap(Runnable.class));
        statement(cases, "batch that fails", connection -> {
            Statement statement = connection.createStatement();
            statement.addBatch(insert(10));
            statement.addBatch(insert(1));
            statement.addBatch(insert(11));
            statement.executeBatch();
        });
        statement(cases, "batch with a query", connection -> {
            Statement statement = connection.createStatement();
            statement.addBatch(insert(12));
            statement.addBatch(Rows.QUERY);
            statement.executeBatch();
        });
        statement(cases, "prepared batch that fails", connection -> {
            PreparedStatement statement = connection.prepareStatement("INSERT INTO fidelity_rows VALUES (?, 'b')");
            for (int id : new int[] {13, 1, 14}) {
                statement.setInt(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        });
        cases.add("stack of a failure", Errors::stack);
        cases.add("details of a failure", Errors::details, Product.POSTGRES);
        cases.add("one failure twice", Errors::twice);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static String insert(int id) {
        return "INSERT INTO fidelity_rows VALUES (" + id + ", 'e')";
    }

    private static PreparedStatement prepared(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT t FROM fidelity_rows WHERE id = ?");
    }

    private static ResultSet rows(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery(Rows.QUERY);
        rows.next();
        return rows;
    }

    /** With autocommit and without, and what works afterwards. */
    private static void statement(Cases cases, String name, Work work) {
        cases.add(name, bench -> {
            Rows.fill(bench);
            for (boolean autocommit : new boolean[] {true, false}) {
                try (Connection connection = bench.connect()) {
                    connection.setAutoCommit(autocommit);
                    bench.act("autocommit " + autocommit, () -> work.on(connection));
                    bench.ask("afterwards", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
                    if (!autocommit) {
                        bench.act("rollback", connection::rollback);
                    }
                    bench.ask("then", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
                    Bench.quietly(connection::rollback);
                }
            }
        });
    }

    /** The first line of the stack is the driver's, not the agent's, and the caller is in it. */
    private static void stack(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            try {
                Session.first(connection, "SELECT nothing FROM nowhere");
            } catch (SQLException e) {
                StackTraceElement[] stack = e.getStackTrace();
                bench.say("thrown by", stack[0].getClassName());
                bench.say("last of all", stack[stack.length - 1].getClassName());
                int callers = 0;
                for (StackTraceElement each : stack) {
                    callers += each.getClassName().equals(Session.class.getName()) ? 1 : 0;
                }
                bench.say("callers", callers);
                bench.say("suppressed", e.getSuppressed().length);
            }
        }
    }

    private static void details(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            try {
                Session.run(connection, insert(1));
            } catch (SQLException e) {
                org.postgresql.util.ServerErrorMessage message =
                        ((org.postgresql.util.PSQLException) e).getServerErrorMessage();
                bench.say("constraint", message.getConstraint());
                bench.say("detail", message.getDetail());
                bench.say("routine", message.getRoutine());
            }
        }
    }

    private static void twice(Bench bench) throws SQLException {
        SQLException before = null;
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = bench.connect()) {
                Session.first(connection, "SELECT nothing FROM nowhere");
            } catch (SQLException e) {
                bench.say("failure", e);
                bench.say("the same", e == before);
                before = e;
            }
        }
    }

    private static void connects(Cases cases) {
        connect(cases, "right", (url, info) -> {});
        connect(cases, "wrong password", (url, info) -> info.setProperty("password", "wrong"));
        connect(cases, "empty password", (url, info) -> info.setProperty("password", ""));
        connect(cases, "no password", (url, info) -> info.remove("password"));
        connect(cases, "unknown user", (url, info) -> info.setProperty("user", "fidelity_unknown"));
        connect(cases, "no user", (url, info) -> info.remove("user"));
        connect(
                cases,
                "password with a blank",
                (url, info) -> info.setProperty("password", info.getProperty("password") + " "));
        connect(
                cases,
                "password in upper case",
                (url, info) -> info.setProperty(
                        "password", info.getProperty("password").toUpperCase(java.util.Locale.ROOT)));
        cases.add("unknown database", bench -> attempt(bench, bench.account.url.replace("shop", "fidelity_unknown")));
        cases.add(
                "port where nobody listens",
                bench -> attempt(bench, bench.account.url.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:1")));
        cases.add("unknown scheme", bench -> attempt(bench, "jdbc:fidelity://127.0.0.1/x"));
        cases.add(
                "malformed URL",
                bench -> attempt(bench, bench.account.url.replaceFirst("127\\.0\\.0\\.1:", "127.0.0.1:x")));
        cases.add("URL null", bench -> attempt(bench, null));
        cases.add("URL empty", bench -> attempt(bench, ""));
        cases.add("right and wrong by turns", Errors::byTurns);
    }

    private interface Change {
        void to(String url, Properties info);
    }

    private static void connect(Cases cases, String name, Change change) {
        cases.add(name, bench -> {
            for (int i = 0; i < 2; i++) {
                Properties info = bench.account.properties();
                change.to(bench.account.url, info);
                Properties before = (Properties) info.clone();
                String outcome = timed(() -> Bench.answer(() -> {
                    try (Connection connection = DriverManager.getConnection(bench.account.url, info)) {
                        return Session.first(connection, bench.product.one());
                    }
                }));
                System.out.println(outcome);
                bench.say("properties unchanged", before.equals(info));
            }
            bench.run(bench.product.one());
        });
    }

    /** A pool must neither wait nor try again. */
    private static String timed(java.util.function.Supplier<String> body) {
        long start = System.nanoTime();
        String outcome = body.get();
        boolean soon = System.nanoTime() - start < TimeUnit.SECONDS.toNanos(8);
        return soon ? outcome : outcome + " after a long time";
    }

    private static void attempt(Bench bench, String url) {
        for (int i = 0; i < 2; i++) {
            System.out.println(timed(() -> Bench.answer(() -> {
                        try (Connection connection =
                                DriverManager.getConnection(url, bench.account.user, bench.account.password)) {
                            return "connected";
                        }
                    }))
                    .replaceAll("127\\.0\\.0\\.1:\\d+|port \\d+", "PLACE"));
        }
    }

    private static void byTurns(Bench bench) throws SQLException {
        for (int i = 0; i < 4; i++) {
            try (Connection connection = bench.connect()) {
                bench.say("right", Session.first(connection, bench.product.one()));
                bench.ask(
                        "wrong, meanwhile",
                        () -> DriverManager.getConnection(
                                bench.account.url, bench.account.user, "wrong" + bench.account.password));
            }
            bench.ask("wrong", () -> DriverManager.getConnection(bench.account.url, bench.account.user, "wrong"));
            bench.ask("null", () -> DriverManager.getConnection(bench.account.url, bench.account.user, null));
        }
    }
}
