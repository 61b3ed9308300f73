package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;

/** All that a program can ask a connection about itself, by JDBC and by SQL. */
final class Look {
    private Look() {}

    /** Opens two connections at once, closes them, and prints what they say. */
    static void atTheNext(Bench bench) throws SQLException {
        atTheNext(bench, bench.account::connect);
    }

    /** Where the connections come from. */
    interface Source {
        Connection connect() throws SQLException;
    }

    static void atTheNext(Bench bench, Source source) throws SQLException {
        try (Connection one = source.connect();
                Connection other = source.connect()) {
            meetQuietly(bench, one);
            meetQuietly(bench, other);
            at(bench, "next", one);
            at(bench, "other", other);
        }
    }

    private static void meetQuietly(Bench bench, Connection connection) {
        Bench.quietly(() -> bench.meet(connection));
    }

    /** Prints what a connection says. */
    static void at(Bench bench, String who, Connection connection) {
        bench.ask(who + ", warnings", connection::getWarnings);
        bench.ask(who + ", autocommit", connection::getAutoCommit);
        bench.ask(who + ", read only", connection::isReadOnly);
        bench.ask(who + ", isolation", connection::getTransactionIsolation);
        bench.ask(who + ", holdability", connection::getHoldability);
        bench.ask(who + ", catalog", connection::getCatalog);
        bench.ask(who + ", schema", connection::getSchema);
        bench.ask(who + ", network timeout", connection::getNetworkTimeout);
        bench.ask(who + ", client info", connection::getClientInfo);
        bench.ask(who + ", types", connection::getTypeMap);
        bench.ask(who + ", closed", connection::isClosed);
        bench.ask(who + ", statements", () -> statements(connection));
        for (String each : questions(bench.product)) {
            bench.ask(who + ", " + each, () -> Session.first(connection, query(bench.product, each)));
        }
    }

    private static String statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return "fetch size " + statement.getFetchSize()
                    + ", direction " + statement.getFetchDirection()
                    + ", most rows " + statement.getMaxRows()
                    + ", longest field " + statement.getMaxFieldSize()
                    + ", timeout " + statement.getQueryTimeout()
                    + ", type " + statement.getResultSetType() + " " + statement.getResultSetConcurrency()
                    + ", holdability " + Bench.answer(statement::getResultSetHoldability)
                    + ", poolable " + Bench.answer(statement::isPoolable);
        }
    }

    private static String query(Product product, String expression) {
        switch (product) {
            case HSQLDB:
                return "VALUES (" + expression + ")";
            case DERBY:
                return "VALUES " + expression;
            case SQLITE:
                return "PRAGMA " + expression;
            default:
                return product == Product.POSTGRES && !expression.contains("(")
                        ? "SHOW " + expression
                        : "SELECT " + expression;
        }
    }

    private static String[] questions(Product product) {
        switch (product) {
            case POSTGRES:
                return new String[] {
                    "transaction_isolation",
                    "transaction_read_only",
                    "default_transaction_isolation",
                    "default_transaction_read_only",
                    "search_path",
                    "application_name",
                    "statement_timeout",
                    "client_encoding",
                    "DateStyle",
                    "TimeZone",
                    "extra_float_digits",
                    "work_mem",
                    "role"
                };
            case MARIADB:
            case MYSQL:
                return new String[] {
                    "@@autocommit",
                    "@@tx_isolation",
                    "@@tx_read_only",
                    "DATABASE()",
                    "@@sql_mode",
                    "@@character_set_client",
                    "@@character_set_results",
                    "@@collation_connection",
                    "@@time_zone",
                    "@@sql_select_limit",
                    "@@max_statement_time",
                    "@@wait_timeout",
                    "@@sql_auto_is_null",
                    "CURRENT_ROLE()"
                };
            case H2:
                return new String[] {
                    "SCHEMA()",
                    "LOCK_TIMEOUT()",
                    "CURRENT_ROLE",
                    "EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)",
                    "ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()"
                };
            case HSQLDB:
                return new String[] {
                    "CURRENT_SCHEMA",
                    "SESSION_ISOLATION_LEVEL()",
                    "ISOLATION_LEVEL()",
                    "ISAUTOCOMMIT()",
                    "ISREADONLYSESSION()",
                    "SESSION_TIMEZONE()"
                };
            case DERBY:
                return new String[] {"CURRENT SCHEMA", "CURRENT ISOLATION", "IDENTITY_VAL_LOCAL()"};
            default:
                return new String[] {"read_uncommitted", "query_only", "foreign_keys", "busy_timeout", "synchronous"};
        }
    }
}
