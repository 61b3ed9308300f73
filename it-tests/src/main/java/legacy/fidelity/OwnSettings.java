package legacy.fidelity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import legacy.Account;
import legacy.Session;

/** What a URL sets for each of its connections: there again after whatever a lease did. */
public final class OwnSettings implements Topic {
    /** What a lease does. */
    private enum Lease {
        IDLE {
            @Override
            void on(Connection connection) {}
        },
        ATTRIBUTES {
            @Override
            void on(Connection connection) {
                Bench.quietly(() -> connection.setReadOnly(!connection.isReadOnly()));
                Bench.quietly(() -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
                Bench.quietly(() -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
                Bench.quietly(() -> connection.setClientInfo("ApplicationName", "changed"));
                Bench.quietly(() -> connection.setNetworkTimeout(Runnable::run, 11_111));
                Bench.quietly(() -> connection.setAutoCommit(!connection.getAutoCommit()));
            }
        },
        SESSION {
            @Override
            void on(Connection connection) throws SQLException {
                for (String each : dirt(Product.of(connection.getMetaData().getURL()))) {
                    Bench.quietly(() -> Session.run(connection, each));
                }
            }
        };

        abstract void on(Connection connection) throws SQLException;
    }

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        switch (cases.product()) {
            case POSTGRES:
                settings(
                        cases,
                        "readOnly=true",
                        "readOnly=true&readOnlyMode=always",
                        "ApplicationName=fidelity",
                        "currentSchema=pg_catalog,public",
                        "options=-c%20statement_timeout=54321%20-c%20work_mem=8MB",
                        "assumeMinServerVersion=9.4&ApplicationName=later",
                        "defaultRowFetchSize=5",
                        "preferQueryMode=simple",
                        "autosave=always",
                        "socketTimeout=30",
                        "queryTimeout=40",
                        "prepareThreshold=1",
                        "prepareThreshold=0&preparedStatementCacheQueries=0");
                break;
            case MARIADB:
                settings(
                        cases,
                        "autocommit=false",
                        "sessionVariables=sql_mode=ANSI",
                        "sessionVariables=wait_timeout=4321,sql_select_limit=7",
                        "initSql=SET @fidelity_init = 5",
                        "transactionIsolation=SERIALIZABLE",
                        "defaultFetchSize=5",
                        "socketTimeout=30000",
                        "useServerPrepStmts=true",
                        "useResetConnection=true",
                        "useResetConnection=true&sessionVariables=sql_mode=ANSI",
                        "connectionCollation=utf8mb4_bin",
                        "timezone=+05:00",
                        "connectionTimeZone=+05:00&forceConnectionTimeZoneToSession=true",
                        "allowMultiQueries=true",
                        "cachePrepStmts=true&useServerPrepStmts=true");
                cases.add("isolation by a statement, then by JDBC", OwnSettings::isolation);
                break;
            case MYSQL:
                settings(
                        cases,
                        "sessionVariables=sql_mode='ANSI'",
                        "sessionVariables=wait_timeout=4321,@fidelity_init=5",
                        "connectionTimeZone=%2B05:00&forceConnectionTimeZoneToSession=true",
                        "connectionCollation=utf8mb4_bin",
                        "characterEncoding=latin1",
                        "characterSetResults=latin1",
                        "maxRows=2",
                        "defaultFetchSize=5",
                        "socketTimeout=30000",
                        "useServerPrepStmts=true&cachePrepStmts=true",
                        "useLocalSessionState=true",
                        "useLocalTransactionState=true",
                        "jdbcCompliantTruncation=false",
                        "databaseTerm=SCHEMA",
                        "paranoid=true",
                        "cacheServerConfiguration=true",
                        "readOnlyPropagatesToServer=false",
                        "allowMultiQueries=true",
                        "createDatabaseIfNotExist=true");
                break;
            case H2:
                settings(
                        cases,
                        "INIT=SET @FIDELITY_INIT 5",
                        "SCHEMA=INFORMATION_SCHEMA",
                        "LOCK_TIMEOUT=3456",
                        "NETWORK_TIMEOUT=30000",
                        "TIME ZONE=5:00",
                        "NON_KEYWORDS=VALUE",
                        "VARIABLE_BINARY=TRUE",
                        "IFEXISTS=TRUE");
                cases.add("INIT that counts", OwnSettings::counting);
                break;
            case HSQLDB:
                settings(cases, "get_column_name=false", "default_schema=true", "close_result=true");
                break;
            case DERBY:
                settings(cases, "retrieveMessageText=false", "traceLevel=0");
                break;
            default:
                settings(cases, "foreign_keys=true", "transaction_mode=IMMEDIATE");
        }
    }

