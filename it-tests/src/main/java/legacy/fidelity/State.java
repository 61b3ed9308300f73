package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Properties;
import legacy.Session;

/** Attributes of JDBC's that one lease leaves behind. */
public final class State implements Topic {
    /** Leaves something behind. */
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        undone(cases, "nothing", connection -> {});
        undone(cases, "a query", connection -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
        undone(cases, "autocommit off", connection -> connection.setAutoCommit(false));
        undone(cases, "autocommit off and on", connection -> {
            connection.setAutoCommit(false);
            connection.setAutoCommit(true);
        });
        undone(cases, "read only", connection -> connection.setReadOnly(true));
        undone(cases, "read only, used", connection -> {
            connection.setReadOnly(true);
            Session.first(connection, "SELECT count(*) FROM fidelity_rows");
        });
        undone(cases, "read only and back", connection -> {
            connection.setReadOnly(true);
            connection.setReadOnly(false);
        });
        for (int level : new int[] {1, 2, 4, 8}) {
            undone(cases, "isolation " + level, connection -> connection.setTransactionIsolation(level));
        }
        change(cases, "isolation 0", connection -> connection.setTransactionIsolation(0));
        change(cases, "isolation 99", connection -> connection.setTransactionIsolation(99));
        undone(cases, "holdability, closed at commit", connection -> connection.setHoldability(2));
        undone(cases, "holdability, kept over commit", connection -> connection.setHoldability(1));
        change(cases, "network timeout", connection -> connection.setNetworkTimeout(Runnable::run, 12_345));
        change(
                cases,
                "types",
                connection -> connection.setTypeMap(Collections.<String, Class<?>>singletonMap("t", String.class)));
        change(
                cases,
                "types, put into the connection's map",
                connection -> connection.getTypeMap().put("t", String.class));
        change(cases, "savepoint", connection -> {
            connection.setAutoCommit(false);
            connection.setSavepoint("s");
        });
        listPlaces(cases);
        listStatements(cases);
        listAll(cases);
    }

    private static void listPlaces(Cases cases) {
        change(cases, "schema", connection -> connection.setSchema(otherSchema(connection)));
        change(cases, "schema that does not exist", connection -> connection.setSchema("fidelity_unknown"));
        change(cases, "schema null", connection -> connection.setSchema(null));
        change(cases, "catalog", connection -> connection.setCatalog("information_schema"));
        change(cases, "catalog that does not exist", connection -> connection.setCatalog("fidelity_unknown"));
        for (String name : new String[] {"ApplicationName", "ClientUser", "ClientHostname", "fidelity_unknown"}) {
            change(cases, "client info " + name, connection -> connection.setClientInfo(name, "changed"));
            change(cases, "client info " + name + ", null", connection -> connection.setClientInfo(name, null));
        }
        change(cases, "client info, several", connection -> {
            Properties info = new Properties();
            info.setProperty("ApplicationName", "changed");
            info.setProperty("ClientUser", "changed");
            connection.setClientInfo(info);
        });
        change(cases, "client info, empty", connection -> connection.setClientInfo(new Properties()));
        change(
                cases,
                "client info, put into the connection's properties",
                connection -> connection.getClientInfo().setProperty("ApplicationName", "changed"));
    }

    private static void listStatements(Cases cases) {
        undone(cases, "statement with everything set", connection -> {
            Statement statement = connection.createStatement();
            statement.setFetchSize(7);
            statement.setMaxRows(2);
            statement.setMaxFieldSize(50);
            statement.setEscapeProcessing(false);
            statement.setPoolable(true);
            statement.executeQuery(Rows.QUERY);
        });
        change(cases, "statement with a query timeout", connection -> {
            Statement statement = connection.createStatement();
            statement.setQueryTimeout(77);
            statement.executeQuery(Rows.QUERY).next();
        });
        change(cases, "prepared statement with a query timeout, closed", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(Rows.QUERY)) {
                statement.setQueryTimeout(77);
                statement.executeQuery().next();
            }
        });
        change(cases, "statement with most rows, executed", connection -> {
            Statement statement = connection.createStatement();
            statement.setLargeMaxRows(2);
            statement.executeQuery(Rows.QUERY).next();
        });
        change(cases, "SQLWarning of the connection's", connection -> {
            connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
            connection.rollback();
        });
        change(cases, "cursor name", connection -> {
            Statement statement = connection.createStatement();
            statement.setCursorName("fidelity_cursor");
            statement.executeQuery(Rows.QUERY).next();
        });
        change(cases, "failed statement", connection -> Session.run(connection, "SELECT nothing FROM nowhere"));
    }

    private static void listAll(Cases cases) {
        Change[] all = {
            connection -> connection.setReadOnly(true),
            connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
            connection -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT),
            connection -> connection.setNetworkTimeout(Runnable::run, 23_456),
            connection -> connection.setClientInfo("ApplicationName", "all"),
            connection -> connection.setSchema(otherSchema(connection)),
            connection -> connection.setCatalog("information_schema"),
            connection -> connection.setAutoCommit(false),
            connection -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"),
        };
        cases.add("all at once", bench -> {
            Connection connection = bench.connect();
            for (int i = 0; i < all.length; i++) {
                Change each = all[i];
                bench.act("change " + i, () -> each.on(connection));
            }
            close(bench, connection);
            Look.atTheNext(bench);
        });
        cases.add("all at once, in one transaction", bench -> {
            Connection connection = bench.connect();
            connection.setAutoCommit(false);
            for (int i = all.length - 1; i >= 0; i--) {
                Change each = all[i];
                bench.act("change " + i, () -> each.on(connection));
            }
            close(bench, connection);
            Look.atTheNext(bench);
        });
    }

    private static String otherSchema(Connection connection) throws SQLException {
        switch (Product.of(connection.getMetaData().getURL())) {
            case POSTGRES:
                return "pg_catalog";
            case DERBY:
                return "SYS";
            default:
                return "INFORMATION_SCHEMA";
        }
    }

    /** A change after which the session comes back. */
    private static void undone(Cases cases, String name, Change change) {
        cases.reusing(name, bench -> play(bench, change));
    }

    /** A change that may be undone or end the session. */
    private static void change(Cases cases, String name, Change change) {
        cases.add(name, bench -> play(bench, change));
    }

    private static void play(Bench bench, Change change) throws SQLException {
        Connection connection = bench.connect();
        bench.meet(connection);
        bench.act("change", () -> change.on(connection));
        close(bench, connection);
        Look.atTheNext(bench);
    }

    /** A driver may refuse to close inside a transaction. */
    private static void close(Bench bench, Connection connection) throws SQLException {
        bench.act("close", connection::close);
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
