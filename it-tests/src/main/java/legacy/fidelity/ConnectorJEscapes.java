package legacy.fidelity;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;

/** What Connector/J offers beside JDBC. */
final class ConnectorJEscapes {
    private final Cases cases;

    ConnectorJEscapes(Cases cases) {
        this.cases = cases;
    }

    void list() {
        add("comment in each statement", bench -> setting(bench, c -> c.setStatementComment("fidelity")));
        add("most rows of the session", bench -> setting(bench, c -> c.setSessionMaxRows(1)));
        add("global transaction", bench -> setting(bench, c -> c.setInGlobalTx(true)));
        add("failed over", bench -> setting(bench, c -> c.setFailedOver(true)));
        add("database by cast", bench -> setting(bench, c -> c.setDatabase("information_schema")));
        add(
                "property of the connection",
                bench -> setting(
                        bench,
                        c -> c.getPropertySet()
                                .<Integer>getProperty(PropertyKey.defaultFetchSize)
                                .setValue(7)));
        add(
                "property of the connection, by its name",
                bench -> setting(
                        bench,
                        c -> c.getPropertySet()
                                .<Boolean>getProperty(PropertyKey.yearIsDateType)
                                .setValue(false)));
        add("change of user", ConnectorJEscapes::changeUser);
        add("reset by the program", ConnectorJEscapes::reset);
        add("ping", ConnectorJEscapes::ping);
        add("session kept past close", ConnectorJEscapes::sessionKept);
        add("local file for a statement", ConnectorJEscapes::localFile);
        add("server-side prepared statement", ConnectorJEscapes::serverPrepared);
    }

    private void add(String name, Cases.Body body) {
        cases.add(name, body, Product.MYSQL);
    }

    private interface Setting {
        void on(JdbcConnection connection) throws SQLException;
    }

    private static JdbcConnection connect(Bench bench) throws SQLException {
        return (JdbcConnection) bench.connect();
    }

    private static void setting(Bench bench, Setting setting) throws SQLException {
        try (JdbcConnection connection = connect(bench)) {
            bench.act("set", () -> setting.on(connection));
            bench.say("at once", state(connection));
        }
        try (JdbcConnection next = connect(bench);
                JdbcConnection other = connect(bench)) {
            bench.say("next", state(next));
            bench.say("other", state(other));
        }
    }

    private static String state(JdbcConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return connection.getStatementComment() + " " + connection.getSessionMaxRows() + " "
                    + connection.isInGlobalTx() + " " + connection.getDatabase() + " " + connection.getCatalog() + " "
                    + statement.getFetchSize() + " "
                    + connection
                            .getPropertySet()
                            .getProperty(PropertyKey.yearIsDateType)
                            .getValue()
                    + " " + Session.first(connection, "SELECT DATABASE()")
                    + " " + Session.first(connection, "SELECT @@sql_select_limit")
                    + " " + connection.isReadOnly();
        }
    }

    private static void changeUser(Bench bench) throws SQLException {
        try (JdbcConnection connection = connect(bench)) {
            bench.act("change", () -> connection.changeUser(bench.administrator.user, bench.administrator.password));
            bench.ask("user", () -> Session.first(connection, "SELECT CURRENT_USER()"));
        }
        try (JdbcConnection next = connect(bench)) {
            bench.ask("user", () -> Session.first(next, "SELECT CURRENT_USER()"));
        }
    }

    private static void reset(Bench bench) throws SQLException {
        try (JdbcConnection connection = connect(bench)) {
            Session.run(connection, "SET @fidelity_reset = 1");
            bench.act("reset", connection::resetServerState);
            bench.ask("variable", () -> Session.first(connection, "SELECT @fidelity_reset"));
        }
        Look.atTheNext(bench);
    }

    private static void ping(Bench bench) throws SQLException {
        JdbcConnection connection = connect(bench);
        bench.act("ping", connection::ping);
        bench.say("host", connection.getHost());
        bench.say("local", connection.isServerLocal());
        bench.say("same", connection.isSameResource(connection));
        bench.say("safe proxy", connection.getMultiHostSafeProxy() == connection);
        bench.say("statements", connection.getActiveStatementCount());
        connection.close();
        bench.act("ping", connection::ping);
    }

    private static void sessionKept(Bench bench) throws SQLException {
        JdbcConnection connection = connect(bench);
        com.mysql.cj.Session session = connection.getSession();
        bench.say("closed", session.isClosed());
        connection.close();
        bench.say("closed then", session.isClosed());
        PostgresEscapes.usedBeside(
                bench, "ask", () -> ((com.mysql.cj.NativeSession) session).queryServerVariable("autocommit"));
    }

    private static void localFile(Bench bench) throws SQLException {
        try (JdbcConnection connection = connect(bench);
                Statement statement = connection.createStatement()) {
            JdbcStatement cast = (JdbcStatement) statement;
            cast.setLocalInfileInputStream(new ByteArrayInputStream("71\tfile\n".getBytes(StandardCharsets.UTF_8)));
            bench.say("stream", cast.getLocalInfileInputStream() != null);
            bench.say("connection", cast.getConnection() == connection);
            cast.enableStreamingResults();
            bench.say("fetch size", cast.getFetchSize());
        }
    }

    private static void serverPrepared(Bench bench) throws SQLException {
        for (int lease = 0; lease < 2; lease++) {
            try (JdbcConnection connection = connect(bench);
                    java.sql.PreparedStatement statement =
                            connection.serverPrepareStatement("SELECT t FROM fidelity_rows WHERE id = ?")) {
                statement.setInt(1, 2);
                bench.ask("row", () -> {
                    java.sql.ResultSet rows = statement.executeQuery();
                    rows.next();
                    return rows.getString(1);
                });
                bench.say("connection", statement.getConnection() == connection);
            }
        }
    }
}