    /** A driver may remember what the server told it, and forget to tell the server. */
    private static void isolation(Bench bench) throws SQLException {
        Account account = bench.account.plus("useResetConnection", "true");
        for (int lease = 0; lease < 4; lease++) {
            try (Connection connection = account.connect()) {
                bench.ask("isolation", connection::getTransactionIsolation);
                if (lease % 2 == 0) {
                    Session.run(connection, "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE");
                } else {
                    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                }
                bench.ask("at the server", () -> Session.first(connection, "SELECT @@tx_isolation"));
            }
        }
    }

    private static void settings(Cases cases, String... settings) {
        for (String each : settings) {
            int equals = each.indexOf('=');
            cases.add(
                    each,
                    bench -> play(bench, bench.account.plus(each.substring(0, equals), each.substring(equals + 1))));
        }
    }

    private static void play(Bench bench, Account account) throws SQLException {
        for (Lease lease : Lease.values()) {
            System.out.println("after a lease of kind " + lease);
            try (Connection connection = account.connect()) {
                lease.on(connection);
                Bench.quietly(connection::rollback);
            }
            Look.atTheNext(bench, account::connect);
            try (Connection next = account.connect()) {
                bench.ask("variable", () -> Session.first(next, variable(bench.product)));
                Bench.quietly(next::rollback);
                bench.ask("write", () -> {
                    Session.run(next, "UPDATE fidelity_rows SET t = t");
                    return "written";
                });
                Bench.quietly(next::rollback);
            }
        }
    }

    private static String variable(Product product) {
        return product.isMariaDbServer() || product == Product.H2 ? "SELECT @fidelity_init" : product.one();
    }

    private static String[] dirt(Product product) {
        switch (product) {
            case POSTGRES:
                return new String[] {
                    "SET work_mem = '99MB'", "SET statement_timeout = 99999", "CREATE TEMP TABLE d (a INT)"
                };
            case MARIADB:
            case MYSQL:
                return new String[] {
                    "SET @fidelity_init = 6", "SET sql_mode = ''", "SET wait_timeout = 99", "SET time_zone = '+01:00'"
                };
            case H2:
                return new String[] {"SET @FIDELITY_INIT 6", "SET LOCK_TIMEOUT 99", "SET SCHEMA PUBLIC"};
            case HSQLDB:
                return new String[] {"SET SCHEMA INFORMATION_SCHEMA", "SET SESSION RESULT MEMORY ROWS 7"};
            case DERBY:
                return new String[] {"SET SCHEMA SYS", "SET ISOLATION SERIALIZABLE"};
            default:
                return new String[] {"PRAGMA foreign_keys = false", "PRAGMA query_only = true"};
        }
    }

    /** Each connect leaves a row: how often it connected is seen in the data. */
    private static void counting(Bench bench) throws SQLException {
        bench.run("CREATE TABLE IF NOT EXISTS PUBLIC.fidelity_log (a INT)", "DELETE FROM PUBLIC.fidelity_log");
        Account account = bench.account.plus("INIT", "INSERT INTO PUBLIC.fidelity_log VALUES (1)");
        for (int i = 0; i < 3; i++) {
            try (Connection connection = account.connect()) {
                bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM PUBLIC.fidelity_log"));
            }
        }
    }
}
