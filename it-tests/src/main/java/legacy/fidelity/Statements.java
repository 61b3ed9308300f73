package legacy.fidelity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import legacy.Session;

/** Ordinary work, by all that JDBC offers for it. */
public final class Statements implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
        Functions.make(bench);
        WideTable.make(bench);
    }

    @Override
    public void list(Cases cases) {
        Results.list(cases);
        cases.add("batch", Statements::batch);
        cases.add("prepared batch", Statements::preparedBatch);
        cases.add("function called", Statements::called);
        cases.add("savepoints", Statements::savepoints);
        cases.add("limits of a statement", Statements::limits);
        cases.add("escapes of JDBC's", Statements::escapes);
        cases.add("metadata of rows", Statements::rowsMetadata);
        cases.add("catalog", Statements::catalog);
        cases.add("types", WideTable::types);
        cases.add("large values", WideTable::largeValues);
        cases.add("streams", WideTable::streams);
        cases.add("values kept past close", WideTable::keptPastClose);
        cases.add("values of one connection for another", WideTable::acrossConnections);
        cases.add("large values made by the connection", WideTable::made);
        cases.reusing("executions of many leases", Statements::counted, Product.POSTGRES);
        cases.reusing("ten leases of ordinary work", Statements::ordinaryWork);
    }

    private static void batch(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            statement.addBatch("INSERT INTO fidelity_rows VALUES (40, 'a')");
            statement.addBatch("UPDATE fidelity_rows SET t = 'b' WHERE id > 2");
            statement.addBatch("DELETE FROM fidelity_rows WHERE id = 1");
            bench.ask("counts", statement::executeBatch);
            bench.ask("again", statement::executeBatch);
            statement.addBatch("DELETE FROM fidelity_rows");
            statement.clearBatch();
            bench.ask("cleared", statement::executeLargeBatch);
            Results.print(statement.executeQuery(Rows.QUERY));
        }
    }

    private static void preparedBatch(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO fidelity_rows VALUES (?, ?)")) {
            for (int i = 0; i < 20; i++) {
                statement.setInt(1, 100 + i);
                statement.setString(2, i % 3 == 0 ? null : "row " + i);
                statement.addBatch();
            }
            bench.ask("counts", statement::executeBatch);
            statement.clearParameters();
            bench.ask("without parameters", () -> statement.executeUpdate());
            bench.ask("rows", () -> Session.first(connection, "SELECT count(t) FROM fidelity_rows"));
        }
    }

    /** pgjdbc prepares at the server what is executed for the fifth time. */
    private static void counted(Bench bench) throws SQLException {
        for (int lease = 0; lease < 5; lease++) {
            try (Connection connection = bench.connect()) {
                bench.meet(connection);
                for (int i = 0; i < 3; i++) {
                    try (PreparedStatement statement = connection.prepareStatement("SELECT 1.5::float8 AS counted")) {
                        ResultSet rows = statement.executeQuery();
                        rows.next();
                        bench.say("text", new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
                    }
                }
                bench.ask(
                        "prepared",
                        () -> Session.first(
                                connection,
                                "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS counted'"));
            }
        }
    }

    private static void called(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            bench.act("call", () -> {
                try (CallableStatement statement = connection.prepareCall("{? = call fidelity_twice(?)}")) {
                    statement.registerOutParameter(1, Types.INTEGER);
                    statement.setInt(2, 21);
                    bench.ask("execute", statement::execute);
                    bench.ask("value", () -> statement.getInt(1));
                    bench.ask("object", () -> statement.getObject(1));
                    bench.ask("typed", () -> statement.getObject(1, Integer.class));
                    bench.ask("null", statement::wasNull);
                    bench.say("connection", statement.getConnection() == connection);
                }
            });
        }
    }

    private static void savepoints(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            bench.act("savepoints", () -> {
                Savepoint unnamed = connection.setSavepoint();
                Session.run(connection, "DELETE FROM fidelity_rows WHERE id = 1");
                Savepoint named = connection.setSavepoint("fidelity_named");
                bench.ask("name", named::getSavepointName);
                bench.ask("number of the named", named::getSavepointId);
                bench.ask(
                        "name of the unnamed", () -> unnamed.getSavepointName().length());
                Session.run(connection, "DELETE FROM fidelity_rows");
                connection.rollback(named);
                bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
                bench.act("release", () -> connection.releaseSavepoint(named));
                bench.act("rollback to the released", () -> connection.rollback(named));
            });
            connection.rollback();
            bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
            connection.rollback();
        }
    }

    private static void limits(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            statement.setMaxRows(2);
            bench.act("two rows", () -> Results.print(statement.executeQuery(Rows.QUERY)));
            statement.setMaxRows(0);
            bench.act("fetch size", () -> statement.setFetchSize(1));
            bench.act("all rows", () -> Results.print(statement.executeQuery(Rows.QUERY)));
            bench.act("fetch size -1", () -> statement.setFetchSize(-1));
            bench.act("most rows -1", () -> statement.setMaxRows(-1));
            bench.act("timeout -1", () -> statement.setQueryTimeout(-1));
            bench.act("direction", () -> statement.setFetchDirection(ResultSet.FETCH_REVERSE));
            bench.ask(
                    "limits",
                    () -> statement.getMaxRows() + " " + statement.getFetchSize() + " " + statement.getQueryTimeout());
        }
    }

    private static void escapes(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            for (String each : new String[] {
                "SELECT {fn UCASE('x')} FROM fidelity_rows WHERE id = 1",
                "SELECT {d '2001-02-03'} FROM fidelity_rows WHERE id = 1",
                "SELECT {ts '2001-02-03 04:05:06'} FROM fidelity_rows WHERE id = 1",
                "SELECT t FROM fidelity_rows WHERE t LIKE 'o%' {escape '!'}",
                "SELECT a.t FROM {oj fidelity_rows a LEFT OUTER JOIN fidelity_rows b ON a.id = b.id} WHERE a.id = 2"
            }) {
                bench.ask(each, () -> Session.first(connection, each));
                bench.ask("native", () -> connection.nativeSQL(each));
            }
        }
    }

    private static void rowsMetadata(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            ResultSetMetaData metadata = statement
                    .executeQuery("SELECT id, t AS other FROM fidelity_rows")
                    .getMetaData();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                int column = i;
                bench.ask(
                        "column",
                        () -> metadata.getColumnName(column) + " " + metadata.getColumnLabel(column) + " "
                                + metadata.getColumnTypeName(column) + " " + metadata.getColumnClassName(column) + " "
                                + metadata.getTableName(column) + " " + metadata.isNullable(column) + " "
                                + metadata.getPrecision(column));
            }
        }
    }

    private static void catalog(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            for (String table : new String[] {"fidelity_rows", "FIDELITY_ROWS"}) {
                bench.act("tables", () -> {
                    ResultSet rows = connection.getMetaData().getTables(null, null, table, new String[] {"TABLE"});
                    while (rows.next()) {
                        System.out.println(rows.getString("TABLE_NAME") + " " + rows.getString("TABLE_TYPE"));
                    }
                });
                bench.act("columns", () -> {
                    ResultSet rows = connection.getMetaData().getColumns(null, null, table, "%");
                    while (rows.next()) {
                        System.out.println(rows.getString("COLUMN_NAME") + " " + rows.getInt("DATA_TYPE"));
                    }
                });
                bench.act("key", () -> {
                    ResultSet rows = connection.getMetaData().getPrimaryKeys(null, null, table);
                    while (rows.next()) {
                        System.out.println(rows.getString("COLUMN_NAME") + " " + rows.getInt("KEY_SEQ"));
                    }
                });
            }
        }
    }

    private static void ordinaryWork(Bench bench) throws SQLException {
        Rows.fill(bench);
        for (int lease = 0; lease < 10; lease++) {
            try (Connection connection = bench.connect()) {
                bench.meet(connection);
                connection.setAutoCommit(false);
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO fidelity_rows VALUES (?, ?)")) {
                    insert.setInt(1, 200 + lease);
                    insert.setString(2, "lease " + lease);
                    bench.say("inserted", insert.executeUpdate());
                }
                if (lease % 2 == 0) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
                connection.rollback();
            }
        }
    }

    /** Simple values for tables of all kinds. */
    static Object[] values() {
        return new Object[] {
            7, new BigDecimal("12.34"), Date.valueOf("2001-02-03"), Timestamp.valueOf("2001-02-03 04:05:06"), true, 1.5d
        };
    }
}
