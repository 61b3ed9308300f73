package legacy.fidelity;

import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.client.Client;

/** What MariaDB's driver offers beside JDBC. */
final class MariaDbEscapes {
    private final Cases cases;

    MariaDbEscapes(Cases cases) {
        this.cases = cases;
    }

    void list() {
        add("reset by the program", MariaDbEscapes::reset);
        add("number of the thread", MariaDbEscapes::threadId);
        add("client kept past close", MariaDbEscapes::clientKept);
        add("context of the lease before", MariaDbEscapes::context);
        add("fetch size and batches, then close", MariaDbEscapes::statement);
        add("default holdability, set by cast", MariaDbEscapes::holdability);
    }

    private void add(String name, Cases.Body body) {
        cases.add(name, body, Product.MARIADB);
    }

    private static Connection connect(Bench bench) throws SQLException {
        return (Connection) bench.connect();
    }

    private static void reset(Bench bench) throws SQLException {
        try (Connection connection = connect(bench)) {
            Session.run(connection, "SET @fidelity_reset = 1");
            connection.setAutoCommit(false);
            Session.run(connection, "INSERT INTO fidelity_rows VALUES (33, 'reset')");
            bench.act("reset", connection::reset);
            bench.ask("variable", () -> Session.first(connection, "SELECT @fidelity_reset"));
            bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows WHERE id = 33"));
            bench.ask("autocommit", connection::getAutoCommit);
        }
        Look.atTheNext(bench);
    }

    private static void threadId(Bench bench) throws SQLException {
        try (Connection connection = connect(bench)) {
            bench.say(
                    "right",
                    String.valueOf(connection.getThreadId())
                            .equals(Session.first(connection, "SELECT CONNECTION_ID()")));
        }
    }

    private static void clientKept(Bench bench) throws SQLException {
        Connection connection = connect(bench);
        Client client = connection.getClient();
        bench.say("closed", client.isClosed());
        connection.close();
        bench.say("closed then", client.isClosed());
        PostgresEscapes.usedBeside(
                bench,
                "query",
                () -> client.execute(
                        new org.mariadb.jdbc.message.client.QueryPacket("DELETE FROM fidelity_rows"), true));
    }

    private static void context(Bench bench) throws SQLException {
        try (Connection connection = connect(bench)) {
            connection.getContext().setTreadsConnected(99);
            connection.setCatalog("information_schema");
            bench.say("database", connection.getContext().getDatabase());
        }
        try (Connection next = connect(bench)) {
            bench.say("database", next.getContext().getDatabase());
            bench.ask("version", () -> next.getContext().getVersion().getMajorVersion());
        }
    }

    private static void statement(Bench bench) throws SQLException {
        try (Connection connection = connect(bench)) {
            Statement statement = connection.createStatement();
            statement.setFetchSize(1);
            statement.executeQuery(Rows.QUERY).next();
            Statement other = connection.createStatement();
            other.addBatch("INSERT INTO fidelity_rows VALUES (44, 'batch')");
        }
        try (Connection next = connect(bench)) {
            bench.ask("rows", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows WHERE id = 44"));
        }
    }

    private static void holdability(Bench bench) throws SQLException {
        try (Connection connection = connect(bench)) {
            connection.setHoldability(2);
            bench.say("holdability", connection.getHoldability());
        }
        try (Connection next = connect(bench)) {
            bench.say("holdability", next.getHoldability());
            bench.say("of statements", next.createStatement().getResultSetHoldability());
        }
    }
}
