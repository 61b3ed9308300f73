package legacy.fidelity;

import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.fastpath.FastpathArg;

/** Ways that only pgjdbc has. */
final class PostgresWays {
    private static final String CALL = "SELECT set_config('work_mem', '45MB', false)";

    private PostgresWays() {}

    @SuppressWarnings("deprecation")
    static void list(Cases cases) {
        Ways.way(
                cases,
                "PostgreSQL: update of the base connection",
                (connection, sql) -> ((BaseConnection) connection).execSQLUpdate(sql));
        Ways.way(
                cases,
                "PostgreSQL: query of the base connection",
                (connection, sql) -> ((BaseConnection) connection).execSQLQuery(CALL));
        Ways.way(
                cases,
                "PostgreSQL: COPY",
                (connection, sql) -> connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + CALL + ") TO STDOUT", new StringWriter()));
        Ways.way(
                cases,
                "PostgreSQL: COPY by a manager of the program's",
                (connection, sql) -> new CopyManager((BaseConnection) connection)
                        .copyOut("COPY (" + CALL + ") TO STDOUT", new StringWriter()));
        Ways.way(cases, "PostgreSQL: Fastpath", (connection, sql) -> {
            FastpathArg[] arguments = {
                new FastpathArg("work_mem".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new FastpathArg("46MB".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new FastpathArg(new byte[] {0})
            };
            // set_config
            connection.unwrap(PGConnection.class).getFastpathAPI().fastpath(2078, arguments);
        });
        Ways.way(cases, "PostgreSQL: cursor of the server's", (connection, sql) -> {
            connection.setAutoCommit(false);
            Statement statement = connection.createStatement();
            statement.setFetchSize(1);
            ResultSet rows = statement.executeQuery(CALL + " UNION ALL SELECT 'x' UNION ALL SELECT 'y'");
            rows.next();
            connection.commit();
        });
        Ways.way(
                cases,
                "PostgreSQL: name by client info",
                (connection, sql) -> connection.setClientInfo("ApplicationName", "x'; SET work_mem = '47MB'; --"));
        Ways.way(cases, "PostgreSQL: names of the transaction", (connection, sql) -> {
            connection.setAutoCommit(false);
            connection.setSavepoint("x\"; SET work_mem = '48MB'; --");
            connection.commit();
        });
        Ways.way(
                cases,
                "PostgreSQL: schema with a quote",
                (connection, sql) -> connection.setSchema("x'; SET work_mem = '49MB'; --"));
        Ways.way(
                cases,
                "PostgreSQL: parameter put into the text",
                (connection, sql) -> connection.createStatement().execute("SELECT 'it''s'; " + sql));
        Ways.way(
                cases,
                "PostgreSQL: function with the escape of JDBC's",
                (connection, sql) ->
                        connection.createStatement().execute("SELECT {fn set_config('work_mem', '50MB', false)}"));
        Ways.way(
                cases,
                "PostgreSQL: function by call",
                (connection, sql) -> connection
                        .prepareCall("{? = call set_config('work_mem', '51MB', false)}")
                        .execute());
        Ways.way(
                cases,
                "PostgreSQL: call without a result",
                (connection, sql) -> connection
                        .prepareCall("{call set_config('work_mem', '52MB', false)}")
                        .execute());
    }
}
