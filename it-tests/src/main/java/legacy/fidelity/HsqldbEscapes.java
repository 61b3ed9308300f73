package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Session;

/** What HSQLDB offers beside JDBC. */
final class HsqldbEscapes {
    private HsqldbEscapes() {}

    static void list(Cases cases) {
        cases.add("reset by the program", HsqldbEscapes::hsqldbReset);
        cases.add("session kept past close", HsqldbEscapes::hsqldbSessionKept);
    }

    private static void hsqldbReset(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            Session.run(connection, "INSERT INTO fidelity_rows VALUES (33, 'reset')");
            bench.act("reset", ((org.hsqldb.jdbc.JDBCConnection) connection)::reset);
            bench.ask("autocommit", connection::getAutoCommit);
            bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows WHERE id = 33"));
            connection.rollback();
        }
        Look.atTheNext(bench);
    }

    private static void hsqldbSessionKept(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        org.hsqldb.SessionInterface session = ((org.hsqldb.jdbc.JDBCConnection) connection).getSession();
        bench.say("closed", session.isClosed());
        connection.close();
        bench.say("closed then", session.isClosed());
        PostgresEscapes.usedBeside(bench, "rollback", () -> {
            session.rollback(false);
            return "done";
        });
        PostgresEscapes.usedBeside(bench, "close", () -> {
            session.close();
            return "done";
        });
    }
}
