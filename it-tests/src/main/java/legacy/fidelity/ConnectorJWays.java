package legacy.fidelity;

import com.mysql.cj.jdbc.JdbcConnection;

/** Ways that only Connector/J has. */
final class ConnectorJWays {
    private ConnectorJWays() {}

    static void list(Cases cases) {
        Ways.way(
                cases,
                "Connector/J: client's statement",
                (connection, sql) -> ((JdbcConnection) connection)
                        .clientPrepareStatement(sql)
                        .execute());
        Ways.way(
                cases,
                "Connector/J: server's statement",
                (connection, sql) -> ((JdbcConnection) connection)
                        .serverPrepareStatement("SELECT @fidelity_way := 44")
                        .execute());
        Ways.way(
                cases,
                "Connector/J: statement of metadata",
                (connection, sql) ->
                        ((JdbcConnection) connection).getMetaDataSafeStatement().execute(sql));
        Ways.way(
                cases,
                "Connector/J: active connection",
                (connection, sql) -> ((JdbcConnection) connection)
                        .getActiveMySQLConnection()
                        .createStatement()
                        .execute(sql));
        Ways.way(cases, "Connector/J: comment of the connection", (connection, sql) -> {
            ((JdbcConnection) connection).setStatementComment("*/ SELECT @fidelity_way := 44 /*");
            connection.createStatement().execute("SELECT 1");
        });
    }
}
