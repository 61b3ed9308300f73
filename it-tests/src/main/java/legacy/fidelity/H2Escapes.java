package legacy.fidelity;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import legacy.Session;

/** What H2 offers beside JDBC. */
final class H2Escapes {
    private H2Escapes() {}

    static void list(Cases cases) {
        cases.add("session kept past close", H2Escapes::h2SessionKept);
        cases.add("tools that take a connection", H2Escapes::h2Tools);
        cases.add("rows made by a tool, another lease", H2Escapes::h2Csv);
    }

    private static void h2SessionKept(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        org.h2.engine.Session session = ((org.h2.jdbc.JdbcConnection) connection).getSession();
        bench.say("closed", session.isClosed());
        bench.say("autocommit", session.getAutoCommit());
        connection.close();
        bench.say("closed then", session.isClosed());
        PostgresEscapes.usedBeside(bench, "autocommit", () -> {
            session.setAutoCommit(true);
            return "set";
        });
        PostgresEscapes.usedBeside(
                bench,
                "command",
                () -> session.prepareCommand("DELETE FROM fidelity_rows")
                        .executeUpdate(null)
                        .getUpdateCount());
        PostgresEscapes.usedBeside(bench, "cancel", () -> {
            session.cancel();
            return "cancelled";
        });
    }

    private static void h2Tools(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect()) {
            StringWriter text = new StringWriter();
            bench.ask("script", () -> {
                org.h2.tools.RunScript.execute(connection, new StringReader("SET @SCRIPT 1; SELECT 1;"));
                return Session.first(connection, "SELECT @SCRIPT");
            });
            bench.ask("csv", () -> {
                new org.h2.tools.Csv().write(text, connection.createStatement().executeQuery(Rows.QUERY));
                return text;
            });
        }
        Look.atTheNext(bench);
    }

    private static void h2Csv(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        ResultSet rows = connection.createStatement().executeQuery("SELECT X FROM SYSTEM_RANGE(1, 5000)");
        int count = 0;
        connection.close();
        try (Connection other = bench.connect()) {
            bench.ask("other", () -> Session.first(other, "SELECT count(*) FROM SYSTEM_RANGE(1, 300)"));
            while (count < 5000 && Bench.answer(rows::next).equals("true")) {
                count++;
            }
            bench.say("rows", count);
        }
    }
}
